/*
 * Any bytes as a workbook: rows, or a refusal with a sentence.
 *
 * The first byte says where the rest goes: it is the archive itself, or one
 * of the XML files of a workbook that is sound otherwise, so that the reader
 * behind the archive is reached too.
 */
#include "../unit/source_fixtures.h"

#define ROWS                                                                                                 \
    SHEET("<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='inlineStr'><is><t>b</t></is></c></row>"       \
          "<row r='2'><c r='A2' t='s'><v>1</v></c><c r='B2' s='1'><v>46082.5</v></c></row>")

static void remove_folder(void)
{
    unlink(fixture_path("any"));
    rmdir(fixture_folder);
}

static void make_workbook(const char *name, const char *content, size_t length)
{
    static const packed_file sound[] = {
        {"_rels/.rels", RELS, 0},
        {"xl/workbook.xml", TWO_SHEETS("", "one", "two"), 0},
        {"xl/_rels/workbook.xml.rels", BOOK_RELS, 0},
        {"xl/styles.xml", STYLES, 0},
        {"xl/sharedStrings.xml", STRINGS, 0},
        {"xl/worksheets/sheet1.xml", ROWS, 0},
        {"xl/worksheets/sheet2.xml", SHEET(""), 0},
    };
    packed_file files[sizeof sound / sizeof *sound];
    size_t count = sizeof sound / sizeof *sound;

    memcpy(files, sound, sizeof sound);
    for (size_t i = 0; i < count; i++)
        if (strcmp(files[i].name, name) == 0)
            files[i] = (packed_file){name, content, length};
    if (strcmp(name, "content.xml") == 0) {
        files[0] = (packed_file){name, content, length};
        count = 1;
    }
    fixture_zip("any", files, count);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static const char *const parts[] = {"",
                                        "xl/worksheets/sheet1.xml",
                                        "xl/sharedStrings.xml",
                                        "xl/styles.xml",
                                        "xl/workbook.xml",
                                        "xl/_rels/workbook.xml.rels",
                                        "content.xml"};
    size_t which;

    if (length < 2)
        return 0;
    if (!fixture_folder[0]) {
        if (fixture_open() != 0)
            abort();
        atexit(remove_folder);
    }
    which = bytes[0] % (sizeof parts / sizeof *parts);
    if (which == 0)
        fixture_bytes("any", bytes + 1, length - 1);
    else
        make_workbook(parts[which], (const char *)bytes + 1, length - 1);
    fixture_part("any", bytes[0] & 0x80 ? "persons" : NULL);
    if (check_bad)
        abort();
    return 0;
}
