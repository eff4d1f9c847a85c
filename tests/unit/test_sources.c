/*
 * Every kind of file somebody may bring: what comes out of it, and what is
 * refused with which sentence.
 */
#include <sys/stat.h>
#include "../../engine/base/limits.h"
#include "../../engine/ingest/typed_values.h"
#include "source_fixtures.h"

#define T(s) text_of(s)

/* ---- CSV of any dialect ---- */

static const char *csv(const char *content)
{
    fixture_write("a.csv", content);
    return fixture_part("a.csv", "persons");
}

static void delimiters_are_found_over_several_lines(void)
{
    CHECK_TEXT(csv("a;b;c\n1,5;2,5;3,5\n4,5;5,5;6,5\n7,5;8,5;9,5\n"),
               "1:a|b|c\n2:1,5|2,5|3,5\n3:4,5|5,5|6,5\n4:7,5|8,5|9,5\n");
    CHECK_TEXT(csv("a|b\n1;2|x\n"), "1:a|b\n2:1;2|x\n");
    CHECK_HOLDS(fixture_notes, "separated by '|'");
    CHECK_TEXT(csv("nom, pr\xc3\xa9nom;rue, n\xc2\xb0\nA, B;C, D\nE;F\n"),
               "1:nom, pr\xc3\xa9nom|rue, n\xc2\xb0\n2:A, B|C, D\n3:E|F\n");
    CHECK_TEXT(csv("a\tb\n\"x\ty\"\t2\n"), "1:a|b\n2:x\ty|2\n");
    CHECK_TEXT(csv("a,b,c\n1,2\n1,2,3,4\n"), "1:a|b|c\n2:1|2\n3:1|2|3|+\n");
    CHECK_TEXT(csv("\"a;b;c\",d\n\"1;2;3\",x\n"), "1:a;b;c|d\n2:1;2;3|x\n");
    CHECK_TEXT(csv("alone\nx\ny\n"), "1:alone\n2:x\n3:y\n");
    CHECK_TEXT(csv("sep=|\na|b,c\n1|2,3\n"), "2:a|b,c\n3:1|2,3\n");
    CHECK_TEXT(csv("sep=;\r"), "I03");
}

static void apostrophes_quote_where_they_do_everywhere(void)
{
    CHECK_TEXT(csv("'a','b'\n'1,5','it''s'\n"), "1:a|b\n2:1,5|it's\n");
    CHECK_HOLDS(fixture_notes, "apostrophes as quotes");
    CHECK_TEXT(csv("city,name\n's Gravenhage,'t Hof\n'x',y\n"),
               "1:city|name\n2:'s Gravenhage|'t Hof\n3:'x'|y\n");
    CHECK_TEXT(csv("a,b\n\"1\",'x'\n\"2\",'y'\n"), "1:a|b\n2:1|'x'\n3:2|'y'\n");
    CHECK_TEXT(csv("a,b\n1,'x'\n2,'y'\n3,z\n4,z\n"), "1:a|b\n2:1|'x'\n3:2|'y'\n4:3|z\n5:4|z\n");
    CHECK_TEXT(csv("'a','b'\n'1','open\n"), "I04");
}

static void lines_may_end_in_any_way(void)
{
    CHECK_TEXT(csv("a,b\r1,2\r3,\"x\ry\"\r"), "1:a|b\n2:1|2\n3:3|x\ny\n");
    CHECK_HOLDS(fixture_notes, "lines that end in CR");
    CHECK_TEXT(csv("a,b\r\n1,2\r\n"), "1:a|b\n2:1|2\n");
    CHECK_HOLDS(fixture_notes, "CR LF");
    CHECK_TEXT(csv("\xef\xbb\xbf"
                   "a,b\n1,2"),
               "1:a|b\n2:1|2\n");
    CHECK_HOLDS(fixture_notes, "byte order mark");
}

static void titles_above_a_table_are_passed_over(void)
{
    CHECK_TEXT(csv("Export, dossiers - CPAS fictif - "
                   "01/03/2026\n\nNum\xc3\xa9ro;Nom;Rue;Salaire\n1;A;B;1,5\n2;C;D;2,5\n"),
               "3:Num\xc3\xa9ro|Nom|Rue|Salaire\n4:1|A|B|1,5\n5:2|C|D|2,5\n");
    CHECK_HOLDS(fixture_notes, "on line 3; what stands above was left out");
    CHECK_TEXT(csv("Dossiers;;;;;\n;;;;;\n\"two\nlines\";;;;;\na;b;c;d;e;f\n1;2;3;4;5;6\n"),
               "5:a|b|c|d|e|f\n6:1|2|3|4|5|6\n");
    /* in doubt, the first line is the header and no row is lost */
    CHECK_TEXT(csv("a,b,c\nx,,\nDUPONT,Jean,rue\n"), "1:a|b|c\n2:x||\n3:DUPONT|Jean|rue\n");
    CHECK_TEXT(csv("P1\nP2,1990-01-01,5\n"), "1:P1\n2:P2|+\n");
    CHECK_TEXT(csv("title\n1,2,3,4\n5,6,7,8\n"), "1:title\n2:1|+\n3:5|+\n");
}

