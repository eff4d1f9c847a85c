"""Workbooks, databases and lines of JSON made for a test, as the programs that write them do. No library is needed."""
import json
import sqlite3
import zipfile
from xml.sax.saxutils import escape, quoteattr

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def letters(column):
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def is_number(text):
    return text.replace(".", "", 1).isdigit() and not (text.startswith("0") and len(text) > 1 and text[1] != ".")


def is_date(text):
    return len(text) == 10 and text[4] == "-" and text[7] == "-"


def serial(text):
    import datetime
    return (datetime.date.fromisoformat(text) - datetime.date(1899, 12, 30)).days


class Strings:
    def __init__(self):
        self.numbers = {}

    def number(self, text):
        return self.numbers.setdefault(text, len(self.numbers))

    def xml(self):
        return "<sst xmlns=%s>%s</sst>" % (quoteattr(MAIN), "".join(
            '<si><t xml:space="preserve">%s</t></si>' % escape(text) for text in self.numbers))


def xlsx_cell(text, place, strings):
    if text == "":
        return ""
    if is_date(text) and text >= "1900-03-01":
        return '<c r="%s" s="1"><v>%d</v></c>' % (place, serial(text))
    if is_number(text):
        return '<c r="%s"><v>%s</v></c>' % (place, text)
    return '<c r="%s" t="s"><v>%d</v></c>' % (place, strings.number(text))


def xlsx_rows(rows, strings):
    return "".join('<row r="%d">%s</row>' % (i + 1, "".join(
        xlsx_cell(text, letters(k) + str(i + 1), strings) for k, text in enumerate(row))) for i, row in enumerate(rows))


def xlsx(path, sheets, hidden=(), raw=None, more=None, compress=zipfile.ZIP_DEFLATED):
    """`sheets`: name -> rows of texts; numbers and dates become such cells. `raw`: name -> XML of the rows."""
    strings = Strings()
    raw = raw or {}
    names = list(sheets) + [name for name in raw if name not in sheets]
    parts = {}
    for i, name in enumerate(names):
        rows = raw[name] if name in raw else "<sheetData>%s</sheetData>" % xlsx_rows(sheets[name], strings)
        parts["xl/worksheets/sheet%d.xml" % (i + 1)] = "<worksheet xmlns=%s>%s</worksheet>" % (quoteattr(MAIN), rows)
    parts["_rels/.rels"] = '<Relationships xmlns="%s"><Relationship Id="r" Type="%s/officeDocument" ' \
        'Target="xl/workbook.xml"/></Relationships>' % (PACKAGE, RELATIONS)
    parts["xl/workbook.xml"] = '<workbook xmlns="%s" xmlns:r="%s"><workbookPr/><sheets>%s</sheets></workbook>' % (
        MAIN, RELATIONS, "".join('<sheet name=%s sheetId="%d"%s r:id="rId%d"/>' % (
            quoteattr(name), i + 1, ' state="hidden"' if name in hidden else "", i + 1)
            for i, name in enumerate(names)))
    links = "".join('<Relationship Id="rId%d" Type="%s/worksheet" Target="worksheets/sheet%d.xml"/>' % (
        i + 1, RELATIONS, i + 1) for i in range(len(names)))
    links += '<Relationship Id="s" Type="%s/styles" Target="styles.xml"/>' % RELATIONS
    links += '<Relationship Id="t" Type="%s/sharedStrings" Target="/xl/sharedStrings.xml"/>' % RELATIONS
    parts["xl/_rels/workbook.xml.rels"] = '<Relationships xmlns="%s">%s</Relationships>' % (PACKAGE, links)
    parts["xl/styles.xml"] = '<styleSheet xmlns="%s"><numFmts count="2">' \
        '<numFmt numFmtId="164" formatCode="00000000000"/><numFmt numFmtId="165" formatCode="[$-813]d\\ mmmm\\ yyyy;@"/>' \
        '</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>' \
        '<xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="21"/></cellXfs></styleSheet>' % MAIN
    parts["xl/sharedStrings.xml"] = strings.xml()
    parts.update(more or {})
    with zipfile.ZipFile(path, "w", compress) as archive:
        for name, text in parts.items():
            archive.writestr(name, HEAD + text if isinstance(text, str) else text)
    return path


ODF = "".join(' xmlns:%s="urn:oasis:names:tc:opendocument:xmlns:%s:1.0"' % (name, name)
              for name in ("office", "table", "text", "style"))


def ods_cell(text, times):
    repeat = ' table:number-columns-repeated="%d"' % times if times > 1 else ""
    if text == "":
        return "<table:table-cell%s/>" % repeat
    if is_date(text):
        return '<table:table-cell%s office:value-type="date" office:date-value="%s"><text:p>x</text:p></table:table-cell>' % (
            repeat, text)
    if is_number(text):
        return '<table:table-cell%s office:value-type="float" office:value="%s"><text:p>x</text:p></table:table-cell>' % (
            repeat, text)
    return '<table:table-cell%s office:value-type="string"><text:p>%s</text:p></table:table-cell>' % (repeat, escape(text))


def ods_row(row):
    cells, k = "", 0
    while k < len(row):
        times = 1
        while k + times < len(row) and row[k + times] == row[k]:
            times += 1
        cells += ods_cell(row[k], times)
        k += times
    return "<table:table-row>%s</table:table-row>" % cells


def ods(path, sheets, hidden=(), raw=None):
    """As xlsx. Each sheet ends with the million empty rows that LibreOffice writes."""
    tables = ""
    for name in list(sheets) + list(raw or {}):
        rows = raw[name] if raw and name in raw else "".join(map(ods_row, sheets[name])) + \
            '<table:table-row table:number-rows-repeated="1048000"><table:table-cell ' \
            'table:number-columns-repeated="16384"/></table:table-row>'
        tables += '<table:table table:name=%s table:style-name="%s"><table:table-column/>%s</table:table>' % (
            quoteattr(name), "ta2" if name in hidden else "ta1", rows)
    content = HEAD + '<office:document-content%s><office:automatic-styles><style:style style:name="ta1" ' \
        'style:family="table"><style:table-properties table:display="true"/></style:style><style:style ' \
        'style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>' \
        '</office:automatic-styles><office:body><office:spreadsheet>%s</office:spreadsheet></office:body>' \
        '</office:document-content>' % (ODF, tables)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", HEAD + "<manifest:manifest "
                         'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>')
    return path


def json_lines(path, rows):
    """Numbers as numbers, yes and no as truths, empty cells left out or null."""
    with open(path, "w", encoding="utf-8") as file:
        for i, row in enumerate(rows[1:]):
            values = {}
            for k, (key, text) in enumerate(zip(rows[0], row)):
                if text == "" and (i + k) % 2:
                    continue
                values[key] = None if text == "" else {"yes": True, "no": False}.get(text, text)
                if is_number(text):
                    values[key] = float(text) if "." in text else int(text)
            file.write(json.dumps(values, ensure_ascii=i % 2 == 0) + "\n")
    return path


def database(path, tables):
    base = sqlite3.connect(path)
    for name, rows in tables.items():
        base.execute('CREATE TABLE "%s" (%s)' % (name, ", ".join('"%s"' % column for column in rows[0])))
        for row in rows[1:]:
            values = [None if text == "" else float(text) if is_number(text) and "." in text
                      else int(text) if is_number(text) else text for text in row]
            base.execute('INSERT INTO "%s" VALUES (%s)' % (name, ", ".join("?" * len(row))), values)
    base.commit()
    base.close()
    return path
