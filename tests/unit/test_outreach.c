/*
 * Outreach files: what is read, what is refused and where, what is marked.
 */
#include <stdlib.h>
#include <unistd.h>
#include "../../engine/outreach/outreach.h"
#include "check.h"

#define DEVICES                                                                                              \
    "id;name_fr;operator;territory_type;languages;contact;rights_helped;funding_end;valid_from;valid_to;"    \
    "checked_on;source\n"
#define TERRITORIES                                                                                          \
    "device_id;unit;label;host_or_partner;communes;postcodes_derived;workers;valid_from;valid_to;"           \
    "checked_on;source\n"
#define HELPLINES "id;label;operator;phone;email;audience;languages;valid_from;valid_to;checked_on;source\n"
#define CAMPAIGNS "id;device_id;label;territory;age_min;age_max;valid_from;valid_to;checked_on;source\n"

#define ONE DEVICES "d1;Un;Op;quartier;fr|nl;x;;;2024;;2026-01;made up\n"
#define WHERE TERRITORIES "d1;u1;Rue;Hôte;Ixelles;1050;1;;;2026-01;made up\n"
#define LINE HELPLINES "h1;Ligne;Op;0800 35 243;;tous;;;;2026-01;made up\n"

static char folder[64];
static failure e;

static void write_file(const char *name, const char *content)
{
    char path[128];
    FILE *f;

    snprintf(path, sizeof path, "%s/outreach_%s.csv", folder, name);
    if (!content) {
        remove(path);
        return;
    }
    f = fopen(path, "wb");
    if (CHECK(f != NULL)) {
        fputs(content, f);
        fclose(f);
    }
}

static outreach *load(const char *devices, const char *territories, const char *helplines,
                      const char *campaigns)
{
    outreach *o = NULL;

    failure_clear(&e);
    write_file("devices", devices);
    write_file("territories", territories);
    write_file("helplines", helplines);
    write_file("campaigns", campaigns);
    if (outreach_load(&e, folder, &o) < 0)
        CHECK(o == NULL);
    return o;
}

/* Marks of the first record of the first file that has any, on 1 March 2026. */
static unsigned marks(const char *devices, const char *territories, const char *helplines)
{
    outreach *o = load(devices, territories, helplines, NULL);
    unsigned out = 0;

    if (!CHECK(o != NULL))
        return 0;
    outreach_check(&e, o, day_of(2026, 3, 1));
    CHECK_INT(e.status, AYANT_OK);
    if (o->territory_count)
        out |= o->territories[0].marks;
    if (o->helpline_count)
        out |= o->helplines[0].marks;
    out |= o->devices[0].marks;
    outreach_free(o);
    return out;
}

static unsigned marks_of_device(const char *row)
{
    char file[600];

    snprintf(file, sizeof file, "%s%s\n", DEVICES, row);
    return marks(file, WHERE, LINE);
}

static unsigned marks_of_territory(const char *row)
{
    char file[600];

    snprintf(file, sizeof file, "%s%s\n", TERRITORIES, row);
    return marks(ONE, file, LINE);
}

static unsigned marks_of_phone(const char *phone)
{
    char file[600];

    snprintf(file, sizeof file, "%sh1;Ligne;Op;%s;;tous;;;;2026-01;made up\n", HELPLINES, phone);
    return marks(ONE, WHERE, file);
}

