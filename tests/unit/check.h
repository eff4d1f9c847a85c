/*
 * Checks for unit tests: one header, no library.
 *
 * A test is a `static void test(void)` given to RUN. It passes when none of
 * its checks fails; a failed check says where and goes on. `return check_end();`
 * ends main and prints the line that tests/run adds up.
 *
 *     static void months_end_on_the_first(void)
 *     {
 *         CHECK_INT(day_months(day_of(2025, 1, 31), day_of(2025, 3, 1)), 1);
 *     }
 *
 *     int main(void)
 *     {
 *         RUN(months_end_on_the_first);
 *         return check_end();
 *     }
 */
#ifndef AYANT_TESTS_CHECK_H
#define AYANT_TESTS_CHECK_H

#include <stdio.h>
#include <string.h>

static int check_passed, check_failed, check_bad; /* tests passed, tests failed, bad checks of this test */
static const char *check_name = "main";

__attribute__((unused)) static int check_that(int good, const char *file, int line, const char *what)
{
    if (!good) {
        fprintf(stderr, "%s:%d: %s: %s\n", file, line, check_name, what);
        check_bad++;
    }
    return good;
}

__attribute__((unused)) static int check_integers(long long got, long long want, const char *file, int line,
                                                  const char *what)
{
    if (got != want) {
        fprintf(stderr, "%s:%d: %s: %s is %lld, expected %lld\n", file, line, check_name, what, got, want);
        check_bad++;
    }
    return got == want;
}

__attribute__((unused)) static int check_texts(const char *got, const char *want, const char *file, int line,
                                               const char *what)
{
    int same = got && want ? strcmp(got, want) == 0 : got == want;

    if (!same) {
        fprintf(stderr, "%s:%d: %s: %s is\n    %s\n  expected\n    %s\n", file, line, check_name, what,
                got ? got : "(null)", want ? want : "(null)");
        check_bad++;
    }
    return same;
}

__attribute__((unused)) static int check_holds(const char *got, const char *part, const char *file, int line,
                                               const char *what)
{
    int holds = got && part && strstr(got, part) != NULL;

    if (!holds) {
        fprintf(stderr, "%s:%d: %s: %s is\n    %s\n  which does not hold\n    %s\n", file, line, check_name,
                what, got ? got : "(null)", part ? part : "(null)");
        check_bad++;
    }
    return holds;
}

__attribute__((unused)) static void check_run(void (*test)(void), const char *name)
{
    check_name = name;
    check_bad = 0;
    test();
    if (check_bad)
        check_failed++;
    else
        check_passed++;
    check_bad = 0;
    check_name = "main";
}

/* The exit status of the program. Checks made outside RUN count as one test. */
__attribute__((unused)) static int check_end(void)
{
    if (check_bad)
        check_failed++;
    printf("%d passed, %d failed\n", check_passed, check_failed);
    return check_failed ? 1 : 0;
}

/* Each gives 1 when it holds, so that `if (!CHECK(p)) return;` can stop a test. */
#define CHECK(condition) check_that(!!(condition), __FILE__, __LINE__, #condition)
#define CHECK_INT(got, want) check_integers((long long)(got), (long long)(want), __FILE__, __LINE__, #got)
#define CHECK_TEXT(got, want) check_texts((got), (want), __FILE__, __LINE__, #got)
#define CHECK_HOLDS(got, part) check_holds((got), (part), __FILE__, __LINE__, #got)
#define RUN(test) check_run(test, #test)

#endif
