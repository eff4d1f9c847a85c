/*
 * Files made for a test, and sources read back as text.
 *
 * Everybody in them is made up.
 */
#ifndef AYANT_TESTS_SOURCE_FIXTURES_H
#define AYANT_TESTS_SOURCE_FIXTURES_H

#include <stdlib.h>
#include <sqlite3.h>
#include <unistd.h>
#include <zip.h>
#include "../../engine/ingest/source.h"
#include "check.h"

#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define LINKS "http://schemas.openxmlformats.org/package/2006/relationships"

typedef struct packed_file {
    const char *name, *content;
    size_t length; /* 0: up to the final zero */
} packed_file;

static char fixture_folder[64], fixture_text[32768], fixture_notes[4096];
static failure fixture_failure;

__attribute__((unused)) static const char *fixture_path(const char *name)
{
    static char paths[8][160];
    static int next;
    char *out = paths[next++ % 8];

    snprintf(out, sizeof paths[0], "%s/%s", fixture_folder, name);
    return out;
}

__attribute__((unused)) static int fixture_open(void)
{
    strcpy(fixture_folder,
           access("/dev/shm", W_OK) == 0 ? "/dev/shm/ayant-sources-XXXXXX" : "/tmp/ayant-sources-XXXXXX");
    return mkdtemp(fixture_folder) ? 0 : -1;
}

__attribute__((unused)) static void fixture_bytes(const char *name, const void *bytes, size_t length)
{
    FILE *f = fopen(fixture_path(name), "wb");

    if (!CHECK(f != NULL))
        return;
    CHECK_INT(fwrite(bytes, 1, length, f), length);
    fclose(f);
}

__attribute__((unused)) static void fixture_write(const char *name, const char *content)
{
    fixture_bytes(name, content, strlen(content));
}

__attribute__((unused)) static char *fixture_read(const char *name, size_t *length)
{
    FILE *f = fopen(fixture_path(name), "rb");
    char *out = malloc(1 << 20);

    *length = f && out ? fread(out, 1, 1 << 20, f) : 0;
    if (f)
        fclose(f);
    return out;
}

__attribute__((unused)) static void fixture_zip(const char *name, const packed_file *files, size_t count)
{
    int code = 0;
    zip_t *zip = zip_open(fixture_path(name), ZIP_CREATE | ZIP_TRUNCATE, &code);

    if (!CHECK(zip != NULL))
        return;
    for (size_t i = 0; i < count; i++) {
        size_t length = files[i].length ? files[i].length : strlen(files[i].content);

        CHECK(zip_file_add(zip, files[i].name, zip_source_buffer(zip, files[i].content, length, 0),
                           ZIP_FL_OVERWRITE) >= 0);
    }
    CHECK_INT(zip_close(zip), 0);
}

#define RELS                                                                                                 \
    "<Relationships xmlns='" LINKS "'><Relationship Id='r' Type='" OFFICE "/officeDocument' "                \
    "Target='xl/workbook.xml'/></Relationships>"
#define BOOK_RELS                                                                                            \
    "<Relationships xmlns='" LINKS "'>"                                                                      \
    "<Relationship Id='r1' Type='" OFFICE "/worksheet' Target='worksheets/sheet1.xml'/>"                     \
    "<Relationship Id='r2' Type='" OFFICE "/worksheet' Target='/xl/worksheets/sheet2.xml'/>"                 \
    "<Relationship Id='r3' Type='" OFFICE "/styles' Target='styles.xml'/>"                                   \
    "<Relationship Id='r4' Type='" OFFICE "/sharedStrings' Target='../xl/sharedStrings.xml'/>"               \
    "</Relationships>"
/* Styles 0 plain, 1 date, 2 padded to 11, 3 date in words, 4 time, 5 euro. */
#define STYLES                                                                                               \
    "<styleSheet xmlns='" MAIN "'><numFmts><numFmt numFmtId='164' formatCode='00000000000'/>"                \
    "<numFmt numFmtId='165' formatCode='[$-813]d\\ mmmm\\ yyyy;@'/>"                                         \
    "<numFmt numFmtId='166' formatCode='#,##0.00\\ \"days\"'/></numFmts>"                                    \
    "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/>"         \
    "<xf numFmtId='164'/><xf numFmtId='165'/><xf numFmtId='21'/><xf numFmtId='166'/></cellXfs></styleSheet>"
#define STRINGS                                                                                              \
    "<sst xmlns='" MAIN "'><si><t>person_id</t></si><si><r><rPr/><t>Zo</t></r><r><t>\xc3\xa9</t></r>"        \
    "<rPh sb='0' eb='1'><t>ignored</t></rPh></si><si><t xml:space='preserve'> two_x000D_\nlines </t></si>"   \
    "<si><t/></si></sst>"