static void what_is_out_of_date_is_marked(void)
{
    CHECK_INT(marks(ONE, WHERE, LINE), 0);
    CHECK_INT(marks_of_device("d1;Un;Op;zone;;;;;2021;2025-12-31;2026-01;made up"), MARK_EXPIRED);
    CHECK_INT(marks_of_device("d1;Un;Op;zone;;;;;2021;2025;2026-01;made up"), MARK_EXPIRED);
    CHECK_INT(marks_of_device("d1;Un;Op;zone;;;;;2021;2026;2026-01;made up"), 0); /* to the end of the year */
    CHECK_INT(marks_of_device("d1;Un;Op;zone;;;;;2021;2026-03-01;2026-01;made up"), 0);
    CHECK_INT(marks_of_device("d1;Un;Op;zone;;;;;2021;2026-02-28;2026-01;made up"), MARK_EXPIRED);
    CHECK_INT(marks_of_device("d1;Un;Op;zone;;;;;2026-04;;2026-01;made up"), MARK_NOT_YET);
    CHECK_INT(marks_of_device("d1;Un;Op;zone;;;;;;;2025;made up"), MARK_OLD); /* perhaps in January */
    CHECK_INT(marks_of_device("d1;Un;Op;zone;;;;;;;2025-03;made up"), 0);
    CHECK_INT(marks_of_device("d1;Un;Op;zone;;;;;;;2025-02-28;made up"), MARK_OLD);
    CHECK_INT(marks_of_device("d1;Un;Op;zone;;;;;;;;made up"), MARK_UNCHECKED);
    CHECK_INT(marks_of_device("d1;Un;Op;zone;;;;annual;;;2026-01;made up"), 0);
    CHECK_INT(marks_of_device("d1;Un;Op;zone;;;;annual;;;2025-11;made up"), MARK_YEARLY);
}

static void places_and_numbers_are_checked(void)
{
    CHECK_INT(marks(ONE, TERRITORIES, LINE), MARK_NOWHERE);
    CHECK_INT(marks(DEVICES "d1;Un;Op;region;;;;;;;2026-01;made up\n", TERRITORIES, LINE), 0);
    CHECK_INT(marks_of_territory("d1;u1;Rue;;Ixelles;1050|1000?;;;;2026-01;made up"), 0);
    CHECK_INT(marks_of_territory("d1;u1;Rue;;Bruxelles (Laeken)|Jette;1020|1090;;;;2026-01;made up"), 0);
    CHECK_INT(marks_of_territory("d1;u1;Rue;;19 communes (partie);;;;;2026-01;made up"), 0);
    CHECK_INT(marks_of_territory("d1;u1;Rue;;Ixel;1050;;;;2026-01;made up"),
              MARK_UNKNOWN_PLACE | MARK_OTHER_PLACE);
    CHECK_INT(marks_of_territory("d1;u1;Rue;;Ixelles;5000;;;;2026-01;made up"), MARK_UNKNOWN_PLACE);
    CHECK_INT(marks_of_territory("d1;u1;Rue;;Ixelles;105;;;;2026-01;made up"), MARK_UNKNOWN_PLACE);
    CHECK_INT(marks_of_territory("d1;u1;Rue;;Ixelles;1080;;;;2026-01;made up"), MARK_OTHER_PLACE);
    CHECK_INT(marks_of_phone("107"), 0);
    CHECK_INT(marks_of_phone("1307"), 0);
    CHECK_INT(marks_of_phone("02 880 29 80"), 0);
    CHECK_INT(marks_of_phone("0800/13.500"), 0);
    CHECK_INT(marks_of_phone("0800/13.50"), MARK_BAD_PHONE);
    CHECK_INT(marks_of_phone("999"), MARK_BAD_PHONE);
    CHECK_INT(marks_of_phone("?"), MARK_BAD_PHONE);
    CHECK_INT(marks_of_phone(""), MARK_BAD_PHONE);
    for (int i = 0; i < MARKS_COUNT; i++)
        CHECK(*outreach_mark_word(1u << i));
}

static void refused(const char *id, const char *file, int line, const char *devices, const char *territories,
                    const char *helplines, const char *campaigns)
{
    outreach *o = load(devices, territories, helplines, campaigns);

    CHECK(o == NULL);
    CHECK_TEXT(e.id, id);
    CHECK_HOLDS(e.file, file);
    CHECK_INT(e.line, line);
    CHECK(*e.text);
    outreach_free(o);
}

