/*
 * The messy export as a spreadsheet (XLSX): real dates, figures, and texts.
 *
 * Rows go into a file without a name as they come, which is packed at the end
 * into the file that the folder opened. Memory does not grow with the rows.
 */
#include "messy.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "../base/limits.h"

/* Day 0 of spreadsheets, for all dates from March 1900. */
#define SHEET_ZERO day_of(1899, 12, 30)

enum { STYLE_PLAIN, STYLE_DATE, STYLE_AMOUNT };

struct messy_book {
    FILE *sheet;
    uint64_t line; /* the row that is open; 0 before the first */
};

#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define FORMATS "http://schemas.openxmlformats.org/"
#define OFFICE "application/vnd.openxmlformats-officedocument.spreadsheetml."

/* Everything but the sheet. */
static const messy_part parts[] = {
    {"[Content_Types].xml", XML
     "<Types xmlns=\"" FORMATS "package/2006/content-types\">"
     "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
     "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
     "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" OFFICE "sheet.main+xml\"/>"
     "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" OFFICE "worksheet+xml\"/>"
     "<Override PartName=\"/xl/styles.xml\" ContentType=\"" OFFICE "styles+xml\"/></Types>"},
    {"_rels/.rels", XML "<Relationships xmlns=\"" FORMATS "package/2006/relationships\">"
                        "<Relationship Id=\"rId1\" Type=\"" FORMATS
                        "officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/>"
                        "</Relationships>"},
    {"xl/workbook.xml",
     XML "<workbook xmlns=\"" FORMATS "spreadsheetml/2006/main\" xmlns:r=\"" FORMATS
         "officeDocument/2006/relationships\">"
         "<sheets><sheet name=\"Dossiers\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"},
    {"xl/_rels/workbook.xml.rels",
     XML "<Relationships xmlns=\"" FORMATS "package/2006/relationships\">"
         "<Relationship Id=\"rId1\" Type=\"" FORMATS
         "officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
         "<Relationship Id=\"rId2\" Type=\"" FORMATS
         "officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/></Relationships>"},
    /* in the order of the styles above; 14 is the date of the reader's country, 2 has two decimals */
    {"xl/styles.xml", XML
     "<styleSheet xmlns=\"" FORMATS "spreadsheetml/2006/main\">"
     "<fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
     "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
     "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
     "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
     "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
     "<cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
     "<xf numFmtId=\"14\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
     "<xf numFmtId=\"2\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
     "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/>"
     "</cellStyles></styleSheet>"},
};

static const char sheet_begins[] = XML "<worksheet xmlns=\"" FORMATS "spreadsheetml/2006/main\"><sheetData>";
static const char sheet_ends[] = "</row></sheetData></worksheet>";

/* ---- rows ---- */

ayant_status messy_book_open(failure *e, messy_book **out)
{
    messy_book *b = calloc(1, sizeof *b);

    if (!b)
        return fail_memory(e);
    if (!(b->sheet = tmpfile())) {
        free(b);
        return fail(e, AYANT_E_SYSTEM, "Y23", "cannot begin 'export.xlsx': %s", strerror(errno));
    }
    fputs(sheet_begins, b->sheet); /* failures stay in the file: messy_book_finish asks */
    *out = b;
    return AYANT_OK;
}

static ayant_status open_line(failure *e, messy_book *b, uint64_t line)
{
    if (line > LIMIT_SHEET_ROWS)
        return fail(e, AYANT_E_LIMIT, "Y20",
                    "'export.xlsx' would have more than the %d rows of a sheet: ask for fewer households",
                    LIMIT_SHEET_ROWS);
    if (b->line != line)
        fprintf(b->sheet, "%s<row r=\"%" PRIu64 "\">", b->line ? "</row>" : "", line);
    b->line = line;
    return AYANT_OK;
}

/* "AB12" */
static void put_place(messy_book *b, int column)
{
    if (column >= 26)
        fputc('A' + column / 26 - 1, b->sheet);
    fprintf(b->sheet, "%c%" PRIu64, 'A' + column % 26, b->line);
}

static void put_text(messy_book *b, int column, const char *written)
{
    fputs("<c r=\"", b->sheet);
    put_place(b, column);
    fputs("\" t=\"inlineStr\"><is><t", b->sheet);
    if (*written == ' ' || (*written && written[strlen(written) - 1] == ' '))
        fputs(" xml:space=\"preserve\"", b->sheet);
    fputc('>', b->sheet);
    for (; *written; written++)
        if (*written == '&')
            fputs("&amp;", b->sheet);
        else if (*written == '<')
            fputs("&lt;", b->sheet);
        else if (*written == '>')
            fputs("&gt;", b->sheet);
        else
            fputc(*written, b->sheet);
    fputs("</t></is></c>", b->sheet);
}

/* `hundredths` of a figure; the decimals are said where there are some. */
static void put_figure(messy_book *b, int column, int style, int64_t hundredths)
{
    int64_t size = hundredths < 0 ? -hundredths : hundredths;

    fputs("<c r=\"", b->sheet);
    put_place(b, column);
    if (style != STYLE_PLAIN)
        fprintf(b->sheet, "\" s=\"%d", style);
    fprintf(b->sheet, "\"><v>%s%" PRId64, hundredths < 0 ? "-" : "", size / 100);
    if (size % 10)
        fprintf(b->sheet, ".%02d", (int)(size % 100));
    else if (size % 100)
        fprintf(b->sheet, ".%d", (int)(size % 100 / 10));
    fputs("</v></c>", b->sheet);
}

ayant_status messy_book_text(failure *e, messy_book *b, uint64_t line, int column, const char *written)
{
    ayant_status status = open_line(e, b, line);

    if (status == AYANT_OK)
        put_text(b, column, written);
    return status;
}

ayant_status messy_book_row(failure *e, messy_book *b, uint64_t line, const messy_row *row)
{
    ayant_status status = open_line(e, b, line);

    for (int c = 0; c < MESSY_COLUMNS && status == AYANT_OK; c++) {
        const messy_cell *cell = &row->cells[c];

        switch (cell->form) {
        case SHEET_NOTHING:
            break;
        case SHEET_TEXT:
            put_text(b, c, cell->text[0]);
            break;
        case SHEET_AMOUNT:
            put_figure(b, c, STYLE_AMOUNT, cell->value);
            break;
        case SHEET_DAY:
            put_figure(b, c, STYLE_DATE, (int64_t)(cell->value - SHEET_ZERO) * 100);
            break;
        case SHEET_FIGURE:
            put_figure(b, c, STYLE_PLAIN, (int64_t)cell->value * 100);
            break;
        }
    }
    return status;
}

ayant_status messy_book_finish(failure *e, messy_book *b, FILE *out)
{
    fputs(sheet_ends, b->sheet);
    if (fflush(b->sheet) != 0 || ferror(b->sheet))
        return fail(e, AYANT_E_SYSTEM, "Y21", "cannot write 'export.xlsx': %s", strerror(errno));
    return messy_pack(e, out, parts, sizeof parts / sizeof *parts, "xl/worksheets/sheet1.xml", &b->sheet);
}

void messy_book_free(messy_book *b)
{
    if (!b)
        return;
    if (b->sheet)
        fclose(b->sheet);
    free(b);
}
