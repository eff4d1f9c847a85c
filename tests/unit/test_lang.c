/*
 * The lexer and the parser of formulas.
 *
 * A tree is compared by its dump: (+ a (* b 2)), fields as a.b, calls as f[x y].
 * Every sample is also cut at each byte and damaged at each byte: the parser
 * must then refuse or accept, never crash (run under the sanitizers).
 */
#include <stdlib.h>

#include "../../engine/base/limits.h"
#include "../../engine/lang/ast.h"
#include "check.h"

typedef struct dump {
    char text[4000];
    size_t length;
} dump;

static void say(dump *d, const char *s)
{
    size_t length = strlen(s);

    if (d->length + length < sizeof d->text) {
        memcpy(d->text + d->length, s, length + 1);
        d->length += length;
    }
}

static void dump_block(dump *d, const ast_block *b);

static void dump_function(dump *d, const ast_function *f)
{
    say(d, "function(");
    for (size_t i = 0; i < f->parameter_count; i++) {
        say(d, i ? "," : "");
        say(d, f->parameters[i]);
    }
    say(d, ")");
    dump_block(d, f->body);
}

static void dump_tree(dump *d, const ast *a)
{
    char number[32];

    switch (a->kind) {
    case AST_NUMBER:
        micro_print(number, a->number, 0);
        say(d, number);
        break;
    case AST_STRING:
        say(d, "'");
        say(d, a->name);
        say(d, "'");
        break;
    case AST_TRUE:
    case AST_FALSE:
        say(d, a->kind == AST_TRUE ? "true" : "false");
        break;
    case AST_NAME:
        say(d, a->name);
        break;
    case AST_FIELD:
        dump_tree(d, a->left);
        say(d, ".");
        say(d, a->name);
        break;
    case AST_CALL:
        dump_tree(d, a->left);
        say(d, "[");
        for (size_t i = 0; i < a->count; i++) {
            say(d, i ? " " : "");
            dump_tree(d, a->arguments[i]);
        }
        say(d, "]");
        break;
    case AST_UNARY:
    case AST_BINARY:
        say(d, "(");
        say(d, ast_op_text(a->op));
        say(d, " ");
        dump_tree(d, a->left);
        if (a->right) {
            say(d, " ");
            dump_tree(d, a->right);
        }
        say(d, ")");
        break;
    case AST_FUNCTION:
        dump_function(d, a->function);
        break;
    }
}

static void dump_block(dump *d, const ast_block *b)
{
    say(d, "{");
    for (size_t i = 0; i < b->count; i++) {
        const statement *s = &b->statements[i];

        say(d, i ? "; " : "");
        if (s->kind == STATEMENT_IF) {
            say(d, "if ");
            dump_tree(d, s->value);
            dump_block(d, s->then_block);
            if (s->else_block)
                dump_block(d, s->else_block);
            continue;
        }
        say(d, s->kind == STATEMENT_RETURN ? "return " : s->kind == STATEMENT_LOCAL ? "local " : "");
        if (s->kind != STATEMENT_RETURN) {
            say(d, s->name);
            say(d, "=");
        }
        dump_tree(d, s->value);
    }
    say(d, "}");
}

/* The dump of the function at these lines, or "L17 2:3" for a refusal; `e` keeps the sentence. */
static const char *parse(dump *d, failure *e, const char *file_text, size_t length, int line, int last_line)
{
    arena *memory = arena_new();
    ast_function *f = NULL;
    /* a copy of the exact size, so that the sanitizer sees any reading past the end */
    char *exact = malloc(length ? length : 1);

    d->length = 0;
    d->text[0] = '\0';
    failure_clear(e);
    if (memory && exact) {
        memcpy(exact, file_text, length);
        if (parse_function(e, memory, "rules.lua", (text){exact, length}, line, last_line, &f) == AYANT_OK)
            dump_function(d, f);
        else
            snprintf(d->text, sizeof d->text, "%s %d:%d", e->id, e->line, e->column);
        if (f && e->status != AYANT_OK)
            say(d, " and a function");
    }
    free(exact);
    arena_free(memory);
    return d->text;
}