static void utf16_is_converted(void)
{
    static const char little[] = "\xff\xfe"
                                 "a\0,\0b\0\n\0\xe9\0,\0=\xd8\x00\xde\n\0x\0,\0\x00\xd8\n\0";
    static const char big[] = "\0a\0,\0b\0\n\0c\0,\0d\0\n\0e\0,\0f\0\n";

    fixture_bytes("a.csv", little, sizeof little - 1);
    CHECK_TEXT(fixture_part("a.csv", NULL), "1:a|b\n2:\xc3\xa9|\xf0\x9f\x98\x80\n3:x|<encoding>\n");
    CHECK_HOLDS(fixture_notes, "UTF-16");
    fixture_bytes("a.csv", big, sizeof big - 1);
    CHECK_TEXT(fixture_part("a.csv", NULL), "1:a|b\n2:c|d\n3:e|f\n");
    fixture_bytes("a.csv", little, sizeof little - 2);
    CHECK_TEXT(fixture_part("a.csv", NULL), "I08");
    CHECK_HOLDS(fixture_failure.text, "middle of a character");
}

/* Longer than one block: the encoding holds to the end, and no row is lost where blocks meet. */
static void long_utf16_is_converted_whole(void)
{
    FILE *f = fopen(fixture_path("long.csv"), "wb");
    source s;
    source_row row;
    uint64_t rows = 0, bad = 0;
    failure e;

    if (!CHECK(f != NULL))
        return;
    fwrite("\xff\xfe"
           "i\0;\0n\0\n\0",
           1, 10, f);
    for (int i = 0; i < 200000; i++) {
        char line[40];
        int length = snprintf(line, sizeof line, "%d;\xe9t\xe9%d\n", i, i % 7);

        for (int k = 0; k < length; k++) {
            fputc(line[k], f);
            fputc(0, f);
        }
    }
    fclose(f);
    failure_clear(&e);
    if (!CHECK_INT(source_open(&e, fixture_path("long.csv"), NULL, &s), AYANT_OK))
        return;
    while (source_next(&e, &s, &row) == AYANT_OK) {
        char want[40];

        snprintf(want, sizeof want, "\xc3\xa9t\xc3\xa9%d", (int)(rows % 7));
        bad += row.kept != 2 || !text_is(row.cell[1], want) || row.line != (int)rows + 2;
        rows++;
    }
    CHECK_INT(rows, 200000);
    CHECK_INT(bad, 0);
    source_close(&s);
    unlink(fixture_path("long.csv"));
}

/* ---- values ---- */

static const char *number(const char *written)
{
    static char out[TYPED_TEXT + 1];

    out[typed_number(T(written), out)] = '\0';
    return out;
}

static const char *serial(const char *written, int from_1904)
{
    static char out[TYPED_TEXT + 1];

    out[typed_serial_date(T(written), from_1904, out)] = '\0';
    return out;
}

static void numbers_are_written_as_a_sheet_shows_them(void)
{
    CHECK_TEXT(number("1234.5"), "1234.5");
    CHECK_TEXT(number("1340.4699999999998"), "1340.47");
    CHECK_TEXT(number("0.30000000000000004"), "0.3");
    CHECK_TEXT(number("999.99999999999999"), "1000");
    CHECK_TEXT(number("2024.0"), "2024");
    CHECK_TEXT(number("-12.50"), "-12.5");
    CHECK_TEXT(number("1E3"), "1000");
    CHECK_TEXT(number("1.5e-3"), "0.0015");
    CHECK_TEXT(number("4.2012205181E+10"), "42012205181");
    CHECK_TEXT(number("12345678901234567890"), "12345678901234567890");
    CHECK_TEXT(number("0007"), "0007");
    CHECK_TEXT(number("0.0"), "0");
    CHECK_TEXT(number(".5"), "0.5");
    CHECK_TEXT(number("1e300"), "");
    CHECK_TEXT(number("1e-300"), "");
    CHECK_TEXT(number("1e99999999999"), "");
    CHECK_TEXT(number("1e"), "");
    CHECK_TEXT(number("-"), "");
    CHECK_TEXT(number("1.2.3"), "");
    CHECK_TEXT(number("12a"), "");
    CHECK_TEXT(number("nan"), "");
}

static void dates_are_counted_from_1900_or_1904(void)
{
    CHECK_TEXT(serial("1", 0), "1900-01-01");
    CHECK_TEXT(serial("59", 0), "1900-02-28");
    CHECK_TEXT(serial("60", 0), "1900-02-29"); /* Excel's own; it reads as no date */
    CHECK_TEXT(serial("61", 0), "1900-03-01");
    CHECK_TEXT(serial("31900", 0), "1987-05-03");
    CHECK_TEXT(serial("46082.75", 0), "2026-03-01");
    CHECK_TEXT(serial("2958465", 0), "9999-12-31");
    CHECK_TEXT(serial("2958466", 0), "");
    CHECK_TEXT(serial("0.5", 0), "");
    CHECK_TEXT(serial("-3", 0), "");
    CHECK_TEXT(serial("0", 1), "1904-01-01");
    CHECK_TEXT(serial("44620", 1), "2026-03-01");
}

static number_format format(const char *code)
{
    unsigned digits;

    return typed_format(T(code), &digits);
}

