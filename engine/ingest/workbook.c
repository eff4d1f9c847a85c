/*
 * An archive (libzip) and its XML (expat), with the limits of both.
 */
#include "workbook.h"

#include <errno.h>
#include <expat.h>
#include <stdlib.h>
#include <zip.h>
#include "../base/limits.h"

#define XML_BLOCK (64 << 10)

struct workbook {
    zip_t *zip;
    const char *path;
    uint64_t read, packed; /* of all parts, each time one is read */
};

struct xml_part {
    workbook *book;
    zip_file_t *file;
    XML_Parser parser;
    const xml_handlers *handlers;
    void *to;
    failure *e;
    uint64_t read, size;
    size_t depth;
    int paused, last, finished, stopped, depth_passed, has_doctype;
};

/* Not every function of libzip says that memory was what it lacked: errno does, cleared before. */
static ayant_status damaged(failure *e, const workbook *w)
{
    if (errno == ENOMEM)
        return fail_memory(e);
    return fail_at(e, AYANT_E_INPUT, "I08", w->path, 0, 0,
                   "'%s' is a damaged workbook, or no workbook: open it in a spreadsheet program and save it "
                   "again as XLSX",
                   w->path);
}

ayant_status workbook_open(failure *e, const char *path, const char *name, workbook **out)
{
    workbook *w = calloc(1, sizeof *w);
    int code = 0;

    if (!w)
        return fail_memory(e);
    w->path = path;
    errno = 0;
    w->zip = zip_open(name, ZIP_RDONLY, &code);
    if (!w->zip) {
        damaged(e, w);
        free(w);
        return e->status;
    }
    *out = w;
    return AYANT_OK;
}

void workbook_release(workbook *w)
{
    if (!w)
        return;
    zip_discard(w->zip);
    free(w);
}

/* Some programs write the names in capitals. */
static zip_int64_t locate(const workbook *w, const char *name)
{
    zip_int64_t at = zip_name_locate(w->zip, name, 0);

    return at >= 0 ? at : zip_name_locate(w->zip, name, ZIP_FL_NOCASE);
}

int workbook_has(workbook *w, const char *name)
{
    return locate(w, name) >= 0;
}

/* ---- what expat calls ---- */

static const char *local(const char *name)
{
    const char *colon = strchr(name, ':');

    return colon ? colon + 1 : name;
}

static void on_start(void *to, const char *name, const char **attributes)
{
    xml_part *p = to;

    if (++p->depth > LIMIT_XML_DEPTH) {
        p->depth_passed = 1;
        XML_StopParser(p->parser, XML_FALSE);
    } else if (p->handlers->start && !p->stopped) {
        p->handlers->start(p->to, local(name), attributes);
    }
}

static void on_end(void *to, const char *name)
{
    xml_part *p = to;

    p->depth--;
    if (p->handlers->end && !p->stopped && !p->depth_passed)
        p->handlers->end(p->to, local(name));
}

static void on_text(void *to, const char *bytes, int length)
{
    xml_part *p = to;

    if (p->handlers->text && !p->stopped)
        p->handlers->text(p->to, bytes, (size_t)length);
}

/* Entities are declared there: a few lines can become gigabytes. Workbooks have none. */
static void on_doctype(void *to, const char *name, const char *system, const char *public, int has_subset)
{
    xml_part *p = to;

    (void)name, (void)system, (void)public, (void)has_subset;
    p->has_doctype = 1;
    XML_StopParser(p->parser, XML_FALSE);
}

void xml_pause(xml_part *p)
{
    XML_StopParser(p->parser, XML_TRUE);
}

void xml_finish(xml_part *p)
{
    p->finished = 1;
    p->stopped = 1;
    XML_StopParser(p->parser, XML_FALSE);
}

void xml_stop(xml_part *p)
{
    p->stopped = 1;
    XML_StopParser(p->parser, XML_FALSE);
}

failure *xml_failure(const xml_part *p)
{
    return p->e;
}

/* ---- a part ---- */

ayant_status xml_open(failure *e, workbook *w, const char *name, const xml_handlers *handlers, void *to,
                      xml_part **out)
{
    zip_int64_t at;
    xml_part *p;
    zip_stat_t about;
    int code;

    errno = 0;
    at = locate(w, name);
    if (at < 0)
        return damaged(e, w);
    p = calloc(1, sizeof *p);
    if (!p)
        return fail_memory(e);
    p->book = w;
    p->handlers = handlers;
    p->to = to;
    p->file = zip_fopen_index(w->zip, (zip_uint64_t)at, 0);
    code = p->file ? ZIP_ER_OK : zip_error_code_zip(zip_get_error(w->zip));
    p->parser = XML_ParserCreate(NULL);
    if (!p->parser) {
        fail_memory(e);
    } else if (code == ZIP_ER_NOPASSWD || code == ZIP_ER_WRONGPASSWD || code == ZIP_ER_ENCRNOTSUPP) {
        fail_at(e, AYANT_E_INPUT, "I08", w->path, 0, 0,
                "'%s' has a password: open it, remove the password, and save it as XLSX", w->path);
    } else if (code != ZIP_ER_OK) {
        damaged(e, w);
    } else {
        if (zip_stat_index(w->zip, (zip_uint64_t)at, 0, &about) == 0) {
            p->size = about.valid & ZIP_STAT_SIZE ? about.size : 0;
            w->packed += about.valid & ZIP_STAT_COMP_SIZE ? about.comp_size : 0;
        }
        XML_SetUserData(p->parser, p);
        XML_SetElementHandler(p->parser, on_start, on_end);
        XML_SetCharacterDataHandler(p->parser, on_text);
        XML_SetStartDoctypeDeclHandler(p->parser, on_doctype);
        *out = p;
        return AYANT_OK;
    }
    xml_close(p);
    return e->status;
}

