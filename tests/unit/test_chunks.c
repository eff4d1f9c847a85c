/*
 * Runs of a caseload: what is packed is unpacked, what is damaged is refused,
 * and one row is shown, corrected and erased without a trace.
 */
#include <stdlib.h>
#include <unistd.h>

#include "../../engine/base/limits.h"
#include "../../engine/store/store_edit.h"
#include "check.h"

static failure e;
static uint64_t state = 1;

static uint32_t drawn(uint32_t below)
{
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(state >> 33) % below;
}

static void cells_come_back(cell least, uint32_t range, unsigned unknown_of_100, size_t rows)
{
    static cell in[CHUNK_ROWS], out[CHUNK_ROWS];
    packed p = {0};
    int known = 0, same = 1;

    for (size_t i = 0; i < rows; i++) {
        in[i] = drawn(100) < unknown_of_100 ? CELL_UNKNOWN : (cell)((uint32_t)least + drawn(range));
        known |= in[i] != CELL_UNKNOWN;
    }
    if (!CHECK_INT(pack_cells(&p, in, rows, 7), known) || !known) {
        free(p.bytes);
        return;
    }
    CHECK_INT(unpack_cells(p.bytes, p.size, 7, out), rows);
    for (size_t i = 0; i < rows; i++)
        same &= in[i] == out[i];
    CHECK(same);
    CHECK_INT(unpack_cells(p.bytes, p.size, 8, out), 0); /* of another place */
    CHECK_INT(unpack_cells(p.bytes, p.size - 1, 7, out), 0);
    p.bytes[p.size / 2] ^= 1;
    CHECK_INT(unpack_cells(p.bytes, p.size, 7, out), 0);
    free(p.bytes);
}

static void cells_of_every_width(void)
{
    static const uint32_t ranges[] = {1, 2, 255, 256, 65535, 65536, 16777215, 16777216, 2000000000};
    static const cell leasts[] = {0, 1, -5, -2000000000, INT32_MIN + 1};
    static const unsigned unknowns[] = {0, 3, 50, 97, 100};
    static const size_t rows[] = {1, 7, 8, 9, 1000, CHUNK_ROWS};

    for (size_t r = 0; r < sizeof ranges / sizeof *ranges; r++)
        for (size_t l = 0; l < sizeof leasts / sizeof *leasts; l++)
            for (size_t u = 0; u < sizeof unknowns / sizeof *unknowns; u++)
                for (size_t n = 0; n < sizeof rows / sizeof *rows; n++)
                    cells_come_back(leasts[l], ranges[r], unknowns[u], rows[n]);
}

static void texts_come_back(size_t rows, unsigned empty_of_100, uint32_t longest)
{
    static char bytes[CHUNK_ROWS * 600], room[CHUNK_ROWS * 600];
    static uint16_t lengths[CHUNK_ROWS];
    static text out[CHUNK_ROWS];
    size_t used = 0, need = 0, at = 0;
    packed p = {0};
    int same = 1;

    for (size_t i = 0; i < rows; i++) {
        lengths[i] = (uint16_t)(drawn(100) < empty_of_100 ? 0 : 1 + drawn(longest));
        for (size_t k = 0; k < lengths[i]; k++)
            bytes[used + k] = (char)(k < 300 ? 'a' : 'a' + drawn(3));
        if (lengths[i] > 1)
            bytes[used + lengths[i] - 1u] = (char)('a' + drawn(20));
        used += lengths[i];
        if (lengths[i])
            bytes[used++] = '\0';
    }
    if (!CHECK_INT(pack_texts(&p, lengths, bytes, rows, 3), used > 0) || !used) {
        free(p.bytes);
        return;
    }
    CHECK_INT(texts_room(p.bytes, p.size, 3, &need), 1);
    CHECK_INT(need, used);
    CHECK_INT(unpack_texts(p.bytes, p.size, room, out), rows);
    for (size_t i = 0; i < rows; i++) {
        same &= text_same(out[i], (text){bytes + at, lengths[i]});
        at += lengths[i] + (size_t)(lengths[i] != 0);
    }
    CHECK(same);
    CHECK_INT(texts_room(p.bytes, p.size, 4, &need), 0);
    p.bytes[p.size - 9] ^= 4;
    CHECK_INT(texts_room(p.bytes, p.size, 3, &need), 0);
    free(p.bytes);
}

static void texts_of_every_length(void)
{
    static const unsigned empties[] = {0, 50, 99, 100};
    static const uint32_t longest[] = {1, 20, 254, 255, 500};

    for (size_t x = 0; x < sizeof empties / sizeof *empties; x++)
        for (size_t l = 0; l < sizeof longest / sizeof *longest; l++) {
            texts_come_back(1, empties[x], longest[l]);
            texts_come_back(100, empties[x], longest[l]);
            texts_come_back(CHUNK_ROWS, empties[x], longest[l]);
        }
}