static void check_parse(int at, const char *file_text, int line, int last_line, const char *expected)
{
    static dump d;
    failure e;

    check_texts(parse(&d, &e, file_text, strlen(file_text), line, last_line), expected, __FILE__, at,
                file_text);
}

#define PARSE(text, line, last, expected) check_parse(__LINE__, text, line, last, expected)

/* The value of one expression, or its refusal with columns counted inside it. */
static void check_expression(int at, const char *expression, const char *expected)
{
    char file_text[3000], full[3000];
    int last_line = 4;

    for (const char *c = expression; *c; c++)
        last_line += *c == '\n';
    snprintf(file_text, sizeof file_text, "f(function(a, b, c)\nreturn\n%s\nend)", expression);
    if (expected[0] == 'L')
        snprintf(full, sizeof full, "%s", expected);
    else
        snprintf(full, sizeof full, "function(a,b,c){return %s}", expected);
    check_parse(at, file_text, 1, last_line, full);
}

#define EXPRESSION(text, expected) check_expression(__LINE__, text, expected)

static void check_statement(int at, const char *body, const char *expected)
{
    char file_text[3000];

    snprintf(file_text, sizeof file_text, "f(function(a, b, c)\n%s\nend)", body);
    check_parse(at, file_text, 1, 3, expected);
}

#define STATEMENT(text, expected) check_statement(__LINE__, text, expected)

static void test_precedence(void)
{
    EXPRESSION("a + b * c", "(+ a (* b c))");
    EXPRESSION("(a + b) * c", "(* (+ a b) c)");
    EXPRESSION("a - b - c", "(- (- a b) c)");
    EXPRESSION("a / b // c % 2", "(% (// (/ a b) c) 2)");
    EXPRESSION("a or b and c", "(or a (and b c))");
    EXPRESSION("not a == b", "(== (not a) b)");
    EXPRESSION("not (a == b)", "(not (== a b))");
    EXPRESSION("-a * b", "(* (- a) b)");
    EXPRESSION("- - a", "(- (- a))");
    EXPRESSION("not not a", "(not (not a))");
    EXPRESSION("a < b and b <= c or a > b and b >= c", "(or (and (< a b) (<= b c)) (and (> a b) (>= b c)))");
    EXPRESSION("a ~= b", "(~= a b)");
    EXPRESSION("a + b < c - 1", "(< (+ a b) (- c 1))");
    EXPRESSION("a < b < c", "(< (< a b) c)");
    EXPRESSION("a == b ~= c", "(~= (== a b) c)");
    CHECK(strcmp(ast_op_text(OP_NE), "~=") == 0);
    CHECK(strcmp(ast_op_text(OP_NOT), "not") == 0);
    CHECK(strcmp(ast_op_text(OP_IDIV), "//") == 0);
}

static void test_calls(void)
{
    EXPRESSION("f \"x\"", "f['x']");
    EXPRESSION("f(\"x\")", "f['x']");
    EXPRESSION("f'x'", "f['x']");
    EXPRESSION("f[[x]]", "f['x']");
    EXPRESSION("f()", "f[]");
    EXPRESSION("f(a, b, 3)", "f[a b 3]");
    EXPRESSION("f(g(a), -b)", "f[g[a] (- b)]");
    EXPRESSION("a.b.c + param.ris.amount.isolated", "(+ a.b.c param.ris.amount.isolated)");
    EXPRESSION("date \"2026-03-01\" <= b", "(<= date['2026-03-01'] b)");
    EXPRESSION("sum(a.children, function(m) return m.wage end)",
               "sum[a.children function(m){return m.wage}]");
    EXPRESSION("any(a.x, function(m) if m.y then return true end; return false; end)",
               "any[a.x function(m){if m.y{return true}; return false}]");
    EXPRESSION("f(function() return 1 end, 2)", "f[function(){return 1} 2]");
    EXPRESSION("f(function() return 1 end + 2)", "L01 3:27");
    EXPRESSION("f((function() return 1 end))", "L32 3:4");
    EXPRESSION("function() return 1 end", "L32 3:1");
    EXPRESSION("f(a b)", "L01 3:5");
    EXPRESSION("f(a,)", "L01 3:5");
    EXPRESSION("f.(a)", "L01 3:3");
    EXPRESSION("f.then", "L01 3:3");
    EXPRESSION("(a", "L01 4:1");
    EXPRESSION("a + ", "L01 4:1");
}

