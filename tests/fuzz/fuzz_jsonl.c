/*
 * Any bytes as a file of any kind told by its content, lines of JSON first
 * of all: rows of UTF-8 under their header, or a refusal with a sentence.
 */
#include "../unit/source_fixtures.h"

static void remove_folder(void)
{
    unlink(fixture_path("any"));
    rmdir(fixture_folder);
}

static void check_rows(const char *path)
{
    source s = {0};
    source_row row;
    failure e;
    size_t columns;
    ayant_status status;

    failure_clear(&e);
    status = source_open(&e, path, "persons", &s);
    columns = s.header.kept;
    while (status == AYANT_OK && (status = source_next(&e, &s, &row)) == AYANT_OK)
        for (size_t i = 0; i < row.kept; i++)
            if (row.kept > columns || !text_is_utf8(row.cell[i]) || (row.flag[i] && row.cell[i].length))
                abort();
    if (status < 0 && (!e.id[0] || !e.text[0]))
        abort();
    source_close(&s);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    if (!fixture_folder[0]) {
        if (fixture_open() != 0)
            abort();
        atexit(remove_folder);
    }
    fixture_bytes("any", bytes, length);
    check_rows(fixture_path("any"));
    return 0;
}
