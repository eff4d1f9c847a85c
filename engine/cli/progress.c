/*
 * The progress of long work, drawn over itself and erased at the end.
 *
 * At most ten times a second, and not at all during the first half second:
 * work that short needs no bar.
 */
#include "talk.h"

#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define BETWEEN 0.1 /* seconds between two drawings */
#define SILENT 0.5
#define CELLS 24

/* A signal handler can reach nothing else: the one variable of this program. */
static volatile sig_atomic_t interrupted;

static void interrupt(int number)
{
    (void)number;
    interrupted = 1;
}

void listen_to_interruptions(void)
{
    struct sigaction action;

    memset(&action, 0, sizeof action);
    action.sa_handler = interrupt;
    action.sa_flags = (int)SA_RESETHAND; /* the second one ends the program */
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
}

int is_interrupted(void)
{
    return interrupted != 0;
}

static double seconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void draw(const progress_bar *bar, const char *what, uint64_t done, uint64_t total, double now)
{
    char cells[CELLS + 1];
    double share, left;
    int full;

    if (!total) {
        fprintf(stderr, "\r%s: %" PRIu64 "\033[K", what, done);
        return;
    }
    share = done < total ? (double)done / (double)total : 1.0;
    full = (int)(share * CELLS);
    memset(cells, '.', CELLS);
    memset(cells, '#', (size_t)full);
    cells[CELLS] = '\0';
    left = share > 0 ? (now - bar->started) * (1 - share) / share : 0;
    fprintf(stderr, "\r%s [%s] %3d %%, %d s left\033[K", what, cells, (int)(share * 100), (int)(left + 0.5));
}

static int tick(void *to, const char *what, uint64_t done, uint64_t total)
{
    progress_bar *bar = to;
    double now;

    if (interrupted)
        return 1;
    if (!bar->terminal)
        return 0;
    now = seconds();
    if (strncmp(bar->what, what, sizeof bar->what - 1) != 0) { /* another step of the work has its own time */
        snprintf(bar->what, sizeof bar->what, "%s", what);
        bar->started = now;
    }
    if (now - bar->started < SILENT || now - bar->drawn < BETWEEN)
        return 0;
    bar->drawn = now;
    draw(bar, what, done, total, now);
    fflush(stderr);
    return 0;
}

void progress_start(progress_bar *bar, ayant_engine *engine, ayant_progress *progress)
{
    *bar = (progress_bar){.terminal = is_terminal(STDERR_FILENO)};
    progress->tick = tick;
    progress->to = bar;
    ayant_on_progress(engine, progress);
}

void progress_erase(progress_bar *bar)
{
    if (bar->drawn > 0) {
        fputs("\r\033[K", stderr);
        fflush(stderr);
        bar->drawn = 0;
    }
}
