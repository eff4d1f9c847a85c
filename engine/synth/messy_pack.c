/*
 * Parts packed into an open file, by libzip.
 *
 * The archive is written straight into the file, through a source of our own:
 * libzip would make a working file with a random name. Every part has the same
 * date, so that the same parts give the same bytes.
 */
#include "messy.h"

#include <errno.h>
#include <string.h>
#include <zip.h>

/* 1 January 1980, as archives write it. */
#define PART_DATE ((1 << 5) | 1)
/* Texts that repeat: more effort gains little. */
#define EFFORT 2

typedef struct target {
    FILE *file;
    zip_error_t error;
} target;

static zip_int64_t refuse(target *t, int what)
{
    zip_error_set(&t->error, what, errno);
    return -1;
}

static zip_int64_t seek(target *t, void *data, zip_uint64_t length)
{
    zip_source_args_seek_t *wanted = ZIP_SOURCE_GET_ARGS(zip_source_args_seek_t, data, length, &t->error);

    if (!wanted)
        return -1;
    return fseek(t->file, (long)wanted->offset, wanted->whence) == 0 ? 0 : refuse(t, ZIP_ER_SEEK);
}

/* What libzip asks of the file it writes; there is nothing in it to read. */
static zip_int64_t into_file(void *to, void *data, zip_uint64_t length, zip_source_cmd_t command)
{
    target *t = to;
    long at;

    switch (command) {
    case ZIP_SOURCE_SUPPORTS:
        return zip_source_make_command_bitmap(
            ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
            ZIP_SOURCE_FREE, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_BEGIN_WRITE, ZIP_SOURCE_WRITE,
            ZIP_SOURCE_COMMIT_WRITE, ZIP_SOURCE_ROLLBACK_WRITE, ZIP_SOURCE_SEEK_WRITE, ZIP_SOURCE_TELL_WRITE,
            ZIP_SOURCE_REMOVE, -1);
    case ZIP_SOURCE_STAT:
        zip_stat_init(data);
        ((zip_stat_t *)data)->size = 0;
        ((zip_stat_t *)data)->valid = ZIP_STAT_SIZE;
        return sizeof(zip_stat_t);
    case ZIP_SOURCE_ERROR:
        return zip_error_to_data(&t->error, data, length);
    case ZIP_SOURCE_WRITE:
        return fwrite(data, 1, length, t->file) == length ? (zip_int64_t)length : refuse(t, ZIP_ER_WRITE);
    case ZIP_SOURCE_SEEK_WRITE:
        return seek(t, data, length);
    case ZIP_SOURCE_TELL_WRITE:
        at = ftell(t->file);
        return at >= 0 ? at : refuse(t, ZIP_ER_TELL);
    case ZIP_SOURCE_COMMIT_WRITE:
        return fflush(t->file) == 0 ? 0 : refuse(t, ZIP_ER_WRITE);
    default:
        return 0;
    }
}

/* Takes the source, whatever happens. */
static int add_part(zip_t *zip, const char *name, zip_source_t *source)
{
    zip_int64_t at;

    if (!source)
        return 0;
    if ((at = zip_file_add(zip, name, source, ZIP_FL_ENC_UTF_8)) < 0) {
        zip_source_free(source);
        return 0;
    }
    return zip_file_set_dostime(zip, (zip_uint64_t)at, 0, PART_DATE, 0) == 0 &&
           zip_set_file_compression(zip, (zip_uint64_t)at, ZIP_CM_DEFLATE, EFFORT) == 0;
}

static int add_all(zip_t *zip, const messy_part *parts, size_t count, const char *last, FILE **file)
{
    zip_source_t *source;

    for (size_t i = 0; i < count; i++)
        if (!add_part(zip, parts[i].name,
                      zip_source_buffer(zip, parts[i].content, strlen(parts[i].content), 0)))
            return 0;
    rewind(*file); /* libzip reads on from where the file is */
    if (!(source = zip_source_filep(zip, *file, 0, -1)))
        return 0;
    *file = NULL; /* closed by the source from here on */
    return add_part(zip, last, source);
}

/* Reading and writing can fail; else it is memory. */
static ayant_status pack_failure(failure *e, const zip_error_t *error)
{
    int code = zip_error_code_zip(error), system = zip_error_code_system(error);

    if (code != ZIP_ER_WRITE && code != ZIP_ER_READ && code != ZIP_ER_SEEK && code != ZIP_ER_TELL)
        return fail_memory(e);
    return fail(e, AYANT_E_SYSTEM, "Y21", "cannot write 'export.xlsx': %s", strerror(system ? system : EIO));
}

ayant_status messy_pack(failure *e, FILE *out, const messy_part *parts, size_t count, const char *last,
                        FILE **file)
{
    target to = {.file = out};
    ayant_status status = AYANT_OK;
    zip_error_t error;
    zip_source_t *source;
    zip_t *zip = NULL;

    zip_error_init(&to.error);
    zip_error_init(&error);
    if ((source = zip_source_function_create(into_file, &to, &error)))
        zip = zip_open_from_source(source, ZIP_CREATE | ZIP_TRUNCATE, &error);
    if (!zip) {
        zip_source_free(source);
        status = pack_failure(e, &error);
    } else if (!add_all(zip, parts, count, last, file) || zip_close(zip) != 0) {
        status = pack_failure(e, zip_get_error(zip));
        zip_discard(zip);
    }
    zip_error_fini(&error);
    zip_error_fini(&to.error);
    return status;
}