static void test_literals(void)
{
    EXPRESSION("12", "12");
    EXPRESSION("007", "7");
    EXPRESSION("9000000000", "9000000000");
    EXPRESSION("9000000001", "L04 3:1");
    EXPRESSION("99999999999999999999999999", "L04 3:1");
    EXPRESSION("a * 0.75", "L05 3:5");
    EXPRESSION("1e3", "L05 3:1");
    EXPRESSION("1E+3", "L05 3:1");
    EXPRESSION(".5", "L05 3:1");
    EXPRESSION("5.", "L05 3:1");
    EXPRESSION("0x1F", "L06 3:1");
    EXPRESSION("0x.8p-1", "L06 3:1");
    EXPRESSION("3x", "L01 3:1");
    EXPRESSION("1..2", "L01 3:1");
    EXPRESSION("0x", "L01 3:1");
    EXPRESSION("1e", "L01 3:1");
    EXPRESSION("'a\\tb\\65\\x42\\u{e9}\\z   c\\'\\\\'", "'a\tbAB\xc3\xa9"
                                                        "c'\\'");
    EXPRESSION("'two\\\r\nlines'", "'two\nlines'");
    EXPRESSION("[==[\nx ]] ]=] y]==]", "'x ]] ]=] y'");
    EXPRESSION("'\\q'", "L35 3:1");
    EXPRESSION("'\\0'", "L35 3:1");
    EXPRESSION("'\\xff'", "L35 3:1");
    EXPRESSION("'\\300'", "L35 3:1");
    EXPRESSION("'\xff'", "L35 3:1");
    EXPRESSION("'abc", "L01 3:1");
    EXPRESSION("[[abc", "L01 3:1");
    EXPRESSION("a !", "L01 3:3");
    EXPRESSION("\xc3\xa9", "L01 3:1");
    EXPRESSION("'\xc3\xa9\xc3\xa9' .. b", "L10 3:6"); /* columns count characters */
    EXPRESSION("true and false", "(and true false)");
}

static void test_refused_expressions(void)
{
    EXPRESSION("nil", "L07 3:1");
    EXPRESSION("a.partner == nil", "L07 3:14");
    EXPRESSION("...", "L08 3:1");
    EXPRESSION("f(...)", "L08 3:3");
    EXPRESSION("{}", "L09 3:1");
    EXPRESSION("f{ 1 }", "L09 3:2");
    EXPRESSION("a .. b", "L10 3:3");
    EXPRESSION("a[1]", "L11 3:2");
    EXPRESSION("a.age:at_least(b)", "L12 3:6");
    EXPRESSION("#a", "L13 3:1");
    EXPRESSION("-#a", "L13 3:2");
    EXPRESSION("a ^ 2", "L14 3:3");
    EXPRESSION("-a ^ 2", "L14 3:4");
    EXPRESSION("a & b", "L15 3:3");
    EXPRESSION("a | b", "L15 3:3");
    EXPRESSION("a ~ b", "L15 3:3");
    EXPRESSION("~a", "L15 3:1");
    EXPRESSION("a << 2", "L15 3:3");
    EXPRESSION("a >> 2", "L15 3:3");
}