#define SHEET(rows) "<worksheet xmlns='" MAIN "'><sheetData>" rows "</sheetData></worksheet>"
#define TWO_SHEETS(book, first, second)                                                                      \
    "<workbook xmlns='" MAIN "' xmlns:r='" OFFICE "'>" book "<sheets><sheet name='" first                    \
    "' sheetId='1' r:id='r1'/><sheet name='" second "' sheetId='2' r:id='r2'/></sheets></workbook>"

/* A workbook of two sheets; `rows` is the whole of the first. */
__attribute__((unused)) static void fixture_xlsx(const char *name, const char *book, const char *rows,
                                                 const char *second)
{
    const packed_file files[] = {
        {"_rels/.rels", RELS, 0},
        {"xl/workbook.xml", book, 0},
        {"xl/_rels/workbook.xml.rels", BOOK_RELS, 0},
        {"xl/styles.xml", STYLES, 0},
        {"xl/sharedStrings.xml", STRINGS, 0},
        {"xl/worksheets/sheet1.xml", rows, 0},
        {"xl/worksheets/sheet2.xml", second, 0},
    };

    fixture_zip(name, files, sizeof files / sizeof *files);
}

#define ODS(styles, tables)                                                                                  \
    "<office:document-content xmlns:office='o' xmlns:table='t' xmlns:text='x' xmlns:style='s' "              \
    "xmlns:calcext='c' xmlns:draw='d' xmlns:dc='dc'><office:automatic-styles>" styles                        \
    "</office:automatic-styles><office:body><office:spreadsheet>" tables                                     \
    "</office:spreadsheet></office:body></office:document-content>"

__attribute__((unused)) static void fixture_ods(const char *name, const char *content)
{
    const packed_file files[] = {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet", 0},
                                 {"content.xml", content, 0}};

    fixture_zip(name, files, 2);
}

__attribute__((unused)) static void fixture_database(const char *name, const char *sql)
{
    sqlite3 *db = NULL;

    unlink(fixture_path(name));
    CHECK_INT(sqlite3_open(fixture_path(name), &db), SQLITE_OK);
    if (!CHECK_INT(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK))
        fprintf(stderr, "%s\n", sqlite3_errmsg(db));
    sqlite3_close(db);
}

static int fixture_take(void *to, const char *bytes, size_t length)
{
    char *out = to;
    size_t used = strlen(out);

    if (used + length >= sizeof fixture_notes)
        return 1;
    memcpy(out + used, bytes, length);
    out[used + length] = '\0';
    return 0;
}

static void fixture_add_row(const source_row *row)
{
    static const char *const flags[] = {"", "<long>", "<nul>", "<quote>", "<encoding>", "<kind>"};
    size_t used = strlen(fixture_text), room = sizeof fixture_text;

    used += (size_t)snprintf(fixture_text + used, room - used, "%d:", row->line);
    for (size_t i = 0; i < row->kept && used + row->cell[i].length + 20 < room; i++)
        used += (size_t)snprintf(fixture_text + used, room - used, "%s%.*s%s", i ? "|" : "",
                                 (int)row->cell[i].length, row->cell[i].at, flags[row->flag[i]]);
    if (used + 10 < room)
        snprintf(fixture_text + used, room - used, "%s\n", row->count > row->kept ? "|+" : "");
}

/* The header and the rows, one a line, "line:cell|cell"; or the id of the failure. `fixture_notes` has the
 * notes. */
__attribute__((unused)) static const char *fixture_rows(const char *path, const char *part)
{
    ayant_sink sink = {fixture_take, fixture_notes};
    source s = {0};
    source_row row;
    ayant_status status;
    writer w;

    fixture_text[0] = fixture_notes[0] = '\0';
    failure_clear(&fixture_failure);
    status = source_open(&fixture_failure, path, part, &s);
    if (status == AYANT_OK) {
        fixture_add_row(&s.header);
        while ((status = source_next(&fixture_failure, &s, &row)) == AYANT_OK)
            fixture_add_row(&row);
    }
    if (status == AYANT_NONE) {
        writer_start(&w, &sink);
        s.kind->describe(s.inside, &w);
        CHECK_INT(writer_end(&w, &fixture_failure), AYANT_OK);
    }
    source_close(&s);
    if (status != AYANT_NONE) {
        CHECK(status < 0 && fixture_failure.id[0] && fixture_failure.text[0]);
        return fixture_failure.id;
    }
    return fixture_text;
}

/* The same of a file of the folder. */
__attribute__((unused)) static const char *fixture_part(const char *name, const char *part)
{
    return fixture_rows(fixture_path(name), part);
}

#endif
