/*
 * Which reader a file needs: told by its first bytes, never by its name.
 */
#include "source_kinds.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include "csv.h"

typedef enum file_kind { FILE_TEXT, FILE_JSON, FILE_ZIP, FILE_SQLITE, FILE_OLE, FILE_REFUSED } file_kind;

/* Files that are told by how they begin and are not read, and what to do instead. */
typedef struct refused_file {
    const char *begins;
    size_t length;
    const char *sentence; /* after "'path' is " */
} refused_file;

#define REFUSED(begins, sentence)                                                                            \
    {                                                                                                        \
        begins, sizeof begins - 1, sentence                                                                  \
    }
#define UNPACK "unpack it, then give the file that was in it"

static const refused_file refused[] = {
    REFUSED("\x89"
            "ayant\r\n",
            "a caseload already, sealed with a key: give it alone, not as an input"),
    REFUSED("\x1f\x8b", "packed (gzip): " UNPACK),
    REFUSED("BZh91AY&SY", "packed (bzip2): " UNPACK),
    REFUSED("\xfd"
            "7zXZ",
            "packed (xz): " UNPACK),
    REFUSED("\x28\xb5\x2f\xfd", "packed (zstandard): " UNPACK),
    REFUSED("7z\xbc\xaf", "packed (7-Zip): " UNPACK),
    REFUSED("Rar!\x1a", "packed (RAR): " UNPACK),
    REFUSED("%PDF-", "a PDF, which has no cells: ask for an export as XLSX or CSV"),
    REFUSED("PAR1\x15", "a Parquet file: convert it to CSV or SQLite"),
    REFUSED("ARROW1\0", "an Arrow file: convert it to CSV or SQLite"),
};

size_t source_file_length(const char *path)
{
    size_t length = strlen(path);
    char *name;

    if (!strchr(path, '#') || access(path, F_OK) == 0)
        return length;
    name = malloc(length + 1);
    for (size_t i = length; name && i-- > 1;) {
        if (path[i] != '#')
            continue;
        memcpy(name, path, i);
        name[i] = '\0';
        if (access(name, F_OK) == 0) {
            length = i;
            break;
        }
    }
    free(name);
    return length;
}

static text after_mark(const input_file *f)
{
    text t = {f->head, f->head_length};

    if (t.length >= 3 && memcmp(t.at, "\xef\xbb\xbf", 3) == 0)
        t = (text){t.at + 3, t.length - 3};
    while (t.length && (*t.at == ' ' || *t.at == '\t' || *t.at == '\n' || *t.at == '\r'))
        t = (text){t.at + 1, t.length - 1};
    return t;
}

static int begins(text t, const char *with, size_t length)
{
    return t.length >= length && memcmp(t.at, with, length) == 0;
}

/* A table saved as a web page or as XML, which spreadsheet programs open as if it were theirs. */
static int is_markup(text t)
{
    return t.length >= 2 && t.at[0] == '<' &&
           (t.at[1] == '!' || t.at[1] == '?' || ((t.at[1] | 0x20) >= 'a' && (t.at[1] | 0x20) <= 'z'));
}

static int is_json_list(text t)
{
    size_t i = 1;

    while (i < t.length && (t.at[i] == ' ' || t.at[i] == '\n' || t.at[i] == '\r' || t.at[i] == '\t'))
        i++;
    return t.length && t.at[0] == '[' && i < t.length && t.at[i] == '{';
}

static file_kind kind_of(failure *e, const input_file *f)
{
    text raw = {f->head, f->head_length}, t = after_mark(f);
    const char *why = NULL;

    for (size_t i = 0; i < sizeof refused / sizeof *refused && !why; i++)
        if (begins(raw, refused[i].begins, refused[i].length))
            why = refused[i].sentence;
    if (!why && is_markup(t))
        why = "a web page or XML: open it in a spreadsheet program and save it as XLSX or CSV";
    if (!why && is_json_list(t))
        why = "one JSON list: write one object a line, without the brackets around them (JSON lines)";
    if (why) {
        fail_at(e, AYANT_E_INPUT, "I08", f->path, 0, 0, "'%s' is %s", f->path, why);
        return FILE_REFUSED;
    }
    if (begins(raw, "PK\x03\x04", 4) || begins(raw, "PK\x05\x06", 4))
        return FILE_ZIP;
    if (begins(raw, "SQLite format 3", 16))
        return FILE_SQLITE;
    if (begins(raw, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8))
        return FILE_OLE;
    return t.length && t.at[0] == '{' ? FILE_JSON : FILE_TEXT;
}