static void test_statements(void)
{
    STATEMENT("local x = a\nx = x + 1;;; return x", "L02 1:0"); /* four lines, not three */
    STATEMENT("local x = a; x = x + 1;;; return x", "function(a,b,c){local x=a; x=(+ x 1); return x}");
    STATEMENT("if a then return 1 elseif b then return 2 else return 3 end",
              "function(a,b,c){if a{return 1}{if b{return 2}{return 3}}}");
    STATEMENT("if a then return 1 elseif b then return 2 elseif c then return 3 end return 4",
              "function(a,b,c){if a{return 1}{if b{return 2}{if c{return 3}}}; return 4}");
    STATEMENT("if a then local x = 1; x = 2 else end return b",
              "function(a,b,c){if a{local x=1; x=2}{}; return b}");
    STATEMENT("local x = a (b).c return x", "function(a,b,c){local x=a[b].c; return x}");
    STATEMENT("", "function(a,b,c){}");
    STATEMENT("goto done", "L16 2:1");
    STATEMENT("::done::", "L16 2:1");
    STATEMENT("while a do end", "L17 2:1");
    STATEMENT("for i = 1, 3 do end", "L17 2:1");
    STATEMENT("repeat until a", "L17 2:1");
    STATEMENT("do return a end", "L18 2:1");
    STATEMENT("if a then break end", "L19 2:11");
    STATEMENT("local function g() end", "L20 2:7");
    STATEMENT("function g() end", "L21 2:1");
    STATEMENT("local x, y = a, b", "L22 2:10");
    STATEMENT("local x <const> = a", "L23 2:9");
    STATEMENT("return a, b", "L24 2:9");
    STATEMENT("return", "L25 2:1");
    STATEMENT("return;", "L25 2:1");
    STATEMENT("f(a)", "L26 2:1");
    STATEMENT("a.b(c).d 'x'", "L26 2:1");
    STATEMENT("a.b = c", "L27 2:1");
    STATEMENT("local x = a; x, y = 1, 2", "L28 2:15");
    STATEMENT("x = a", "L29 2:1");
    STATEMENT("if a then local x = 1 end x = 2", "L29 2:27");
    STATEMENT("local x = 1; return f(function(m) local y = 2 y = 3 return x end) + y",
              "function(a,b,c){local x=1; return (+ f[function(m){local y=2; y=3; return x}] y)}");
    STATEMENT("a = 1", "L30 2:1");
    STATEMENT("local x = 1; return f(function(m) x = 2 return m end)", "L31 2:35");
    STATEMENT("local x", "L33 2:7");
    STATEMENT("local x = 1, 2", "L34 2:12");
    STATEMENT("local x = 1; x = 1, 2", "L34 2:19");
    STATEMENT("return a b", "L01 2:10");
    STATEMENT("return 1 local x = 2", "L01 2:10");
    STATEMENT("a", "L01 3:1");
    STATEMENT("a + b", "L01 2:3");
    STATEMENT("(a) = 1", "L01 2:5");
    STATEMENT("f() = 1", "L01 2:5");
    STATEMENT("12", "L01 2:1");
    STATEMENT("if a return 1 end", "L01 2:6");
    PARSE("f(function(a, ...) return a end)", 1, 1, "L08 1:15");
    PARSE("f(function(a,) return a end)", 1, 1, "L01 1:14");
    PARSE("f(function a return a end)", 1, 1, "L01 1:14");
}

static const char sample[] =
    "\xef\xbb\xbf-- function(a) return 1 end\n"
    "local text = 'function' .. \"end\" .. [[ function\n"
    "end ]] --[==[ function ]] end\n"
    "]==] local adult = helper \"adult\"\n"
    "for i = 1, 2 do while false do repeat local x = 1 until true end end\n"
    "local function of_age(person, on)\n"
    "  return person.age >= 18 -- end\n"
    "end\n"
    "variable \"ris.need\" {\n"
    "  label = { fr = \"d\xc3\xa9"
    "fense \\\" end\" },\n"
    "  formula = function(person, param, on)\n"
    "    local due = min(param.ris.amount, euro(12)) --[[ end ]]\n"
    "    if not adult(person) or due < euro(0) then return euro(0) end\n"
    "    return sum(person.children, function(m) return m.need * 2 end) -\n"
    "      sum(person.others, function(m)\n"
    "        return m.need\n"
    "      end)\n"
    "  end,\n"
    "}\n"
    "helper \"x\" (function(p) return count(p.others, function(m) return m.a end) end)\n"
    "local function one(p) return p.a end local function two(p) return p.b end\n"
    "local made = function(p)\n"
    "  return function(q) return q end end, function(r) return r end\n"
    "function table.plain(p) return p end\n"
    "function table:method(p) return p end\n"
    "local late = function\n"
    "  (p) return p.c end\n";