void xml_close(xml_part *p)
{
    if (!p)
        return;
    if (p->file)
        zip_fclose(p->file);
    if (p->parser)
        XML_ParserFree(p->parser);
    free(p);
}

/* Why expat stopped. */
static ayant_status give_up(failure *e, const xml_part *p)
{
    const char *path = p->book->path;

    if (p->finished)
        return AYANT_NONE;
    if (e->status < 0)
        return e->status;
    if (p->has_doctype)
        return fail_at(e, AYANT_E_INPUT, "I08", path, 0, 0,
                       "'%s' declares a document type, which no workbook does: it is refused", path);
    if (p->depth_passed)
        return fail_at(e, AYANT_E_LIMIT, "B05", path, 0, 0,
                       "'%s' has elements more than %d deep, which no workbook has: it is refused", path,
                       LIMIT_XML_DEPTH);
    if (XML_GetErrorCode(p->parser) == XML_ERROR_NO_MEMORY)
        return fail_memory(e);
    return damaged(e, p->book);
}

/* What was read keeps within the limits of an honest file. */
static ayant_status check_size(failure *e, const xml_part *p)
{
    const workbook *w = p->book;
    const char *path = w->path;
    XML_Index at = XML_GetCurrentByteIndex(p->parser);

    if (w->read > LIMIT_XML_BYTES ||
        (w->read > LIMIT_XML_FREE_BYTES && w->read / LIMIT_XML_RATIO > w->packed))
        return fail_at(e, AYANT_E_LIMIT, "B05", path, 0, 0,
                       "'%s' unpacks to far more than a sheet holds: it is refused; save the sheet as CSV",
                       path);
    if (at >= 0 && p->read - (uint64_t)at > LIMIT_XML_TAG)
        return fail_at(e, AYANT_E_LIMIT, "B05", path, 0, 0,
                       "'%s' has a tag of more than 1 MB, which no workbook has: it is refused", path);
    return AYANT_OK;
}

/* One block more. */
static enum XML_Status feed(xml_part *p, int *broken)
{
    void *block = XML_GetBuffer(p->parser, XML_BLOCK);
    zip_int64_t got;

    if (!block)
        return XML_STATUS_ERROR;
    got = zip_fread(p->file, block, XML_BLOCK);
    if (got < 0) {
        *broken = 1;
        return XML_STATUS_ERROR;
    }
    p->read += (uint64_t)got;
    p->book->read += (uint64_t)got;
    p->last = got == 0;
    return XML_ParseBuffer(p->parser, (int)got, p->last);
}

ayant_status xml_read(failure *e, xml_part *p)
{
    enum XML_Status status;
    int broken = 0;

    p->e = e;
    errno = 0;
    while (!p->finished) {
        if (p->paused) {
            p->paused = 0;
            status = XML_ResumeParser(p->parser);
        } else if (p->last) {
            p->finished = 1;
            break;
        } else {
            status = feed(p, &broken);
        }
        if (broken)
            return damaged(e, p->book);
        if (status == XML_STATUS_ERROR)
            return give_up(e, p);
        if (status == XML_STATUS_SUSPENDED) {
            p->paused = 1;
            return AYANT_OK;
        }
        if (check_size(e, p) < 0)
            return e->status;
    }
    return AYANT_NONE;
}

void xml_progress(const xml_part *p, uint64_t *done, uint64_t *total)
{
    *done = p->read;
    *total = p->size;
}

const char *xml_attribute(const char **attributes, const char *name)
{
    for (size_t i = 0; attributes[i]; i += 2)
        if (strcmp(local(attributes[i]), name) == 0)
            return attributes[i + 1];
    return NULL;
}

ayant_status xml_read_all(failure *e, workbook *w, const char *name, const xml_handlers *handlers, void *to,
                          xml_part **part)
{
    ayant_status status = xml_open(e, w, name, handlers, to, part);

    if (status < 0)
        return status;
    while ((status = xml_read(e, *part)) == AYANT_OK)
        ;
    xml_close(*part);
    *part = NULL;
    return status == AYANT_NONE ? AYANT_OK : status;
}