/* Somebody who knows how the check is made: no crash, and nothing that is not text. */
static void bytes_made_on_purpose_are_refused(void)
{
    uint16_t lengths[] = {3, 0, 4, 2};
    char bytes[] = "abc\0abcd\0zz", room[64];
    packed p = {0};
    text out[CHUNK_ROWS];
    cell cells[CHUNK_ROWS];
    int accepted = 0;

    CHECK_INT(pack_texts(&p, lengths, bytes, 4, 1), 1);
    for (size_t at = 0; at + 8 < p.size; at++) {
        for (unsigned value = 0; value < 256; value++) {
            unsigned char was = p.bytes[at];
            size_t need = 0;
            uint64_t check;

            p.bytes[at] = (unsigned char)value;
            check = codec_hash(1, p.bytes, p.size - 8);
            for (size_t i = 0; i < 8; i++)
                p.bytes[p.size - 8 + i] = (unsigned char)(check >> 8 * i);
            if (texts_room(p.bytes, p.size, 1, &need) && need <= sizeof room)
                accepted += unpack_texts(p.bytes, p.size, room, out) > 0;
            unpack_cells(p.bytes, p.size, 1, cells);
            p.bytes[at] = was;
        }
    }
    CHECK(accepted > 0 && accepted < 3000);
    free(p.bytes);
}

/* ---- one row of a caseload ---- */

static char folder[] = "/tmp/test_chunks.XXXXXX";
static char path[256];
static arena *memory;
static dictionary facts;
static const char *const works[] = {"none", "general", "student"};

enum { RENT, BIRTH, WAGE, WORK, NAME, PARTNER };

static void declare(const char *name, entity of, kind what)
{
    fact f = {.name = name, .read_as = name, .entity = of, .kind = what, .when_fact = -1};

    if (what == KIND_WORD) {
        f.words = (const char **)works;
        f.word_count = 3;
    }
    dictionary_add(&facts, memory, &f);
}

/* Households of two: a0 and b0 in H0, and so on; more than a run of them. */
static void fill(size_t households)
{
    people *p = people_new(&facts);
    char id[32], partner[32];
    uint32_t row;

    for (size_t i = 0; i < households; i++) {
        snprintf(id, sizeof id, "H%zu", i);
        people_add_household(p, text_of(id), &row);
        people_set(p, row, RENT, 50000);
        for (int k = 0; k < 2; k++) {
            uint32_t person;

            snprintf(id, sizeof id, "%c%zu", 'a' + k, i);
            snprintf(partner, sizeof partner, "%c%zu", 'b' - k, i);
            people_add_member(p, text_of(id), row, &person);
            people_set(p, person, BIRTH, 1000 + (cell)i);
            people_set(p, person, WORK, (cell)(i % 3));
            people_set_text(p, person, NAME, text_of(i == 7 && k == 0 ? "Wilhelmina-Unique" : "Zoé"));
            people_set_text(p, person, PARTNER, text_of(partner));
        }
    }
    people_add_relation(p, text_of("a7"), text_of("b7"), KIN_SIBLING);
    CHECK_INT(people_finish(p, &e), AYANT_OK);
    CHECK_INT(store_import(&e, &(store_access){.path = path}, p, "", NULL, NULL), AYANT_OK);
    people_free(p);
}

typedef struct seen {
    size_t count;
    char names[400];
} seen;

static ayant_status see(void *to, failure *f, const stored_value *value)
{
    seen *s = to;

    (void)f;
    s->count++;
    snprintf(s->names + strlen(s->names), sizeof s->names - strlen(s->names), "%s=%s/%d ", value->name,
             value->text ? value->text : "", value->value == CELL_UNKNOWN ? -1 : value->value);
    return AYANT_OK;
}

static int holds_bytes(const char *file, const char *what)
{
    static char bytes[1 << 22];
    FILE *f = fopen(file, "rb");
    size_t size = f ? fread(bytes, 1, sizeof bytes, f) : 0, length = strlen(what);
    int found = 0;

    if (f)
        fclose(f);
    for (size_t i = 0; i + length <= size; i++)
        found |= memcmp(bytes + i, what, length) == 0;
    return found;
}