/*
 * The container of Excel 97 to 2003, and of the workbooks of today when they
 * have a password: then its directory names "EncryptedPackage".
 */
static ayant_status refuse_ole(failure *e, const input_file *f)
{
    static const char name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
    enum { PIECE = 65536, OVER = sizeof name };
    char *bytes = malloc(OVER + PIECE);
    size_t kept = 0, got;
    int found = 0;

    if (!bytes)
        return fail_memory(e);
    fseek(f->in, 0, SEEK_SET);
    while (!found && (got = fread(bytes + kept, 1, PIECE, f->in)) > 0) {
        got += kept;
        for (size_t i = 0; i + sizeof name <= got && !found; i += 2)
            found = memcmp(bytes + i, name, sizeof name) == 0;
        kept = got < OVER ? got & ~(size_t)1 : OVER - OVER % 2;
        memmove(bytes, bytes + got - kept, kept);
    }
    free(bytes);
    return fail_at(e, AYANT_E_INPUT, "I08", f->path, 0, 0,
                   found ? "'%s' has a password: open it, remove the password, and save it as XLSX"
                         : "'%s' is a workbook of Excel 97 to 2003 (.xls): open it and save it as XLSX",
                   f->path);
}

static ayant_status open_kind(failure *e, input_file *f, file_kind kind, source *out)
{
    ayant_status status;

    if (kind == FILE_TEXT || kind == FILE_JSON) {
        if (f->asked) {
            if (f->in != stdin)
                fclose(f->in);
            return fail_at(e, AYANT_E_INPUT, "B01", f->path, 0, 0,
                           "'%s' has no sheets or tables: give it without '#%.60s'", f->name, f->asked);
        }
        return kind == FILE_TEXT ? csv_open(e, f, out) : jsonl_open(e, f, out);
    }
    if (f->in == stdin && kind != FILE_REFUSED)
        return fail_at(e, AYANT_E_INPUT, "I08", f->path, 0, 0,
                       "standard input is a workbook or a database: save it as a file and give its path");
    status = kind == FILE_OLE ? refuse_ole(e, f) : AYANT_OK;
    if (f->in != stdin)
        fclose(f->in);
    if (status < 0 || kind == FILE_REFUSED)
        return e->status;
    return kind == FILE_ZIP ? workbook_source_open(e, f, out) : tables_open(e, f, out);
}

ayant_status source_open(failure *e, const char *path, const char *part, source *out)
{
    size_t length = source_file_length(path);
    input_file *f = calloc(1, sizeof *f);
    char *name = malloc(length + 1);
    struct stat about;
    ayant_status status;

    if (!f || !name) {
        status = fail_memory(e);
        goto out;
    }
    memcpy(name, path, length);
    name[length] = '\0';
    f->path = path;
    f->name = name;
    f->part = part;
    f->asked = path[length] == '#' ? path + length + 1 : NULL;
    f->in = strcmp(path, "-") == 0 ? stdin : fopen(name, "rb");
    if (!f->in) {
        status = errno == ENOMEM ? fail_memory(e)
                                 : fail_at(e, AYANT_E_INPUT, "I01", path, 0, 0, "'%s' cannot be opened: %s",
                                           path, strerror(errno));
        goto out;
    }
    if (f->in != stdin && fstat(fileno(f->in), &about) == 0 && S_ISREG(about.st_mode))
        f->size = (uint64_t)about.st_size;
    f->head_length = fread(f->head, 1, sizeof f->head, f->in);
    if (ferror(f->in)) {
        status =
            fail_at(e, AYANT_E_INPUT, "I02", path, 0, 0, "'%s' cannot be read: %s", path, strerror(errno));
        if (f->in != stdin)
            fclose(f->in);
        goto out;
    }
    status = open_kind(e, f, kind_of(e, f), out);
out:
    free(name);
    free(f);
    return status;
}

ayant_status source_next(failure *e, source *s, source_row *row)
{
    return s->kind->next(e, s->inside, row);
}

void source_close(source *s)
{
    if (s->inside)
        s->kind->close(s->inside);
    s->inside = NULL;
}
