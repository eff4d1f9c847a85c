/*
 * JSON lines: one object a line; its keys are columns.
 *
 * Of a file, the header is every key of every line, in the order they are
 * first met: the file is read twice. Standard input cannot be, and its first
 * line gives the header; keys that come later are counted and said. An object
 * inside an object gives columns "outer.inner"; a list cannot be a cell.
 */
#include "source_kinds.h"

#include <errno.h>
#include <jansson.h>
#include <stdlib.h>
#include "../base/arena.h"
#include "../base/limits.h"
#include "built_row.h"
#include "typed_values.h"

#define JSON_BLOCK (64u << 10)
#define JSON_KEY 400 /* bytes of "outer.inner" */
#define LATE_LISTED 10

typedef struct jsonl {
    FILE *in;
    const char *path;
    char head[INPUT_HEAD], *bytes;
    size_t head_at, head_length, capacity, at, end;
    int ended, line, base_line; /* lines before bytes[0] */
    uint64_t done, total;
    arena *memory;
    text *names;
    size_t count, names_capacity;
    uint32_t *table; /* names by hash: 1 + where; 0 empty */
    size_t table_size;
    size_t expected; /* keys mostly come in the order of the header */
    int is_open;     /* the header can still grow */
    int keys_only;   /* a first passage, for the header */
    built_row row;
    unsigned char *set; /* columns of the row that have a value */
    uint64_t late;      /* values of keys that are no column */
    text late_names[LATE_LISTED];
    size_t late_count;
} jsonl;

/* ---- lines ---- */

static ayant_status fill(failure *e, jsonl *j)
{
    size_t keep = j->end - j->at, got = 0;

    if (keep)
        memmove(j->bytes, j->bytes + j->at, keep);
    j->at = 0;
    j->base_line = j->line;
    j->end = keep;
    if (j->capacity - keep < JSON_BLOCK) {
        size_t wide = j->capacity ? 2 * j->capacity : 4 * JSON_BLOCK;
        char *bytes = realloc(j->bytes, wide);

        if (!bytes)
            return fail_memory(e);
        j->bytes = bytes;
        j->capacity = wide;
    }
    if (j->head_at < j->head_length) {
        got = j->head_length - j->head_at;
        memcpy(j->bytes + keep, j->head + j->head_at, got);
        j->head_at = j->head_length;
    } else {
        errno = 0;
        got = fread(j->bytes + keep, 1, j->capacity - keep, j->in);
        if (ferror(j->in))
            return fail_at(e, AYANT_E_INPUT, "I02", j->path, 0, 0, "'%s' cannot be read: %s", j->path,
                           strerror(errno));
        j->ended = got == 0;
    }
    j->end += got;
    j->done += got;
    return AYANT_OK;
}

/* The next line, without its end. AYANT_NONE at the end of the file. */
static ayant_status next_line(failure *e, jsonl *j, text *line)
{
    size_t looked = 0;

    for (;;) {
        char *newline =
            j->at + looked < j->end ? memchr(j->bytes + j->at + looked, '\n', j->end - j->at - looked) : NULL;

        if (newline || (j->ended && j->end > j->at)) {
            size_t length = newline ? (size_t)(newline - j->bytes) - j->at : j->end - j->at;

            *line = (text){j->bytes + j->at, length};
            j->at += length + (newline != NULL);
            j->line++;
            return AYANT_OK;
        }
        if (j->ended)
            return AYANT_NONE;
        looked = j->end - j->at;
        if (looked > LIMIT_JSON_LINE)
            return fail_at(e, AYANT_E_LIMIT, "B02", j->path, j->line + 1, 0,
                           "a line of '%s' is longer than 4 MB: write one object a line", j->path);
        if (fill(e, j) < 0)
            return e->status;
    }
}

/* The next line that holds an object. */
static ayant_status next_object(failure *e, jsonl *j, json_t **out)
{
    json_error_t error;
    ayant_status status;
    text line = {"", 0};

    do {
        if ((status = next_line(e, j, &line)) != AYANT_OK)
            return status;
        if (j->line == 1 && line.length >= 3 && memcmp(line.at, "\xef\xbb\xbf", 3) == 0)
            line = (text){line.at + 3, line.length - 3};
        line = text_trim(line);
        if (line.length && line.at[line.length - 1] == '\r')
            line.length--;
    } while (!line.length);
    errno = 0;
    *out = json_loadb(line.at, line.length, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, &error);
    if (*out && json_is_object(*out))
        return AYANT_OK;
    if (*out) {
        json_decref(*out);
        *out = NULL;
    } else if (errno == ENOMEM) { /* its error code does not always say so */
        return fail_memory(e);
    } else if (json_error_code(&error) == json_error_duplicate_key) {
        return fail_at(e, AYANT_E_INPUT, "B03", j->path, j->line, 0,
                       "line %d of '%s' has a key twice: keep one", j->line, j->path);
    } else if (json_error_code(&error) == json_error_numeric_overflow) {
        return fail_at(e, AYANT_E_INPUT, "B03", j->path, j->line, 0,
                       "line %d of '%s' has a number too large to be read exactly: write it between quotes",
                       j->line, j->path);
    }
    /* jansson's own sentence may repeat what the line holds */
    return fail_at(e, AYANT_E_INPUT, "B03", j->path, j->line, 0,
                   "line %d of '%s' is not one JSON object: each line is {\"key\": value, ...}", j->line,
                   j->path);
}