static void a_row_is_found_shown_and_corrected(void)
{
    store_file f;
    store_place at;
    seen s = {0, ""};
    people *p = NULL;
    char id[LIMIT_TEXT + 1];

    snprintf(path, sizeof path, "%s/one.db", folder);
    fill(5000);
    CHECK_INT(store_open(&e, &(store_access){.path = path}, STORE_WRITE, &f), AYANT_OK);
    CHECK_INT(store_begin(&e, &f), AYANT_OK);
    CHECK_INT(store_find_person(&e, &f, text_of("a99999"), &at), AYANT_NONE);
    CHECK_INT(store_find_person(&e, &f, text_of("b4999"), &at), AYANT_OK);
    CHECK_INT(at.row, 9999);
    CHECK_INT(store_household_id(&e, &f, at.household, id), AYANT_OK);
    CHECK_TEXT(id, "H4999");
    CHECK_INT(store_row_facts(&e, &f, &facts, ENTITY_PERSON, at.row, see, &s), AYANT_OK);
    CHECK_TEXT(s.names, "birth_date=/5999 first_name=Zoé/-1 partner_id=a4999/-1 work_exemption=general/1 ");
    CHECK_INT(store_set_cell(&e, &f, &facts.facts[WAGE], at.row, 12345), AYANT_OK);
    CHECK_INT(store_set_cell(&e, &f, &facts.facts[WORK], at.row, 2), AYANT_OK);
    CHECK_INT(store_set_cell(&e, &f, &facts.facts[BIRTH], at.row, CELL_UNKNOWN), AYANT_OK);
    CHECK_INT(store_set_text(&e, &f, &facts.facts[NAME], at.row, text_of("Ada")), AYANT_OK);
    CHECK_INT(store_commit(&e, &f), AYANT_OK);
    store_close(&f);
    if (!CHECK_INT(store_people(&e, &(store_access){.path = path}, &facts, &p, NULL), AYANT_OK))
        return;
    CHECK_INT(people_cell(p, WAGE, 9999), 12345);
    CHECK_INT(people_cell(p, WAGE, 9998), CELL_UNKNOWN);
    CHECK_INT(people_cell(p, WORK, 9999), 2);
    CHECK_INT(people_cell(p, BIRTH, 9999), CELL_UNKNOWN);
    CHECK_INT(people_cell(p, BIRTH, 9998), 5999);
    CHECK_TEXT(p->texts[NAME][9999], "Ada");
    CHECK_TEXT(p->texts[NAME][9998], "Zoé");
    people_free(p);
}

static void erase(const char *id, int household_goes)
{
    int gone = -1;
    store_file f;

    CHECK_INT(store_open(&e, &(store_access){.path = path}, STORE_WRITE, &f), AYANT_OK);
    CHECK_INT(store_begin(&e, &f), AYANT_OK);
    CHECK_INT(store_erase_person(&e, &f, text_of(id), &gone), AYANT_OK);
    CHECK_INT(gone, household_goes);
    CHECK_INT(store_erase_person(&e, &f, text_of(id), &gone), AYANT_NONE);
    CHECK_INT(store_commit(&e, &f), AYANT_OK);
    store_close(&f);
}

static void an_erased_person_leaves_no_byte(void)
{
    people *p = NULL;
    int64_t row;

    snprintf(path, sizeof path, "%s/gone.db", folder);
    fill(20);
    CHECK(holds_bytes(path, "Wilhelmina-Unique"));
    erase("a7", 0);
    CHECK(!holds_bytes(path, "Wilhelmina-Unique"));
    CHECK(!holds_bytes(path, "Wilhelmina"));
    CHECK(!holds_bytes(path, "a7"));
    if (!CHECK_INT(store_people(&e, &(store_access){.path = path}, &facts, &p, NULL), AYANT_OK))
        return;
    CHECK_INT(p->persons, 39);
    CHECK_INT(p->households, 20);
    CHECK_INT(people_find(p, text_of("a7")), -1);
    row = people_find(p, text_of("b7"));
    CHECK(row >= 0 && people_cell(p, PARTNER, (size_t)row) == CELL_UNKNOWN);
    CHECK_INT(people_cell(p, BIRTH, (size_t)row), 1007);
    CHECK_INT(people_cell(p, BIRTH, (size_t)people_find(p, text_of("b19"))), 1019);
    people_free(p);
    p = NULL;
    erase("b7", 1);
    CHECK(!holds_bytes(path, "H7"));
    if (!CHECK_INT(store_people(&e, &(store_access){.path = path}, &facts, &p, NULL), AYANT_OK))
        return;
    CHECK_INT(p->households, 19);
    CHECK_INT(people_cell(p, BIRTH, (size_t)people_find(p, text_of("a8"))), 1008);
    people_free(p);
}

