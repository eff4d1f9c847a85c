/*
 * Reading one value, as the column of its fact would.
 */
#include "correction.h"

#include "clean.h"
#include "figures.h"

static ayant_status refuse(failure *e, const fact *f, const char *reason)
{
    return fail(e, AYANT_E_INPUT, "K17", "the value given for '%s' is refused: %s; write it as in a file",
                f->name, reason);
}

static ayant_status read_words(failure *e, const fact *f, text t, correction *out)
{
    clean_kind how = f->kind == KIND_TEXT ? clean_kind_of(f->name) : CLEAN_NONE;
    char clean[CLEAN_TEXT];
    const char *reason = NULL;
    cleaner *c = NULL;
    ayant_status status;

    if (t.length > LIMIT_TEXT)
        return refuse(e, f, "a text longer than 500 bytes");
    if (!text_is_utf8(t))
        return refuse(e, f, "not UTF-8 text");
    if (how != CLEAN_NONE) {
        if ((status = cleaner_new(e, &c)) < 0)
            return status;
        reason = clean_text(c, how, t, clean, &t.length);
        cleaner_free(c);
        if (reason)
            return refuse(e, f, reason);
        t.at = clean;
    }
    memcpy(out->words, t.at, t.length);
    out->words[t.length] = '\0';
    return AYANT_OK;
}

ayant_status correction_read(failure *e, const fact *f, const char *written, correction *out)
{
    text t = text_trim(text_of(written));
    int figure = f->kind == KIND_MONEY || f->kind == KIND_NUMBER;
    unsigned mark;
    const char *reason;

    out->value = CELL_UNKNOWN;
    out->words[0] = '\0';
    if (t.length == 0 || text_is(t, "?"))
        return AYANT_OK;
    if (f->kind == KIND_TEXT || f->kind == KIND_PERSON)
        return read_words(e, f, t, out);
    mark = figure ? mark_of(t) : 0;
    if (figure && mark == MARK_EITHER)
        return refuse(e, f, "thousands or decimals? write two decimals");
    reason = fact_read(f, t, mark == MARK_COMMA, &out->value);
    return reason ? refuse(e, f, reason) : AYANT_OK;
}