static void test_locating(void)
{
    PARSE(sample, 6, 8, "function(person,on){return (>= person.age 18)}");
    PARSE(sample, 11, 18,
          "function(person,param,on){local due=min[param.ris.amount euro[12]]; "
          "if (or (not adult[person]) (< due euro[0])){return euro[0]}; "
          "return (- sum[person.children function(m){return (* m.need 2)}] "
          "sum[person.others function(m){return m.need}])}");
    PARSE(sample, 14, 14, "function(m){return (* m.need 2)}");
    PARSE(sample, 15, 17, "function(m){return m.need}");
    PARSE(sample, 20, 20, "function(p){return count[p.others function(m){return m.a}]}");
    PARSE(sample, 21, 21, "L03 21:44");
    PARSE(sample, 22, 23, "L32 23:10");
    PARSE(sample, 23, 23, "L03 23:40");
    PARSE(sample, 24, 24, "function(p){return p}");
    PARSE(sample, 25, 25, "L12 25:15");
    PARSE(sample, 27, 27, "function(p){return p.c}"); /* Lua counts from the bracket */
    PARSE(sample, 26, 27, "L02 26:0");
    PARSE(sample, 1, 1, "L02 1:0");
    PARSE(sample, 2, 3, "L02 2:0");
    PARSE(sample, 11, 17, "L02 11:0");
    PARSE(sample, 900, 901, "L02 900:0");
    PARSE(sample, -1, -1, "L02 -1:0");
    PARSE("#!/usr/bin/lua function() end\r\nf(function(p)\r\nreturn p end)\r\n", 2, 3,
          "function(p){return p}");
    PARSE("", 1, 1, "L02 1:0");
    PARSE("f(function(p) return p", 1, 1, "L01 1:23");
    PARSE("x = ' f(function(p) return p end)", 1, 1, "L01 1:5");
    PARSE("--[[ f(function(p) return p end)", 1, 1, "L01 1:1");
    /* a function that is not closed is refused, and so is one inside another that ends elsewhere */
    PARSE("f(function(p) return g(function(m)\nreturn m end, function(n) return 1 end) end)", 1, 2,
          "function(p){return g[function(m){return m} function(n){return 1}]}");
    PARSE("f(function(p) return g(function(m)\nreturn m end)\nend)", 1, 2, "function(m){return m}");
}

static void test_source(void)
{
    arena *memory = arena_new();
    ast_function *f = NULL;
    failure e;

    failure_clear(&e);
    CHECK(memory && parse_function(&e, memory, "rules.lua", text_of(sample), 6, 8, &f) == AYANT_OK);
    if (f) {
        const ast *comparison = f->body->statements[0].value;

        CHECK(strcmp(f->source, "function of_age(person, on)\n  return person.age >= 18 -- end\nend") == 0);
        CHECK(f->line == 6 && f->last_line == 8);
        CHECK(comparison->line == 7 && comparison->column == 21);
        CHECK(comparison->left->column == 17 && comparison->left->left->column == 10);
        CHECK(comparison->right->number == 18 * (micro)MICRO);
        CHECK(f->body->statements[0].line == 7 && f->body->statements[0].column == 3);
    }
    CHECK(parse_function(&e, memory, "rules.lua", text_of("f(function(p)\nwhile p do end end)"), 1, 2, &f) ==
          AYANT_E_RULE);
    CHECK(e.line == 2 && e.column == 1 && strcmp(e.id, "L17") == 0 && strcmp(e.file, "rules.lua") == 0);
    CHECK(strstr(e.text, "'while' ") == e.text && strstr(e.text, "sum, count, any, all, least or greatest"));
    arena_free(memory);
}

