/*
 * The erased, in a file beside the caseload.
 *
 *   ayant erased 1
 *   <caseload, 16 figures> <pseudonym, 32 figures> <day>
 *
 * Without the caseload's secret a line says nothing about anybody. The file
 * outlives the caseload: when an older copy is put back in its place, the next
 * command that opens it erases them again. Lines of other caseloads are kept.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../base/day.h"
#include "kept.h"
#include "sealed.h"

#define FIRST_LINE KEPT_FIRST_LINE
#define LINE_FORM (2 * PRINT_BYTES + 1 + 2 * PSEUDONYM_BYTES + 1 + 10)
#define LINE_ROOM (LINE_FORM + 16)

typedef struct line {
    uint8_t print[PRINT_BYTES], pseudonym[PSEUDONYM_BYTES];
    char on[11];
} line;

static char *path_beside(const store_file *f, const char *suffix)
{
    return sqlite3_mprintf("%s.erased%s", f->target ? f->target : f->path, suffix);
}

/* 1 and *out, or 0. */
static int parse(char *written, line *out)
{
    size_t length = strcspn(written, "\r\n"), got = 0;
    day when;

    written[length] = '\0';
    if (length != LINE_FORM)
        return 0;
    memcpy(out->on, written + LINE_FORM - 10, 11);
    return sodium_hex2bin(out->print, PRINT_BYTES, written, 2 * PRINT_BYTES, NULL, &got, NULL) == 0 &&
           got == PRINT_BYTES && written[2 * PRINT_BYTES] == ' ' &&
           sodium_hex2bin(out->pseudonym, PSEUDONYM_BYTES, written + 2 * PRINT_BYTES + 1, 2 * PSEUDONYM_BYTES,
                          NULL, &got, NULL) == 0 &&
           got == PSEUDONYM_BYTES && written[LINE_FORM - 11] == ' ' && day_parse(text_of(out->on), &when);
}

static ayant_status no_such_form(failure *e, const char *path, int number)
{
    return fail_at(e, AYANT_E_INPUT, "K15", path, number, 0,
                   "this is not a line of a file of erased persons: restore a copy, or take the file away");
}

typedef ayant_status taker(void *to, failure *e, const line *one);

static ayant_status each_line(failure *e, const char *path, FILE *in, taker *take, void *to)
{
    char written[LINE_ROOM];
    ayant_status status = AYANT_OK;
    line one;

    for (int number = 1; status == AYANT_OK && fgets(written, sizeof written, in); number++) {
        if (number == 1) {
            written[strcspn(written, "\r\n")] = '\0';
            if (strcmp(written, FIRST_LINE) != 0)
                status = no_such_form(e, path, number);
        } else if (!parse(written, &one)) {
            status = no_such_form(e, path, number);
        } else {
            status = take(to, e, &one);
        }
    }
    if (status == AYANT_OK && ferror(in))
        status = fail(e, AYANT_E_SYSTEM, "S06", "cannot read '%s': %s", path, strerror(errno));
    return status;
}

typedef struct merge {
    const store_file *file;
    sqlite3_stmt *known;
    uint8_t print[PRINT_BYTES];
    uint64_t found, fresh;
    int only_counts; /* 1: nothing is written */
} merge;

static ayant_status merge_line(void *to, failure *e, const line *one)
{
    merge *m = to;
    int code;

    if (memcmp(one->print, m->print, PRINT_BYTES) != 0)
        return AYANT_OK;
    m->found++;
    sqlite3_bind_blob(m->known, 1, one->pseudonym, PSEUDONYM_BYTES, SQLITE_STATIC);
    code = sqlite3_step(m->known);
    sqlite3_reset(m->known);
    if (code == SQLITE_ROW)
        return AYANT_OK;
    if (code != SQLITE_DONE)
        return store_fail(e, m->file, code, "read");
    m->fresh++;
    return m->only_counts ? AYANT_OK : kept_add_bytes(e, m->file, one->pseudonym, one->on);
}

static ayant_status read_lines(merge *m, failure *e, const char *path)
{
    FILE *in = fopen(path, "re");
    ayant_status status;

    if (!in)
        return fail(e, AYANT_E_SYSTEM, "S05", "cannot read '%s': %s; check the path and the permissions",
                    path, strerror(errno));
    if ((status = kept_print(e, m->file, m->print)) == AYANT_OK &&
        (status = store_prepare(e, m->file, "SELECT 1 FROM tombstones WHERE pseudonym = ?", "read",
                                &m->known)) == AYANT_OK)
        status = each_line(e, path, in, merge_line, m);
    sqlite3_finalize(m->known);
    fclose(in);
    return status;
}

ayant_status kept_read_lines(failure *e, const store_file *f, const char *path, uint64_t *found_lines,
                             uint64_t *fresh)
{
    merge m = {.file = f};
    ayant_status status = read_lines(&m, e, path);

    *found_lines = m.found;
    *fresh = m.fresh;
    return status;
}