static void formats_say_what_is_a_date(void)
{
    CHECK_INT(format("dd/mm/yyyy"), FORMAT_DATE);
    CHECK_INT(format("[$-80C]d\\ mmmm\\ yyyy;@"), FORMAT_DATE);
    CHECK_INT(format("yyyy\\-mm\\-dd\\ hh:mm"), FORMAT_DATE);
    CHECK_INT(format("mmm"), FORMAT_DATE);
    CHECK_INT(format("[h]:mm:ss"), FORMAT_PLAIN);
    CHECK_INT(format("h:mm"), FORMAT_PLAIN);
    CHECK_INT(format("General"), FORMAT_PLAIN);
    CHECK_INT(format("#,##0.00\\ \"days\""), FORMAT_PLAIN);
    CHECK_INT(format("#,##0.00\\ [$\xe2\x82\xac-80C];[Red]-0.00"), FORMAT_PLAIN);
    CHECK_INT(format("0.00E+00"), FORMAT_PLAIN);
    CHECK_INT(format("\"unclosed dd"), FORMAT_PLAIN);
    CHECK_INT(format("[unclosed dd"), FORMAT_PLAIN);
    CHECK_INT(format("\\"), FORMAT_PLAIN);
    CHECK_INT(format("00000000000"), FORMAT_PADDED);
    CHECK_INT(format("0"), FORMAT_PLAIN);
}

/* ---- XLSX ---- */

#define C(place, more, inside) "<c r='" place "' " more ">" inside "</c>"
#define INLINE(place, text) C(place, "t='inlineStr'", "<is><t>" text "</t></is>")
#define HEADS INLINE("A1", "id") INLINE("B1", "value")
#define HEADING "<row r='1'>" HEADS "</row>"

static const char *cell(const char *c)
{
    static char sheet[1000], out[200];
    const char *rows;

    snprintf(sheet, sizeof sheet, SHEET(HEADING "<row r='2'>" INLINE("A2", "x") "%s</row>"), c);
    fixture_xlsx("a.xlsx", TWO_SHEETS("", "one", "two"), sheet, SHEET(""));
    rows = fixture_part("a.xlsx", NULL);
    if (strncmp(rows, "1:id|value\n2:x|", 15) != 0)
        return rows;
    snprintf(out, sizeof out, "%s", rows + 15);
    out[strcspn(out, "\n")] = '\0';
    return out;
}

static void cells_of_a_sheet(void)
{
    CHECK_TEXT(cell(C("B2", "", "<v>1234.5</v>")), "1234.5");
    CHECK_TEXT(cell(C("B2", "t='n' s='5'", "<v>1340.4699999999998</v>")), "1340.47");
    CHECK_TEXT(cell(C("B2", "s='1'", "<v>46082</v>")), "2026-03-01");
    CHECK_TEXT(cell(C("B2", "s='3'", "<v>46082.4</v>")), "2026-03-01");
    CHECK_TEXT(cell(C("B2", "s='4'", "<v>0.5</v>")), "0.5");
    CHECK_TEXT(cell(C("B2", "s='2'", "<v>1022205181</v>")), "01022205181");
    CHECK_TEXT(cell(C("B2", "s='99'", "<v>7</v>")), "7");
    CHECK_TEXT(cell(C("B2", "t='d'", "<v>2026-03-01T00:00:00Z</v>")), "2026-03-01");
    CHECK_TEXT(cell(C("B2", "t='b'", "<v>1</v>")), "yes");
    CHECK_TEXT(cell(C("B2", "t='b'", "<v>0</v>")), "no");
    CHECK_TEXT(cell(C("B2", "t='s'", "<v>1</v>")), "Zo\xc3\xa9");
    CHECK_TEXT(cell(C("B2", "t='s'", "<v>2</v>")), " two\r");
    CHECK_TEXT(cell(C("B2", "t='s'", "<v>3</v>")), "");
    CHECK_TEXT(cell(C("B2", "t='s'", "<v>4</v>")), "I08");
    CHECK_TEXT(cell(C("B2", "t='s'", "<v>99999999999999999999999</v>")), "I08");
    CHECK_TEXT(cell(C("B2", "t='str'", "<f>A1&amp;1</f><v>x&amp;y_x005F_</v>")), "x&y_");
    CHECK_TEXT(cell(C("B2", "t='inlineStr'", "<is><r><t>a</t></r><r><t>b</t></r><rPh><t>c</t></rPh></is>")),
               "ab");
    CHECK_TEXT(cell("<c t='inlineStr'><is><t>no place</t></is></c>"), "no place");
    CHECK_TEXT(cell(C("B2", "t='e'", "<v>#N/A</v>")), "");
    CHECK_HOLDS(fixture_notes, "1 cells hold an error");
    CHECK_TEXT(cell(C("B2", "", "<f>1+1</f>")), "");
    CHECK_HOLDS(fixture_notes, "1 formulas have no result");
    CHECK_TEXT(cell(C("B2", "", "<f>1+1</f><v></v>")), "");
    CHECK_HOLDS(fixture_notes, "1 formulas have no result");
    CHECK_TEXT(cell(C("B2", "t='str'", "<f>T(A9)</f><v></v>")), "");
    CHECK(!strstr(fixture_notes, "formulas"));
    CHECK_TEXT(cell(C("B2", "", "<f>1+1</f><v>2</v>")), "2");
    CHECK_TEXT(cell(C("B2", "s='1'", "<v>words</v>")), "words");
    CHECK_TEXT(cell("<c r='B2'/>"), "");
}