/* `before` and `after` repeated so many times around `middle`. */
static void check_deep(int at, const char *before, const char *middle, const char *after, int times,
                       const char *expected)
{
    size_t size = (strlen(before) + strlen(after)) * (size_t)times + strlen(middle) + 40;
    char *file_text = malloc(size), *end = file_text;
    dump *d = malloc(sizeof *d);
    failure e;

    if (file_text && d) {
        end += sprintf(end, "f(function(a) return ");
        for (int i = 0; i < times; i++)
            end += sprintf(end, "%s", before);
        end += sprintf(end, "%s", middle);
        for (int i = 0; i < times; i++)
            end += sprintf(end, "%s", after);
        end += sprintf(end, " end)");
        parse(d, &e, file_text, (size_t)(end - file_text), 1, 1);
        d->text[strlen(expected)] = '\0';
        check_texts(d->text, expected, __FILE__, at, before);
    }
    free(file_text);
    free(d);
}

#define DEEP(before, middle, after, times, expected)                                                         \
    check_deep(__LINE__, before, middle, after, times, expected)

static void test_limits(void)
{
    DEEP("(", "a", ")", LIMIT_NESTING - 5, "function");
    DEEP("(", "a", ")", LIMIT_NESTING + 1, "L36");
    DEEP("(", "a", ")", 100000, "L36");
    DEEP("not ", "a", "", 100000, "L36");
    DEEP("a + ", "a", "", LIMIT_NESTING - 5, "function");
    DEEP("a + ", "a", "", 100000, "L36");
    DEEP("", "a", ".b", 100000, "L36");
    DEEP("", "a", "(1)", 100000, "L36");
    DEEP("f(", "a", ")", 100000, "L36");
    DEEP("f(function(a) return ", "a", " end)", 100, "L36");
    DEEP("f(function(a) return ", "a", " end)", 30, "function");
    DEEP("f(function(a) return ", "a", " end)", 2000, "L36");
    DEEP("", "1 end, function(a) if a then", " elseif a then", 3, "L03");
    DEEP("f(a, ", "a", ")", 50, "function");
    {
        static char body[40000];
        static dump d;
        failure e;
        size_t length = (size_t)sprintf(body, "f(function(a) if a then return 1 ");

        for (int i = 0; i < 1000; i++)
            length += (size_t)sprintf(body + length, "elseif a then return 1 ");
        length += (size_t)sprintf(body + length, "end return 2 end)");
        CHECK(strncmp(parse(&d, &e, body, length, 1, 1), "L36", 3) == 0);
        CHECK(e.status == AYANT_E_LIMIT);
    }
}

static void test_damage(void)
{
    static const int lines[][2] = {{6, 8}, {11, 18}, {14, 14}, {20, 20}, {22, 23}};
    static const char bytes[] = {'\0', '"', '[', '\xff', '(', '\\', '-', '\n'};
    size_t length = sizeof sample - 1, refused = 0, accepted = 0;
    static char damaged[sizeof sample];
    static dump d;
    failure e;

    for (size_t which = 0; which < sizeof lines / sizeof lines[0]; which++) {
        for (size_t cut = 0; cut <= length; cut++)
            if (parse(&d, &e, sample, cut, lines[which][0], lines[which][1])[0] == 'L')
                refused++;
            else
                accepted++;
        for (size_t at = 0; at < length; at++)
            for (size_t b = 0; b < sizeof bytes; b++) {
                memcpy(damaged, sample, sizeof sample);
                damaged[at] = bytes[b];
                if (parse(&d, &e, damaged, length, lines[which][0], lines[which][1])[0] == 'L')
                    refused++;
                else
                    accepted++;
            }
    }
    CHECK(refused > 0 && accepted > 0);
    CHECK(refused + accepted == sizeof lines / sizeof lines[0] * (length + 1 + length * sizeof bytes));
}

int main(void)
{
    RUN(test_precedence);
    RUN(test_calls);
    RUN(test_literals);
    RUN(test_refused_expressions);
    RUN(test_statements);
    RUN(test_locating);
    RUN(test_source);
    RUN(test_limits);
    RUN(test_damage);
    return check_end();
}
