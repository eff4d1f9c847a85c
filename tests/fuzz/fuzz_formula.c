/*
 * Well-formed rules made from bytes, the engine against stock Lua and its
 * ranges against completions (tests/unit/formula_check.h says how).
 */
#include "../unit/formula_check.h"

static formula_desk desk;

static void close_desk(void)
{
    desk_close(&desk);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    choices c = {.bytes = bytes, .left = length};
    tried t;

    if (!desk.root[0]) {
        if (desk_open(&desk) != 0)
            abort();
        atexit(close_desk);
    }
    make_rules(&desk.made, &c);
    t = formula_try(&desk, length, 24);
    if (t == TRIED_DIFFERS || (t == TRIED_REFUSED && strcmp(desk.e.id, "G02") != 0)) {
        fprintf(stderr, "%s:%d:%d: %s [%s]\n-- helpers.lua\n%s\n-- rules.lua\n%s\n", desk.e.file, desk.e.line,
                desk.e.column, desk.e.text, desk.e.id, desk.made.helpers, desk.made.rules);
        close_desk();
        abort();
    }
    return 0;
}