static void rows_of_a_sheet(void)
{
    fixture_xlsx(
        "a.xlsx", TWO_SHEETS("<workbookPr date1904='1'/>", "one", "two"),
        "<x:worksheet xmlns:x='" MAIN "'><x:sheetData><x:row r='1'><x:c r='A1' t='inlineStr'><x:is><x:t>id"
        "</x:t></x:is></x:c><x:c r='C1' t='s'><x:v>0</x:v></x:c></x:row><x:row r='2'/>"
        "<x:row r='5'><x:c r='C5' s='1'><x:v>44620</x:v></x:c><x:c r='E5'><x:v>9</x:v></x:c></x:row>"
        "<x:row><x:c r='A6'><x:v>7</x:v></x:c></x:row><x:row r='8'><x:c r='E8'><x:v>9</x:v></x:c></x:row>"
        "</x:sheetData><x:mergeCells><x:mergeCell ref='A1:B1'/></x:mergeCells></x:worksheet>",
        SHEET(""));
    CHECK_TEXT(fixture_part("a.xlsx", "persons"), "1:id||person_id\n5:||2026-03-01\n6:7||\n");
    CHECK_HOLDS(fixture_notes, "a workbook (XLSX), sheet 'one'; not read: 'two' (empty)");
    CHECK_HOLDS(fixture_notes, "2 cells under no column name");
    CHECK_HOLDS(fixture_notes, "1 areas of merged cells");
}

static void titles_above_a_sheet_are_passed_over(void)
{
    fixture_xlsx(
        "a.xlsx", TWO_SHEETS("", "one", "two"),
        SHEET("<row r='1'>" INLINE("A1", "Dossiers au 01/03/2026") "</row><row r='4'>" INLINE("B4", "id")
                  INLINE("C4", "name") INLINE("D4", "street") "</row><row r='5'>" C("B5", "", "<v>1</v>")
                      INLINE("C5", "A") INLINE("D5", "B") "</row>"),
        SHEET(""));
    CHECK_TEXT(fixture_part("a.xlsx", NULL), "4:|id|name|street\n5:|1|A|B\n");
    CHECK_HOLDS(fixture_notes, "in row 4; what stands above was left out");
    fixture_xlsx("a.xlsx", TWO_SHEETS("", "one", "two"),
                 SHEET("<row>" INLINE("A1", " ") "</row><row>" INLINE("A2", "id") "</row><row>" INLINE(
                     "A3", "x") "</row>"),
                 SHEET(""));
    CHECK_TEXT(fixture_part("a.xlsx", NULL), "2:id\n3:x\n");
}

/* ---- which part ---- */

static const char *part_of(const char *book, const char *part)
{
    fixture_xlsx("a.xlsx", book, SHEET("<row>" INLINE("A1", "first") "</row>"),
                 SHEET("<row>" INLINE("A1", "second") "</row>"));
    return fixture_part("a.xlsx", part);
}

static void a_sheet_is_chosen_by_name(void)
{
    static const char hidden[] =
        "<workbook xmlns:r='x'><sheets><sheet name='one' r:id='r1'/><sheet name='two' "
        "state='veryHidden' r:id='r2'/></sheets></workbook>";

    CHECK_TEXT(part_of(TWO_SHEETS("", "households", "persons"), "persons"), "1:second\n");
    CHECK_TEXT(part_of(TWO_SHEETS("", "M\xc3\xa9nages", "Personnes"), "households"), "1:first\n");
    CHECK_TEXT(part_of(TWO_SHEETS("", "MENAGES", " PERSONEN "), "persons"), "1:second\n");
    CHECK_TEXT(part_of(TWO_SHEETS("", "households", "data"), "persons"), "1:second\n");
    CHECK_TEXT(part_of(TWO_SHEETS("", "a", "b"), "persons"), "B01");
    CHECK_HOLDS(fixture_failure.text, "it has: 'a', 'b'");
    CHECK_TEXT(part_of(TWO_SHEETS("", "a", "b"), NULL), "B01");
    CHECK_TEXT(part_of(TWO_SHEETS("", "households", "persons"), "relations"), "B01");
    CHECK_TEXT(part_of(hidden, NULL), "1:first\n");
    CHECK_HOLDS(fixture_notes, "'two' (hidden)");
    CHECK_TEXT(fixture_part("a.xlsx#TWO", "persons"), "1:second\n");
    CHECK_HOLDS(fixture_notes, "which is hidden");
    CHECK_TEXT(fixture_part("a.xlsx#three", NULL), "B01");
    CHECK_HOLDS(fixture_failure.text, "no sheet 'three'");
    CHECK_TEXT(fixture_part("none.xlsx#one", NULL), "I01");
    fixture_write("odd#name.csv", "a,b\n1,2\n");
    CHECK_TEXT(fixture_part("odd#name.csv", NULL), "1:a|b\n2:1|2\n");
    CHECK_TEXT(fixture_part("odd#name.csv#one", NULL), "B01");
    CHECK_HOLDS(fixture_failure.text, "no sheets or tables");
}

/* ---- ODS ---- */

