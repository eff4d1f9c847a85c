/*
 * Copying standard input.
 */
#include "spool.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

ayant_status spool_standard_input(failure *e, FILE **out, char path[SPOOL_PATH])
{
    char bytes[1 << 16];
    FILE *copy = tmpfile();
    size_t got;

    if (!copy)
        return fail(
            e, AYANT_E_SYSTEM, "N20",
            "standard input is read more than once and cannot be kept meanwhile: %s; give a file instead",
            strerror(errno));
    while ((got = fread(bytes, 1, sizeof bytes, stdin)) > 0)
        if (fwrite(bytes, 1, got, copy) != got)
            break;
    if (ferror(stdin) || ferror(copy) || fflush(copy) != 0) {
        fail(e, AYANT_E_SYSTEM, "N20",
             "standard input cannot be kept while it is read: is the disk of "
             "temporary files full?");
        fclose(copy);
        return e->status;
    }
    snprintf(path, SPOOL_PATH, "/proc/self/fd/%d", fileno(copy));
    if (access(path, R_OK) != 0)
        snprintf(path, SPOOL_PATH, "/dev/fd/%d", fileno(copy));
    *out = copy;
    return AYANT_OK;
}