static void everybody_can_be_erased(void)
{
    people *p = NULL;

    snprintf(path, sizeof path, "%s/all.db", folder);
    fill(2);
    for (int i = 0; i < 4; i++)
        erase((const char *[]){"a0", "b1", "a1", "b0"}[i], i >= 2);
    if (CHECK_INT(store_people(&e, &(store_access){.path = path}, &facts, &p, NULL), AYANT_OK))
        CHECK_INT(p->persons + p->households, 0);
    people_free(p);
    fill(8);
    p = NULL;
    if (CHECK_INT(store_people(&e, &(store_access){.path = path}, &facts, &p, NULL), AYANT_OK))
        CHECK_INT(p->persons, 16);
    people_free(p);
}

static void sql(const char *statement)
{
    sqlite3 *db = NULL;

    CHECK_INT(sqlite3_open(path, &db), SQLITE_OK);
    CHECK_INT(sqlite3_exec(db, statement, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
}

static void the_last_run_is_one_a_caseload_may_have(void)
{
    int64_t last = 0;
    store_file f;

    snprintf(path, sizeof path, "%s/last.db", folder);
    fill(5000);
    CHECK_INT(store_open(&e, &(store_access){.path = path}, STORE_READ, &f), AYANT_OK);
    CHECK_INT(chunks_last_run(&e, &f, ENTITY_PERSON, "person_id", &last), AYANT_OK);
    CHECK_INT(last, 1);
    CHECK_INT(chunks_last_run(&e, &f, ENTITY_HOUSEHOLD, NULL, &last), AYANT_OK);
    CHECK_INT(last, 0);
    CHECK_INT(chunks_last_run(&e, &f, ENTITY_PERSON, "wage_net_month", &last), AYANT_OK);
    CHECK_INT(last, -1);
    CHECK_INT(chunks_last_row(&e, &f, ENTITY_PERSON, &last), AYANT_OK);
    CHECK_INT(last, 9999);
    CHECK_INT(chunks_last_row(&e, &f, ENTITY_HOUSEHOLD, &last), AYANT_OK);
    CHECK_INT(last, 4999);
    store_close(&f);
    sql("INSERT INTO person_columns VALUES (524287, 'first_name', x'00');"
        "INSERT INTO person_columns VALUES (524288, 'wage_net_month', x'00');"
        "INSERT INTO household_columns VALUES (-1, 'none', x'00');"
        "UPDATE persons SET row = 4294967295 WHERE row = 0; UPDATE households SET row = 1 << 32 WHERE row = "
        "0");
    CHECK_INT(store_open(&e, &(store_access){.path = path}, STORE_READ, &f), AYANT_OK);
    CHECK_INT(chunks_last_run(&e, &f, ENTITY_PERSON, "first_name", &last), AYANT_OK);
    CHECK_INT(last, CHUNK_LAST);
    CHECK_INT(chunks_last_row(&e, &f, ENTITY_PERSON, &last), AYANT_OK);
    CHECK_INT(last, UINT32_MAX);
    CHECK_INT(chunks_last_run(&e, &f, ENTITY_PERSON, NULL, &last), AYANT_E_STORE);
    CHECK_INT(last, -1);
    CHECK_TEXT(e.id, "S15");
    CHECK_HOLDS(e.text, "run 524288 of 'person_id'");
    failure_clear(&e);
    CHECK_INT(chunks_last_run(&e, &f, ENTITY_HOUSEHOLD, "none", &last), AYANT_E_STORE);
    failure_clear(&e);
    CHECK_INT(chunks_last_row(&e, &f, ENTITY_HOUSEHOLD, &last), AYANT_E_STORE);
    CHECK_TEXT(e.id, "S15");
    failure_clear(&e);
    store_close(&f);
}

int main(void)
{
    char command[300];

    memory = arena_new();
    declare("rent_month", ENTITY_HOUSEHOLD, KIND_MONEY);
    declare("birth_date", ENTITY_PERSON, KIND_DATE);
    declare("wage_net_month", ENTITY_PERSON, KIND_MONEY);
    declare("work_exemption", ENTITY_PERSON, KIND_WORD);
    declare("first_name", ENTITY_PERSON, KIND_TEXT);
    declare("partner_id", ENTITY_PERSON, KIND_PERSON);
    if (!mkdtemp(folder))
        return 1;
    RUN(cells_of_every_width);
    RUN(texts_of_every_length);
    RUN(bytes_made_on_purpose_are_refused);
    RUN(a_row_is_found_shown_and_corrected);
    RUN(an_erased_person_leaves_no_byte);
    RUN(everybody_can_be_erased);
    RUN(the_last_run_is_one_a_caseload_may_have);
    arena_free(memory);
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return system(command) == 0 ? check_end() : 1;
}