ayant_status kept_merge_beside(failure *e, store_file *f)
{
    char *path = path_beside(f, ""), detail[60];
    store_entry entry = {
        .what = "erase", .purpose = "erased before; this copy did not know", .detail = detail};
    uint64_t found_lines = 0, fresh = 0, erased = 0;
    ayant_status status = AYANT_OK;

    if (!path)
        return fail_memory(e);
    if (access(path, F_OK) == 0)
        status = kept_read_lines(e, f, path, &found_lines, &fresh);
    sqlite3_free(path);
    if (status < 0 || !fresh || (status = kept_apply(e, f, NULL, &erased)) < 0)
        return status;
    snprintf(detail, sizeof detail, "persons %llu", (unsigned long long)erased);
    return store_journal_put(e, f, &entry);
}

static ayant_status check_beside(failure *e, const store_file *f)
{
    merge m = {.file = f, .only_counts = 1};
    sqlite3_int64 version = 0;
    char *path = path_beside(f, "");
    ayant_status status = path ? store_integer(e, f, "PRAGMA user_version", &version) : fail_memory(e);

    /* a caseload of before the ledger has no secret: no line can be told to be of it */
    if (status == AYANT_OK && version >= LEDGER_VERSION && access(path, F_OK) == 0)
        status = read_lines(&m, e, path);
    if (status == AYANT_OK && m.fresh)
        status =
            fail(e, AYANT_E_STORE, "S18",
                 "'%s' is an older copy: people erased since are named in '%s', and it cannot be written: "
                 "copy both where they can be written",
                 f->path, path);
    sqlite3_free(path);
    return status;
}

ayant_status store_check_erased(failure *e, const store_access *at)
{
    store_file file;
    ayant_status status = store_open(e, at, STORE_READ, &file);

    if (status < 0)
        return status;
    status = check_beside(e, &file);
    store_close(&file);
    return status;
}

ayant_status kept_give_lines(failure *e, const store_file *f, writer *w)
{
    uint8_t print[PRINT_BYTES];
    char mine[2 * PRINT_BYTES + 1], bytes[PSEUDONYM_TEXT];
    sqlite3_stmt *row = NULL;
    ayant_status status = kept_print(e, f, print);
    int code = SQLITE_DONE;

    if (status == AYANT_OK)
        status = store_prepare(e, f, "SELECT pseudonym, erased_on FROM tombstones ORDER BY pseudonym", "read",
                               &row);
    sodium_bin2hex(mine, sizeof mine, print, sizeof print);
    while (status == AYANT_OK && (code = sqlite3_step(row)) == SQLITE_ROW) {
        pseudonym_print(sqlite3_column_blob(row, 0), bytes);
        put_print(w, "%s %s %.10s\n", mine, bytes, (const char *)sqlite3_column_text(row, 1));
    }
    if (status == AYANT_OK && code != SQLITE_DONE)
        status = store_fail(e, f, code, "read");
    sqlite3_finalize(row);
    return status;
}

/* Lines of other caseloads, from the file that was there. */
typedef struct others {
    writer *w;
    uint8_t print[PRINT_BYTES];
} others;

static ayant_status keep_other(void *to, failure *e, const line *one)
{
    others *o = to;
    char print[2 * PRINT_BYTES + 1], bytes[PSEUDONYM_TEXT];

    (void)e;
    if (memcmp(one->print, o->print, PRINT_BYTES) == 0)
        return AYANT_OK;
    sodium_bin2hex(print, sizeof print, one->print, PRINT_BYTES);
    pseudonym_print(one->pseudonym, bytes);
    put_print(o->w, "%s %s %s\n", print, bytes, one->on);
    return AYANT_OK;
}

static int to_file(void *to, const char *bytes, size_t length)
{
    return fwrite(bytes, 1, length, to) == length ? 0 : 1;
}

static ayant_status write_lines(failure *e, const store_file *f, const char *path, FILE *out)
{
    const ayant_sink sink = {to_file, out};
    others o;
    writer w;
    FILE *old = fopen(path, "re");
    ayant_status status = kept_print(e, f, o.print);

    writer_start(&w, &sink);
    o.w = &w;
    put_text(&w, FIRST_LINE "\n");
    if (status == AYANT_OK && old)
        status = each_line(e, path, old, keep_other, &o);
    if (status == AYANT_OK)
        status = kept_give_lines(e, f, &w);
    if (old)
        fclose(old);
    return status == AYANT_OK ? writer_end(&w, e) : status;
}

ayant_status kept_write_beside(failure *e, const store_file *f)
{
    char *path = path_beside(f, ""), *fresh = path_beside(f, ".new");
    ayant_status status = path && fresh ? AYANT_OK : fail_memory(e);
    FILE *out = NULL;
    int file;

    if (status == AYANT_OK) {
        unlink(fresh);
        file = open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
        out = file < 0 ? NULL : fdopen(file, "w");
        if (!out)
            status = sealed_write_failed(e, path, errno);
        if (!out && file >= 0)
            close(file);
    }
    if (status == AYANT_OK)
        status = write_lines(e, f, path, out);
    if (out && (fflush(out) != 0 || fsync(fileno(out)) != 0) && status == AYANT_OK)
        status = sealed_write_failed(e, path, errno);
    if (out && fclose(out) != 0 && status == AYANT_OK)
        status = sealed_write_failed(e, path, errno);
    if (status == AYANT_OK && rename(fresh, path) != 0)
        status = sealed_write_failed(e, path, errno);
    if (status < 0 && fresh)
        unlink(fresh);
    sqlite3_free(path);
    sqlite3_free(fresh);
    return status;
}