#define TABLE(name, rows) "<table:table table:name='" name "' table:style-name='ta1'>" rows "</table:table>"
#define ROW(cells) "<table:table-row>" cells "</table:table-row>"
#define P(text) "<table:table-cell office:value-type='string'><text:p>" text "</text:p></table:table-cell>"
#define VALUE(type, value)                                                                                   \
    "<table:table-cell office:value-type='" type "' office:" value                                           \
    "><text:p>shown</text:p></table:table-cell>"

static void cells_of_an_ods_sheet(void)
{
    fixture_ods(
        "a.ods",
        ODS("",
            TABLE("one",
                  "<table:shapes><draw:frame><table:table><table:table-row><table:table-cell>"
                  "<text:p>drawn</text:p></table:table-cell></table:table-row></table:table>"
                  "</draw:frame></table:shapes><table:table-header-rows>" ROW(P("id") P(
                      "value")) "</table:table-header-rows>" ROW(P("a") VALUE("float",
                                                                              "value='1340.4699999999998'"))
                      ROW(P("b") VALUE("date", "date-value='2026-03-01T10:00:00'")) ROW(P("c") VALUE(
                          "boolean", "boolean-value='true'")) ROW(P("d") VALUE("currency", "value='12.50'"))
                          ROW(P("e") VALUE("string", "string-value='kept'"))
                              ROW(P("f") "<table:table-cell office:value-type='string' "
                                         "calcext:value-type='error'><text:p>#N/A</text:p>"
                                         "</table:table-cell>")
                                  ROW(P("g") "<table:table-cell table:formula='of:=1'/>"))));
    CHECK_TEXT(fixture_part("a.ods", NULL),
               "1:id|value\n2:a|1340.47\n3:b|2026-03-01\n4:c|yes\n5:d|12.5\n6:e|kept\n7:f|\n8:g|\n");
    CHECK_HOLDS(fixture_notes, "a workbook (ODS), sheet 'one'");
    CHECK_HOLDS(fixture_notes, "1 cells hold an error");
    CHECK_HOLDS(fixture_notes, "1 formulas have no result");
}

static void texts_of_an_ods_sheet(void)
{
    fixture_ods(
        "a.ods",
        ODS("",
            TABLE("one", ROW(P("id") P("t")) ROW(P("a") P("  one\n   two <text:s text:c='2'/>x<text:tab/>"
                                                          "<text:span>y</text:span></text:p><text:p>z"))
                             ROW(P("b") "<table:table-cell office:value-type='string'>"
                                        "<office:annotation><dc:date>d</dc:date><text:p>note</text:p>"
                                        "</office:annotation><text:p>mine</text:p></table:table-cell>"))));
    CHECK_TEXT(fixture_part("a.ods", NULL), "1:id|t\n2:a|one two   x\ty\nz\n3:b|mine\n");
}

static void repetitions_of_an_ods_sheet(void)
{
    fixture_ods(
        "a.ods",
        ODS("",
            TABLE(
                "one",
                ROW(P("id") P("x") P("y") "<table:table-cell table:number-columns-repeated='16000'/>") ROW(P(
                    "a") "<table:table-cell table:number-columns-repeated='2' "
                         "office:value-type='float' office:value='7'/>") "<table:table-row "
                                                                         "table:number-rows-repeated='3'><"
                                                                         "table:table-cell/></"
                                                                         "table:table-row>"
                                                                         "<table:table-row "
                                                                         "table:number-rows-repeated='2'>" P(
                                                                             "b") "<table:table-cell "
                                                                                  "table:number-columns-"
                                                                                  "spanned='2'><text:p>m</"
                                                                                  "text:p>"
                                                                                  "</"
                                                                                  "table:table-cell><table:"
                                                                                  "covered-table-cell><text:"
                                                                                  "p>under</text:p>"
                                                                                  "</"
                                                                                  "table:covered-table-cell><"
                                                                                  "/table:table-row>" ROW(P(
                                                                                      "c") "<table:table-"
                                                                                           "cell "
                                                                                           "table:number-"
                                                                                           "columns-repeated="
                                                                                           "'16382' "
                                                                                           "office:value-"
                                                                                           "type='float' "
                                                                                           "office:value='1'/"
                                                                                           ">") "<table:"
                                                                                                "table-row "
                                                                                                "table:"
                                                                                                "number-rows-"
                                                                                                "repeated='"
                                                                                                "1048560'>"
                                                                                                "<table:"
                                                                                                "table-cell/"
                                                                                                "></"
                                                                                                "table:table-"
                                                                                                "row>")));
    CHECK_TEXT(fixture_part("a.ods", NULL), "1:id|x|y\n2:a|7|7\n6:b|m|\n7:b|m|\n8:c|1|1\n");
    CHECK_HOLDS(fixture_notes, "16380 cells under no column name");
}

static void hidden_sheets_of_ods_are_told(void)
{
    fixture_ods("a.ods", ODS("<style:style style:name='ta1' style:family='table'><style:table-properties "
                             "table:display='false'/></style:style>",
                             TABLE("old", ROW(P("x"))) "<table:table table:name='new'>" ROW(
                                 P("id") P("k")) "</table:table>"));
    CHECK_TEXT(fixture_part("a.ods", "persons"), "1:id|k\n");
    CHECK_HOLDS(fixture_notes, "'old' (hidden)");
}

/* ---- what is refused ---- */