static void broken_files_are_refused_with_their_line(void)
{
    refused("I01", "devices", 0, NULL, WHERE, LINE, NULL);
    refused("I01", "territories", 0, ONE, NULL, LINE, NULL);
    refused("I01", "helplines", 0, ONE, WHERE, NULL, NULL);
    refused("I03", "devices", 1, "", WHERE, LINE, NULL);
    refused("T02", "devices", 1, "id;name_fr\nd1;Un\n", WHERE, LINE, NULL);
    refused("T02", "helplines", 1, ONE, WHERE, "id;label;label\n", NULL);
    refused("T03", "devices", 1, DEVICES, TERRITORIES, LINE, NULL);
    refused("T03", "devices", 2, DEVICES ";Un;Op;zone;;;;;;;2026;made up\n", WHERE, LINE, NULL);
    refused("T03", "devices", 2, DEVICES "d1;Un;Op;zone;;;;;;;2026;\n", WHERE, LINE, NULL);
    refused("T03", "devices", 3, ONE "d2;Deux;Op\n", WHERE, LINE, NULL);
    refused("T03", "devices", 3, ONE "d2;Deux;Op;zone;;;;;;;2026;made up;more\n", WHERE, LINE, NULL);
    refused("T03", "devices", 2, DEVICES "d1;Un;O\xff\x81p;zone;;;;;;;2026;made up\n", WHERE, LINE, NULL);
    refused("T04", "devices", 2, DEVICES "d1;Un;Op;zone;;;;;soon;;2026;made up\n", WHERE, LINE, NULL);
    refused("T04", "devices", 2, DEVICES "d1;Un;Op;zone;;;;;;2026-13;2026;made up\n", WHERE, LINE, NULL);
    refused("T04", "devices", 2, DEVICES "d1;Un;Op;zone;;;;;;2025-02-29;2026;made up\n", WHERE, LINE, NULL);
    refused("T04", "devices", 2, DEVICES "d1;Un;Op;zone;;;;;01/02/2025;;2026;made up\n", WHERE, LINE, NULL);
    refused("T04", "devices", 2, DEVICES "d1;Un;Op;zone;;;;;2026;2025;2026;made up\n", WHERE, LINE, NULL);
    refused("T05", "devices", 3, ONE "d1;Deux;Op;zone;;;;;;;2026;made up\n", WHERE, LINE, NULL);
    refused("T05", "territories", 3, ONE, WHERE "d1;u1;Rue;;;;;;;2026;made up\n", LINE, NULL);
    refused("T05", "helplines", 3, ONE, WHERE, LINE "h1;Ligne;Op;107;;;;;;2026;made up\n", NULL);
    refused("T06", "territories", 2, ONE, TERRITORIES "d9;u1;Rue;;;;;;;2026;made up\n", LINE, NULL);
    refused("T06", "campaigns", 2, ONE, WHERE, LINE, CAMPAIGNS "k1;d9;K;;65;;;;2026;made up\n");
    refused("T04", "campaigns", 2, ONE, WHERE, LINE, CAMPAIGNS "k1;d1;K;;65;56;;;2026;made up\n");
    refused("T04", "campaigns", 2, ONE, WHERE, LINE, CAMPAIGNS "k1;d1;K;;old;;;;2026;made up\n");
    refused("T05", "campaigns", 3, ONE, WHERE, LINE,
            CAMPAIGNS "k1;d1;K;;65;;;;2026;made up\nk1;d1;K;;;;;;2026;made up\n");
}

static void postal_codes_are_covered_wholly_or_in_part(void)
{
    outreach *o = load(ONE, TERRITORIES "d1;u1;Rue;;Ixelles;1050|1000?;;;;2026;made up\n", LINE, CAMPAIGNS);

    if (!CHECK(o != NULL))
        return;
    CHECK(territory_covers(&o->territories[0], "1050"));
    CHECK(territory_covers(&o->territories[0], "1000"));
    CHECK(!territory_covers(&o->territories[0], "1080"));
    CHECK(!territory_covers(&o->territories[0], "105"));
    outreach_free(o);
}

int main(void)
{
    strcpy(folder, "/tmp/ayant-outreach-XXXXXX");
    if (!mkdtemp(folder))
        return 1;
    RUN(what_is_out_of_date_is_marked);
    RUN(places_and_numbers_are_checked);
    RUN(broken_files_are_refused_with_their_line);
    RUN(postal_codes_are_covered_wholly_or_in_part);
    load(NULL, NULL, NULL, NULL);
    rmdir(folder);
    return check_end();
}