/* ---- columns ---- */

static size_t slot_of(const jsonl *j, text name)
{
    size_t at = (size_t)text_hash(name) & (j->table_size - 1);

    while (j->table[at] && !text_same(j->names[j->table[at] - 1], name))
        at = (at + 1) & (j->table_size - 1);
    return at;
}

/* The column, or j->count. */
static size_t find_column(jsonl *j, text name)
{
    size_t slot;

    if (j->expected < j->count && text_same(j->names[j->expected], name))
        return j->expected++;
    slot = slot_of(j, name);
    if (!j->table[slot])
        return j->count;
    j->expected = j->table[slot];
    return j->expected - 1;
}

static ayant_status add_column(failure *e, jsonl *j, text name)
{
    char *copy;

    if (j->count == LIMIT_COLUMNS)
        return fail_at(e, AYANT_E_LIMIT, "I07", j->path, j->line, 0, "'%s' has more than %d keys", j->path,
                       LIMIT_COLUMNS);
    copy = arena_copy(j->memory, name.at, name.length);
    if (!copy || arena_grow(j->memory, &j->names, &j->names_capacity, j->count + 1, sizeof *j->names) < 0)
        return fail_memory(e);
    j->table[slot_of(j, name)] = (uint32_t)j->count + 1;
    j->names[j->count++] = (text){copy, name.length};
    return AYANT_OK;
}

static ayant_status note_late(failure *e, jsonl *j, text name)
{
    char *copy;

    j->late++;
    for (size_t i = 0; i < j->late_count; i++)
        if (text_same(j->late_names[i], name))
            return AYANT_OK;
    if (j->late_count == LATE_LISTED)
        return AYANT_OK;
    copy = arena_copy(j->memory, name.at, name.length);
    if (!copy)
        return fail_memory(e);
    j->late_names[j->late_count++] = (text){copy, name.length};
    return AYANT_OK;
}

/* ---- values ---- */