static void refused(const char *id, const char *sentence)
{
    CHECK_TEXT(fixture_part("a.xlsx", NULL), id);
    CHECK_HOLDS(fixture_failure.text, sentence);
}

static void entities_are_refused(void)
{
    static const char bomb[] =
        "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>" SHEET(
            "<row>" INLINE("A1", "&b;") "</row>");

    fixture_xlsx("a.xlsx", TWO_SHEETS("", "one", "two"), bomb, SHEET(""));
    refused("I08", "document type");
    fixture_xlsx("a.xlsx", TWO_SHEETS("", "one", "two"), SHEET("<row>" INLINE("A1", "&undefined;") "</row>"),
                 SHEET(""));
    refused("I08", "damaged");
}

static void bombs_are_refused(void)
{
    size_t room = (size_t)LIMIT_XML_FREE_BYTES + (8u << 20), used = 0;
    char *bytes = malloc(room);
    const packed_file files[] = {
        {"_rels/.rels", RELS, 0},
        {"xl/workbook.xml", TWO_SHEETS("", "one", "two"), 0},
        {"xl/_rels/workbook.xml.rels", BOOK_RELS, 0},
        {"xl/worksheets/sheet1.xml", bytes, room},
    };

    if (!CHECK(bytes != NULL))
        return;
    used = (size_t)snprintf(bytes, room, "<worksheet><sheetData>");
    while (used + 6 <= room) {
        memcpy(bytes + used, "<row/>", 6);
        used += 6;
    }
    memset(bytes + used, ' ', room - used);
    fixture_zip("a.xlsx", files, 4);
    refused("B05", "unpacks to far more");
    /* one tag of megabytes */
    used = (size_t)snprintf(bytes, room, "<worksheet x='");
    memset(bytes + used, 'x', room - used);
    fixture_zip("a.xlsx", files, 4);
    refused("B05", "tag of more than 1 MB");
    free(bytes);
}

static void depth_is_limited(void)
{
    char rows[4000] = "<worksheet>";

    for (int i = 0; i < 120; i++)
        strcat(rows, "<a>");
    fixture_xlsx("a.xlsx", TWO_SHEETS("", "one", "two"), rows, SHEET(""));
    refused("B05", "deep");
}

static void other_archives_are_named(void)
{
    static const packed_file xlsb[] = {{"xl/workbook.bin", "x", 0}}, docx[] = {{"word/document.xml", "x", 0}},
                             other[] = {{"readme.txt", "x", 0}}, letter[] = {{"content.xml", "<a/>", 0}},
                             locked[] = {{"content.xml", "\x01\x02", 0},
                                         {"META-INF/manifest.xml", "<m><e><encryption-data/></e></m>", 0}};

    fixture_zip("a.xlsx", xlsb, 1);
    refused("I08", "xlsb");
    fixture_zip("a.xlsx", docx, 1);
    refused("I08", "text document");
    fixture_zip("a.xlsx", other, 1);
    refused("I08", "unpack it");
    fixture_zip("a.xlsx", letter, 1);
    refused("I08", "without a sheet");
    fixture_zip("a.xlsx", locked, 2);
    refused("I08", "password");
}

static void old_and_locked_workbooks_are_named(void)
{
    static const char name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";
    static char bytes[200000];

    memcpy(bytes, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8);
    fixture_bytes("a.xlsx", bytes, sizeof bytes);
    refused("I08", "Excel 97 to 2003");
    for (size_t at = 512; at < sizeof bytes - 64; at += 65536 - 16) {
        memcpy(bytes + at, name, sizeof name - 1);
        fixture_bytes("a.xlsx", bytes, sizeof bytes);
        refused("I08", "password");
        memset(bytes + at, 0, sizeof name);
    }
}

static void other_files_are_named(void)
{
    static const struct {
        const char *begins, *sentence;
    } files[] = {{"\x1f\x8b\x08", "gzip"},
                 {"%PDF-1.7", "PDF"},
                 {"<html><table>", "web page"},
                 {"<?xml version='1.0'?><Workbook>", "web page or XML"},
                 {"[\n{\"a\":1}]", "JSON list"},
                 {"PAR1\x15\x04", "Parquet"},
                 {"7z\xbc\xaf\x27\x1c", "7-Zip"},
                 {"PK\x05\x06", "damaged workbook"},
                 {"\x89"
                  "ayant\r\n\x01",
                  "caseload already"}};

    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        fixture_write("a.xlsx", files[i].begins);
        refused("I08", files[i].sentence);
    }
    CHECK_TEXT(fixture_rows(fixture_folder, NULL), "I02");
}

/* ---- JSON lines ---- */

static const char *json(const char *content)
{
    fixture_write("a.jsonl", content);
    return fixture_part("a.jsonl", "persons");
}

static void lines_of_json(void)
{
    CHECK_TEXT(
        json("{\"a\": 1, \"b\": \"x\"}\n\n{\"b\": null, \"c\": true, \"a\": 1234.50}\r\n{\"c\": false}"),
        "0:a|b|c\n1:1|x|\n3:1234.5||yes\n4:||no\n");
    CHECK_HOLDS(fixture_notes, "JSON lines, 3 keys");
    CHECK_TEXT(json("\xef\xbb\xbf{\"a\": {\"b\": 1, \"c\": {\"d\": \"\xc3\xa9\"}}, \"e\": {}}"),
               "0:a.b|a.c.d|e\n1:1|\xc3\xa9|\n");
    CHECK_TEXT(json("{\"a\": [1, 2], \"b\": []}"), "0:a|b\n1:<kind>|\n");
    CHECK_TEXT(json("{\"a\": \"x\\u0000y\", \"b\": 1e3, \"c\": 0.1}"), "0:a|b|c\n1:<nul>|1000|0.1\n");
    CHECK_TEXT(json("{\"a\": 1}\n{\"a\": 2\n"), "B03");
    CHECK_INT(fixture_failure.line, 2);
    CHECK_TEXT(json("{\"a\": 1}\n[1]\n"), "B03");
    CHECK_TEXT(json("{\"a\": 1, \"a\": 2}\n"), "B03");
    CHECK_HOLDS(fixture_failure.text, "a key twice");
    CHECK_TEXT(json("{\"a\": {\"b\": 1}, \"a.b\": 2}\n"), "B03");
    CHECK_TEXT(json("{\"a\": 99999999999999999999}\n"), "B03");
    CHECK_HOLDS(fixture_failure.text, "between quotes");
    CHECK_TEXT(json("{}\n"), "I03");
}

static void json_has_limits(void)
{
    size_t room = (size_t)LIMIT_JSON_LINE + (1u << 20);
    char *bytes = malloc(room), deep[400] = "";

    if (!CHECK(bytes != NULL))
        return;
    memset(bytes, 'x', room);
    memcpy(bytes, "{\"a\":\"", 6);
    bytes[room - 1] = '\0';
    CHECK_TEXT(json(bytes), "B02");
    CHECK_INT(fixture_failure.line, 1);
    bytes[LIMIT_CELL + 7] = '\0';
    strcat(bytes, "\"}");
    CHECK_TEXT(json(bytes), "0:a\n1:<long>\n");
    for (int i = 0; i < 12; i++)
        strcat(deep, "{\"a\":");
    strcat(deep, "1");
    for (int i = 0; i < 12; i++)
        strcat(deep, "}");
    CHECK_TEXT(json(deep), "0:a.a.a.a.a.a.a.a\n1:<kind>\n");
    for (size_t i = 0, used = 0; i <= LIMIT_COLUMNS; i++)
        used += (size_t)snprintf(bytes + used, room - used, "%s\"k%zu\":1%s", i ? "" : "{", i,
                                 i == LIMIT_COLUMNS ? "}" : ",");
    CHECK_TEXT(json(bytes), "I07");
    free(bytes);
}

/* ---- SQLite ---- */

static void tables_of_a_database(void)
{
    fixture_database("a.db", "CREATE TABLE personen (id, n, t, b); INSERT INTO personen VALUES "
                             "('x', 1234.5, NULL, x'00ff'), (7, 1000.0, CAST(x'e9' AS TEXT), 0.1), "
                             "(NULL, NULL, NULL, NULL), ('a'||char(0)||'b', -3, 'w', '');"
                             "CREATE TABLE \"odd \"\" name\" (a); INSERT INTO \"odd \"\" name\" VALUES (1);"
                             "CREATE VIEW seen AS SELECT id AS who FROM personen WHERE id = 'x';");
    CHECK_TEXT(fixture_part("a.db", "persons"),
               "0:id|n|t|b\n1:x|1234.5||<kind>\n2:7|1000|\xc3\xa9|0.1\n4:<nul>|-3|w|\n");
    CHECK_HOLDS(fixture_notes, "a database of SQLite, table 'personen'; not read: 'odd \" name', 'seen'");
    CHECK_HOLDS(fixture_notes, "Windows-1252");
    CHECK_TEXT(fixture_part("a.db#seen", NULL), "0:who\n1:x\n");
    CHECK_TEXT(fixture_part("a.db#odd \" name", NULL), "0:a\n1:1\n");
    CHECK_TEXT(fixture_part("a.db", NULL), "B01");
    fixture_database("a.db", "CREATE TABLE empty (a); CREATE TABLE full (a); INSERT INTO full VALUES ('v')");
    CHECK_TEXT(fixture_part("a.db", NULL), "0:a\n1:v\n");
    fixture_database("a.db", "VACUUM");
    CHECK_TEXT(fixture_part("a.db", NULL), fixture_failure.id);
}

static void a_database_is_not_trusted(void)
{
    fixture_database("a.db",
                     "CREATE TABLE t (a); INSERT INTO t VALUES (1);"
                     "CREATE VIEW endless AS WITH RECURSIVE r(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM r) "
                     "SELECT i FROM r WHERE i < 0;"
                     "CREATE VIEW reader AS SELECT readfile('/etc/passwd') AS a;");
    CHECK_TEXT(fixture_part("a.db#endless", NULL), "B11");
    CHECK_TEXT(fixture_part("a.db#reader", NULL), "B12");
    fixture_database("a.db", "PRAGMA application_id = 1098473838; CREATE TABLE persons (a)");
    CHECK_TEXT(fixture_part("a.db", "persons"), "B13");
    CHECK_HOLDS(fixture_failure.text, "is a caseload already");
}