static int put_figure(built_row *row, const json_t *value)
{
    char figure[TYPED_TEXT], written[TYPED_TEXT];
    size_t length, plain = 0;

    if (json_is_integer(value)) {
        length =
            (size_t)snprintf(written, sizeof written, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
    } else { /* jansson's own printing does not follow the locale */
        length = json_dumpb(value, written, sizeof written, JSON_ENCODE_ANY | JSON_REAL_PRECISION(15));
        if (!length || length > sizeof written)
            return 0;
        plain = typed_number((text){written, length}, figure);
    }
    built_put(row, plain ? figure : written, plain ? plain : length);
    return 1;
}

static ayant_status put_value(failure *e, jsonl *j, size_t at, const json_t *value)
{
    cell_flag flag = CELL_GOOD;

    built_open(&j->row, at);
    switch (json_typeof(value)) {
    case JSON_STRING:
        built_put(&j->row, json_string_value(value), json_string_length(value));
        break;
    case JSON_TRUE:
        built_put(&j->row, "yes", 3);
        break;
    case JSON_FALSE:
        built_put(&j->row, "no", 2);
        break;
    case JSON_INTEGER:
    case JSON_REAL:
        if (!put_figure(&j->row, value))
            return fail_memory(e);
        break;
    case JSON_ARRAY:
        flag = json_array_size(value) ? CELL_KIND : CELL_GOOD;
        break;
    case JSON_NULL:
    case JSON_OBJECT: /* deeper than LIMIT_JSON_DEPTH, or an empty one */
        flag = json_object_size(value) ? CELL_KIND : CELL_GOOD;
        break;
    }
    built_close(&j->row, flag);
    return AYANT_OK;
}

static ayant_status take_member(failure *e, jsonl *j, text name, const json_t *value)
{
    size_t at = find_column(j, name);

    if (at == j->count) {
        if (!j->is_open)
            return note_late(e, j, name);
        if (add_column(e, j, name) < 0)
            return e->status;
        j->expected = j->count;
    }
    if (j->set[at])
        return fail_at(e, AYANT_E_INPUT, "B03", j->path, j->line, 0,
                       "line %d of '%s' says '%.60s' twice, once as a key inside another: keep one", j->line,
                       j->path, j->names[at].at);
    j->set[at] = 1;
    return j->keys_only ? AYANT_OK : put_value(e, j, at, value);
}

/* `prefix` is "outer." or empty. */
static ayant_status take_object(failure *e, jsonl *j, json_t *object, const char *prefix, int depth)
{
    const char *key;
    json_t *value;

    json_object_foreach(object, key, value)
    {
        char name[JSON_KEY + 2];
        int length = snprintf(name, sizeof name, "%s%s", prefix, key);

        if (length < 0 || length > JSON_KEY)
            return fail_at(e, AYANT_E_LIMIT, "B04", j->path, j->line, 0,
                           "line %d of '%s' has a key longer than %d bytes", j->line, j->path, JSON_KEY);
        if (json_is_object(value) && json_object_size(value) && depth < LIMIT_JSON_DEPTH) {
            name[length++] = '.';
            name[length] = '\0';
            if (take_object(e, j, value, name, depth + 1) < 0)
                return e->status;
        } else if (take_member(e, j, (text){name, (size_t)length}, value) < 0) {
            return e->status;
        }
    }
    return AYANT_OK;
}

/* One line into j->row. */
static ayant_status read_object(failure *e, jsonl *j)
{
    json_t *object = NULL;
    ayant_status status = next_object(e, j, &object);

    if (status != AYANT_OK)
        return status;
    built_clear(&j->row);
    memset(j->set, 0, LIMIT_COLUMNS);
    j->expected = 0;
    status = take_object(e, j, object, "", 1);
    json_decref(object);
    return status;
}

static ayant_status next_jsonl(failure *e, void *inside, source_row *row)
{
    jsonl *j = inside;
    ayant_status status;

    do {
        status = read_object(e, j);
        if (status != AYANT_OK)
            return status;
    } while (built_is_blank(&j->row) && !j->row.failed);
    return built_take(e, &j->row, j->line, row);
}

static void close_jsonl(void *inside)
{
    jsonl *j = inside;

    if (j->in && j->in != stdin)
        fclose(j->in);
    free(j->bytes);
    free(j->table);
    free(j->set);
    built_free(&j->row);
    arena_free(j->memory);
    free(j);
}

static void progress_jsonl(const void *inside, uint64_t *done, uint64_t *total)
{
    const jsonl *j = inside;

    *done = j->done;
    *total = j->total;
}

static char delimiter_jsonl(const void *inside)
{
    (void)inside;
    return ','; /* figures have points */
}

static void describe_jsonl(const void *inside, writer *notes)
{
    const jsonl *j = inside;

    put_print(notes, "'%.400s': JSON lines, %zu keys\n", j->path, j->count);
    if (!j->late)
        return;
    put_print(notes,
              "'%.400s': %llu values of keys that the first line does not have were left out: ", j->path,
              (unsigned long long)j->late);
    for (size_t i = 0; i < j->late_count; i++)
        put_print(notes, "%s%.100s", i ? ", " : "", j->late_names[i].at);
    put_text(notes, j->late_count == LATE_LISTED ? ", ...\n" : "\n");
}

static const source_kind kind_jsonl = {next_jsonl,     close_jsonl,     progress_jsonl,
                                       describe_jsonl, delimiter_jsonl, NULL};

static ayant_status set_up(failure *e, jsonl *j, const input_file *file)
{
    j->path = file->path;
    j->total = file->size;
    j->table_size = 4096; /* over twice LIMIT_COLUMNS */
    j->memory = arena_new();
    j->table = calloc(j->table_size, sizeof *j->table);
    j->set = calloc(LIMIT_COLUMNS, 1);
    memcpy(j->head, file->head, file->head_length);
    j->head_length = file->head_length;
    if (!j->memory || !j->table || !j->set)
        return fail_memory(e);
    return built_start(e, &j->row, LIMIT_COLUMNS);
}

/* Every key of the file, or those of the first line of what cannot be read twice; then back to the start. */
static ayant_status read_keys(failure *e, jsonl *j)
{
    int again = j->in != stdin && j->total > 0;
    ayant_status status;

    j->is_open = 1;
    if (again) {
        j->keys_only = 1;
        while ((status = read_object(e, j)) == AYANT_OK)
            ;
        j->keys_only = 0;
        if (status < 0)
            return status;
        if (fseek(j->in, 0, SEEK_SET) != 0)
            return fail_at(e, AYANT_E_INPUT, "I02", j->path, 0, 0, "'%s' cannot be read: %s", j->path,
                           strerror(errno));
        j->head_length = j->head_at = j->at = j->end = 0;
        j->line = j->ended = 0;
        j->done = 0;
    } else {
        if ((status = read_object(e, j)) < 0)
            return status;
        /* the line is still in the buffer: it is read again as the first row */
        j->at = 0;
        j->line = j->base_line;
    }
    j->is_open = 0;
    if (!j->count)
        return fail_at(e, AYANT_E_INPUT, "I03", j->path, 1, 0, "'%s' is empty: it has no object with a key",
                       j->path);
    return AYANT_OK;
}

ayant_status jsonl_open(failure *e, const input_file *file, source *out)
{
    jsonl *j = calloc(1, sizeof *j);

    if (!j) {
        if (file->in != stdin)
            fclose(file->in);
        return fail_memory(e);
    }
    j->in = file->in;
    if (set_up(e, j, file) < 0 || read_keys(e, j) < 0) {
        close_jsonl(j);
        return e->status;
    }
    j->row.columns = j->count;
    out->kind = &kind_jsonl;
    out->inside = j;
    out->path = j->path;
    /* the header stands on no line */
    out->header = (source_row){j->names, j->set, j->count, j->count, 0};
    memset(j->set, 0, LIMIT_COLUMNS);
    return AYANT_OK;
}