static void a_database_is_left_as_it_was(void)
{
    size_t before, after;
    char *one, *other;

    fixture_database("a.db", "PRAGMA journal_mode = WAL; CREATE TABLE t (a); INSERT INTO t VALUES ('v')");
    one = fixture_read("a.db", &before);
    CHECK_TEXT(fixture_part("a.db", NULL), "0:a\n1:v\n");
    other = fixture_read("a.db", &after);
    CHECK(before == after && before > 0 && memcmp(one, other, before) == 0);
    CHECK(access(fixture_path("a.db-wal"), F_OK) != 0 && access(fixture_path("a.db-shm"), F_OK) != 0);
    free(one);
    free(other);
}

/* What another program has written and not yet moved into the file is read too. */
static void a_database_in_use_is_read_whole(void)
{
    sqlite3 *db = NULL;

    unlink(fixture_path("a.db"));
    CHECK_INT(sqlite3_open(fixture_path("a.db"), &db), SQLITE_OK);
    CHECK_INT(sqlite3_exec(db, "PRAGMA journal_mode = WAL; CREATE TABLE t (a); INSERT INTO t VALUES ('new')",
                           NULL, NULL, NULL),
              SQLITE_OK);
    CHECK_TEXT(fixture_part("a.db", NULL), "0:a\n1:new\n");
    sqlite3_close(db);
}

/* ---- damage ---- */

static void write_each_kind(void)
{
    static const char sheet[] =
        SHEET(HEADING "<row>" C("A2", "t='s'", "<v>1</v>") C("B2", "s='1'", "<v>46082</v>") "</row>");

    fixture_xlsx("k0", TWO_SHEETS("", "one", "two"), sheet, SHEET(""));
    fixture_ods("k1", ODS("", TABLE("one", ROW(P("id") P("v")) ROW(P("a") VALUE("float", "value='1'")))));
    fixture_database("k2", "CREATE TABLE t (a, b); INSERT INTO t VALUES ('v', 1.5), ('w', NULL)");
    fixture_write("k3", "{\"a\": 1, \"b\": {\"c\": \"x\"}}\n{\"a\": true}\n");
    fixture_bytes("k4",
                  "\xff\xfe"
                  "a\0;\0b\0\n\0"
                  "1\0;\0\xe9\0\n\0",
                  18);
    fixture_write("k5", "Titre;;;\n'a';'b';'c';'d'\n'1';'2';'3';'4'\n");
}

/* A file that stops early, or with one byte changed, is rows or a refusal. */
static void damaged_files_end_in_rows_or_a_refusal(void)
{
    write_each_kind();
    for (int kind = 0; kind < 6; kind++) {
        char name[8];
        size_t length;
        char *bytes;

        snprintf(name, sizeof name, "k%d", kind);
        bytes = fixture_read(name, &length);
        CHECK(length > 10);
        for (size_t cut = 0; cut<length; cut += length> 3000 ? 61 : 1) {
            fixture_bytes("cut", bytes, cut);
            CHECK(fixture_part("cut", "persons")[0] != '\0');
        }
        for (size_t at = 0; at<length; at += length> 3000 ? 17 : 1) {
            char kept = bytes[at];

            bytes[at] = (char)(kept ^ (1 << at % 8));
            fixture_bytes("cut", bytes, length);
            CHECK(fixture_part("cut", "persons")[0] != '\0');
            bytes[at] = kept;
        }
        free(bytes);
    }
}

static void remove_fixtures(void)
{
    static const char *const names[] = {"a.csv",    "a.xlsx",   "a.ods",        "a.jsonl", "a.db",
                                        "a.db-wal", "a.db-shm", "odd#name.csv", "cut",     "k0",
                                        "k1",       "k2",       "k3",           "k4",      "k5"};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        unlink(fixture_path(names[i]));
    CHECK_INT(rmdir(fixture_folder), 0);
}

int main(void)
{
    if (!CHECK_INT(fixture_open(), 0))
        return check_end();
    RUN(delimiters_are_found_over_several_lines);
    RUN(apostrophes_quote_where_they_do_everywhere);
    RUN(lines_may_end_in_any_way);
    RUN(titles_above_a_table_are_passed_over);
    RUN(utf16_is_converted);
    RUN(long_utf16_is_converted_whole);
    RUN(numbers_are_written_as_a_sheet_shows_them);
    RUN(dates_are_counted_from_1900_or_1904);
    RUN(formats_say_what_is_a_date);
    RUN(cells_of_a_sheet);
    RUN(rows_of_a_sheet);
    RUN(titles_above_a_sheet_are_passed_over);
    RUN(a_sheet_is_chosen_by_name);
    RUN(cells_of_an_ods_sheet);
    RUN(texts_of_an_ods_sheet);
    RUN(repetitions_of_an_ods_sheet);
    RUN(hidden_sheets_of_ods_are_told);
    RUN(entities_are_refused);
    RUN(bombs_are_refused);
    RUN(depth_is_limited);
    RUN(other_archives_are_named);
    RUN(old_and_locked_workbooks_are_named);
    RUN(other_files_are_named);
    RUN(lines_of_json);
    RUN(json_has_limits);
    RUN(tables_of_a_database);
    RUN(a_database_is_not_trusted);
    RUN(a_database_is_left_as_it_was);
    RUN(a_database_in_use_is_read_whole);
    RUN(damaged_files_end_in_rows_or_a_refusal);
    RUN(remove_fixtures);
    return check_end();
}
