/*
 * Formats of Belgium: every published test value, and how people write.
 *
 * Numbers are published samples or computed from the stated rules; nobody is
 * meant by any of them.
 */
#include "../../engine/base/day.h"
#include "../../engine/base/letters.h"
#include "../../engine/base/limits.h"
#include "../../engine/ingest/clean.h"
#include "../../engine/ingest/figures.h"
#include "../../engine/ingest/places.h"
#include "../../engine/model/repair.h"
#include "check.h"

#define T(s) text_of(s)
#define COUNT(a) (sizeof(a) / sizeof *(a))

static cleaner *c;
static unsigned seen; /* repairs of the last cleaned text */

static const char *cleaned(clean_kind which, const char *written)
{
    static char out[CLEAN_TEXT + 1];
    size_t length = 0;
    const char *reason;

    seen = 0;
    reason = clean_repaired(c, which, T(written), out, &length, &seen);
    out[length] = '\0';
    return reason ? reason : out;
}

static int has(repair which)
{
    return (seen & REPAIR_BIT(which)) != 0;
}

/* ---- national numbers ---- */

static void published_national_numbers_pass(void)
{
    static const struct {
        const char *written, *digits;
        int year, month, day, bis, male;
    } good[] = {
        {"42.01.22.051-81", "42012205181", 1942, 1, 22, 0, 1}, /* the official example */
        {"85.07.30-033.28", "85073003328", 1985, 7, 30, 0, 1},
        {"17.07.30-033.84", "17073003384", 2017, 7, 30, 0, 1},
        {"98.47.28-997.65", "98472899765", 1998, 7, 28, 40, 1}, /* bis, sex known */
        {"01.49.07-001.85", "01490700185", 2001, 9, 7, 40, 1},
        {"75.06.08-980.09", "75060898009", 1975, 6, 8, 0, 0},
        {"00000100166", "00000100166", 1900, 0, 0, 0, 1}, /* date not known at all */
        {"00000100195", "00000100195", 2000, 0, 0, 0, 1},
        {"00000000128", "00000000128", 2000, 0, 0, 0, 1}, /* the year only */
        {"00010000135", "00010000135", 2000, 1, 0, 0, 1}, /* the month only */
        {"85073500107", "85073500107", 1985, 7, 0, 0, 1}, /* a day no month has */
        {"04022900231", "04022900231", 2004, 2, 29, 0, 0},
        {"40123199863", "40123199863", 1940, 12, 31, 0, 0},
        {"26110100535", "26110100535", 2026, 11, 1, 0, 1},
        {"26110100506", "26110100506", 1926, 11, 1, 0, 1},
    };
    static const char *const bad[] = {"12345678901", "85133000105",  "85073003327", "00000000000",
                                      "8507300332",  "850730033281", "85a73003328", "85.07.30-033.28\n"};
    niss n;

    for (size_t i = 0; i < COUNT(good); i++) {
        CHECK_TEXT(cleaned(CLEAN_NISS, good[i].written), good[i].digits);
        if (!CHECK(clean_niss(c, T(good[i].written), &n)))
            continue;
        CHECK_INT(niss_year(&n), good[i].year);
        CHECK_INT(n.month, good[i].month);
        CHECK_INT(n.day, good[i].day);
        CHECK_INT(n.bis, good[i].bis);
        CHECK_INT(n.male, good[i].male);
    }
    for (size_t i = 0; i < COUNT(bad); i++)
        CHECK_TEXT(cleaned(CLEAN_NISS, bad[i]), "not a valid national number");
}

/* Check digits of nine digits, for numbers made here. */
static void number_of(char out[12], int64_t nine, int from_2000)
{
    int64_t check = 97 - ((from_2000 ? 2000000000 : 0) + nine) % 97, all = nine * 100 + check;

    out[11] = '\0';
    for (int i = 10; i >= 0; i--, all /= 10)
        out[i] = (char)('0' + all % 10);
}

static void a_number_has_one_century(void)
{
    int64_t tried = 0;
    char digits[12];
    niss n;

    /* 2,000,000,000 is no multiple of 97: what fits one century never fits the other */
    for (int64_t nine = 10000001; nine < 999000000; nine += 100003) {
        number_of(digits, nine, nine % 2 == 0);
        if (!clean_niss(c, T(digits), &n))
            continue; /* months 13 to 19 and the like */
        tried++;
        CHECK_INT(n.born_1900 + n.born_2000, 1);
        CHECK_INT(n.born_2000, nine % 2 == 0);
        CHECK(niss_year(&n) <= LIMIT_NISS_YEAR);
    }
    CHECK(tried > 2000);
}

static void two_digits_exchanged_never_fit_the_same_century(void)
{
    char digits[12], wrong[12];
    niss right, n;

    for (int64_t nine = 85073003; nine < 990000000; nine += 7000001) {
        number_of(digits, nine, 0);
        if (!clean_niss(c, T(digits), &right))
            continue;
        for (int i = 0; i < 10; i++) {
            memcpy(wrong, digits, 12);
            wrong[i] = digits[i + 1];
            wrong[i + 1] = digits[i];
            /* the other century, one time in 97 and where that is not to come: birth_date then differs */
            if (digits[i] != digits[i + 1] && clean_niss(c, T(wrong), &n))
                CHECK(n.born_1900 == 0 && niss_year(&n) <= LIMIT_NISS_YEAR);
        }
    }
}

static void kinds_of_bis_numbers(void)
{
    static const struct {
        int64_t nine;
        int bis, month, male;
    } made[] = {{802110011, 20, 1, -1}, {803210011, 20, 12, -1}, {804110011, 40, 1, 1},
                {805210012, 40, 12, 0}, {806110011, 60, 1, 1},   {807210011, 60, 12, 1}};
    static const int64_t refused[] = {801310011, 803310011, 805310011, 807310011, 809910011};
    char digits[12];
    niss n;

    for (size_t i = 0; i < COUNT(made); i++) {
        number_of(digits, made[i].nine, 0);
        if (!CHECK(clean_niss(c, T(digits), &n)))
            continue;
        CHECK_INT(n.bis, made[i].bis);
        CHECK_INT(n.month, made[i].month);
        CHECK_INT(n.male, made[i].male);
        CHECK_INT(n.repairs, made[i].bis == 60 ? REPAIR_BIT(REPAIR_BISTER) : 0);
    }
    for (size_t i = 0; i < COUNT(refused); i++) {
        number_of(digits, refused[i], 0);
        CHECK(!clean_niss(c, T(digits), &n));
    }
}

static void zeros_a_spreadsheet_dropped_come_back(void)
{
    char digits[12];

    CHECK_TEXT(cleaned(CLEAN_NISS, "4022900231"), "04022900231");
    CHECK(has(REPAIR_LOST_ZERO));
    CHECK_TEXT(cleaned(CLEAN_NISS, "1490700185"), "01490700185");
    number_of(digits, 503123, 1); /* 3 May 2000, number 123 */
    CHECK_TEXT(digits + 3, cleaned(CLEAN_NISS, digits + 3) + 3);
    CHECK(has(REPAIR_LOST_ZERO));
    number_of(digits, 40229002, 0); /* born 1904: nobody, so a typing error */
    CHECK_TEXT(cleaned(CLEAN_NISS, digits + 1), "not a valid national number");
    CHECK_TEXT(cleaned(CLEAN_NISS, "4022900232"), "not a valid national number");
    CHECK_TEXT(cleaned(CLEAN_NISS, "4022900231."), "not a valid national number");
    CHECK_TEXT(cleaned(CLEAN_NISS, "100166"), "not a valid national number");
    CHECK_TEXT(cleaned(CLEAN_NISS, "85 07 30 033 28"), "85073003328");
    CHECK(has(REPAIR_NUMBER_FORM) && !has(REPAIR_LOST_ZERO));
    CHECK_TEXT(cleaned(CLEAN_NISS, "85/07/30-033-28"), "85073003328");
    CHECK_TEXT(cleaned(CLEAN_NISS, "85073003328"), "85073003328");
    CHECK_INT(seen, 0);
}

/* ---- enterprises, accounts ---- */

static void published_enterprise_numbers_pass(void)
{
    CHECK_TEXT(cleaned(CLEAN_KBO, "0403.019.261"), "0403019261");
    CHECK(has(REPAIR_NUMBER_FORM));
    CHECK_TEXT(cleaned(CLEAN_KBO, "0428.759.497"), "0428759497");
    CHECK_TEXT(cleaned(CLEAN_KBO, "0314.595.348"), "0314595348");
    CHECK_TEXT(cleaned(CLEAN_KBO, "BE 0403.019.261"), "0403019261");
    CHECK_TEXT(cleaned(CLEAN_KBO, "0403019261"), "0403019261");
    CHECK_INT(seen, 0);
    CHECK_TEXT(cleaned(CLEAN_KBO, "403.019.261"), "0403019261");
    CHECK(has(REPAIR_LOST_ZERO));
    CHECK_TEXT(cleaned(CLEAN_KBO, "0431.150.351"), "not a valid enterprise number");
    CHECK_TEXT(cleaned(CLEAN_KBO, "2403.019.261"), "not a valid enterprise number");
    CHECK_TEXT(cleaned(CLEAN_KBO, "0403.019.26"), "not a valid enterprise number");
}

static void published_accounts_pass(void)
{
    static const char check[] = "not an account number (IBAN): its check digits do not fit",
                      national[] = "not a Belgian account number: its last two digits do not fit";

    CHECK_TEXT(cleaned(CLEAN_IBAN, "BE68 5390 0754 7034"), "BE68539007547034");
    CHECK_TEXT(cleaned(CLEAN_IBAN, "BE32 1234 5678 9002"), "BE32123456789002");
    CHECK_TEXT(cleaned(CLEAN_IBAN, "be68-5390-0754-7034"), "BE68539007547034");
    CHECK_TEXT(cleaned(CLEAN_IBAN, "BE68539007547034"), "BE68539007547034");
    CHECK_INT(seen, 0);
    CHECK_TEXT(cleaned(CLEAN_IBAN, "BE41091811735141"),
               national); /* mod 97 fits, the national check does not */
    CHECK_TEXT(cleaned(CLEAN_IBAN, "BE69 5390 0754 7034"), check);
    CHECK_TEXT(cleaned(CLEAN_IBAN, "GB82 WEST 1234 5698 7654 32"), "GB82WEST12345698765432");
    CHECK_TEXT(cleaned(CLEAN_IBAN, "539-0075470-34"), "not an account number (IBAN)");
    /* ten digits that are a multiple of 97 end by 97, not by 00 */
    CHECK_TEXT(cleaned(CLEAN_IBAN, "BE54000000009797"), "BE54000000009797");
}

/* ---- telephones, postal codes, addresses ---- */

static void telephones_come_out_as_e164(void)
{
    static const struct {
        const char *written, *number;
        phone_kind kind;
    } good[] = {
        {"0470/12.34.56", "+32470123456", PHONE_MOBILE},
        {"+32 (0)470 12 34 56", "+32470123456", PHONE_MOBILE},
        {"0032470123456", "+32470123456", PHONE_MOBILE},
        {"0470 / 12 34 56", "+32470123456", PHONE_MOBILE},
        {"04 70 12 34 56", "+32470123456", PHONE_MOBILE},
        {"470123456", "+32470123456", PHONE_MOBILE},
        {"32470123456", "+32470123456", PHONE_MOBILE},
        {"02/555.12.34", "+3225551234", PHONE_BRUSSELS},
        {"(02) 555 12 34", "+3225551234", PHONE_BRUSSELS},
        {"25551234", "+3225551234", PHONE_BRUSSELS},
        {"04 222 33 44", "+3242223344", PHONE_BELGIUM},
        {"0800 35 243", "+3280035243", PHONE_BELGIUM},
        {"+33 1 23 45 67 89", "+33123456789", PHONE_ABROAD},
        {"+212 6 12 34 56 78", "+212612345678", PHONE_ABROAD},
    };
    static const char *const bad[] = {"555 12 34",    "0475 55 51",   "0475 55 51 2",
                                      "12",           "047012345678", "+32 470 12",
                                      "04 555 12 34", "003 2 18787",  "02/555.12.34 - 0470/12.34.56",
                                      "voisine"};

    for (size_t i = 0; i < COUNT(good); i++) {
        CHECK_TEXT(cleaned(CLEAN_PHONE, good[i].written), good[i].number);
        CHECK_INT(clean_phone_kind(T(good[i].number)), good[i].kind);
        CHECK(has(REPAIR_NUMBER_FORM));
    }
    for (size_t i = 0; i < COUNT(bad); i++)
        CHECK_TEXT(cleaned(CLEAN_PHONE, bad[i]), "not a telephone number");
    CHECK_TEXT(cleaned(CLEAN_PHONE, "+32470123456"), "+32470123456");
    CHECK_INT(seen, 0);
}

static void postal_codes_and_sectors(void)
{
    static const char *const sectors_refused[] = {"21004", "21004A0", "21004-00A", "21004A00-x"};

    CHECK_TEXT(cleaned(CLEAN_POSTAL_CODE, "1050"), "1050");
    CHECK_INT(seen, 0);
    CHECK_TEXT(cleaned(CLEAN_POSTAL_CODE, "B-1050"), "1050");
    CHECK_TEXT(cleaned(CLEAN_POSTAL_CODE, "BE 1050"), "1050");
    CHECK_TEXT(cleaned(CLEAN_POSTAL_CODE, "1050.0"), "1050");
    CHECK(has(REPAIR_NUMBER_FORM));
    CHECK_TEXT(cleaned(CLEAN_POSTAL_CODE, "105"), "not a Belgian postal code");
    CHECK_TEXT(cleaned(CLEAN_POSTAL_CODE, "0105"), "not a Belgian postal code");
    CHECK_TEXT(cleaned(CLEAN_SECTOR, "21004A00-"), "21004A00-");
    CHECK_INT(seen, 0);
    CHECK_TEXT(cleaned(CLEAN_SECTOR, "21004A00"), "21004A00-");
    CHECK(has(REPAIR_NUMBER_FORM));
    CHECK_TEXT(cleaned(CLEAN_SECTOR, "21015c1a2"), "21015C1A2");
    CHECK(has(REPAIR_NUMBER_FORM));
    for (size_t i = 0; i < COUNT(sectors_refused); i++)
        CHECK_HOLDS(cleaned(CLEAN_SECTOR, sectors_refused[i]), "not a statistical sector");
}

static void kinds_have_names(void)
{
    for (int i = 0; i < CLEAN_COUNT; i++)
        CHECK_INT(clean_kind_by_name(clean_kind_name((clean_kind)i)), i);
    CHECK_INT(clean_kind_by_name("iban"), CLEAN_IBAN);
    CHECK_INT(clean_kind_by_name("kbo"), CLEAN_KBO);
    CHECK_INT(clean_kind_by_name("origin"), CLEAN_COUNT);
    CHECK_INT(clean_kind_of("nis_commune"), CLEAN_COMMUNE);
    CHECK_INT(clean_kind_of("stratum"), CLEAN_NONE);
    for (int i = 0; i < REPAIR_KINDS; i++)
        CHECK(*repair_word((repair)i) && *repair_said((repair)i, AYANT_FR) &&
              *repair_said((repair)i, AYANT_NL) && *repair_said((repair)i, AYANT_EN));
}

/* ---- communes ---- */

static void communes_have_their_published_codes(void)
{
    static const struct {
        const char *fr, *nl;
        int nis, codes[4];
    } published[COMMUNES] = {
        {"Anderlecht", "Anderlecht", 21001, {1070}},
        {"Auderghem", "Oudergem", 21002, {1160}},
        {"Berchem-Sainte-Agathe", "Sint-Agatha-Berchem", 21003, {1082}},
        {"Bruxelles", "Brussel", 21004, {1000, 1020, 1120, 1130}},
        {"Etterbeek", "Etterbeek", 21005, {1040}},
        {"Evere", "Evere", 21006, {1140}},
        {"Forest", "Vorst", 21007, {1190}},
        {"Ganshoren", "Ganshoren", 21008, {1083}},
        {"Ixelles", "Elsene", 21009, {1050}},
        {"Jette", "Jette", 21010, {1090}},
        {"Koekelberg", "Koekelberg", 21011, {1081}},
        {"Molenbeek-Saint-Jean", "Sint-Jans-Molenbeek", 21012, {1080}},
        {"Saint-Gilles", "Sint-Gillis", 21013, {1060}},
        {"Saint-Josse-ten-Noode", "Sint-Joost-ten-Node", 21014, {1210}},
        {"Schaerbeek", "Schaarbeek", 21015, {1030}},
        {"Uccle", "Ukkel", 21016, {1180}},
        {"Watermael-Boitsfort", "Watermaal-Bosvoorde", 21017, {1170}},
        {"Woluwe-Saint-Lambert", "Sint-Lambrechts-Woluwe", 21018, {1200}},
        {"Woluwe-Saint-Pierre", "Sint-Pieters-Woluwe", 21019, {1150}},
    };
    int several;

    for (size_t i = 0; i < COMMUNES; i++) {
        const commune *one = commune_of_code(published[i].nis);

        if (!CHECK(one == commune_at(i) && one))
            continue;
        CHECK_TEXT(one->fr, published[i].fr);
        CHECK_TEXT(one->nl, published[i].nl);
        CHECK(commune_named(T(one->fr), &several) == one && !several);
        CHECK(commune_named(T(one->nl), &several) == one && !several);
        for (int k = 0; k < 4; k++) {
            int code = published[i].codes[k];

            CHECK_INT(one->postal_codes[k], code);
            if (!code)
                continue;
            CHECK_INT(place_agrees(code, one->nis), 1);
            CHECK(commune_of_postal_code(code, &several) == (code == 1000 || code == 1040 ? NULL : one));
            CHECK_INT(several, code == 1000 || code == 1040);
        }
    }
    CHECK(!commune_of_code(21000) && !commune_of_code(21020) && !commune_of_code(11002));
    CHECK(!commune_of_postal_code(1800, &several) && !several);
    CHECK_INT(place_agrees(1080, 21009), 0);
    CHECK_INT(place_agrees(1080, 11002), -1);
}

static void communes_are_known_as_people_write_them(void)
{
    static const struct {
        const char *written, *code;
    } good[] = {
        {"21009", "21009"},
        {"IXELLES", "21009"},
        {"elsene", "21009"},
        {"Ixelles/Elsene", "21009"},
        {"Ixelles - Elsene", "21009"},
        {"1080 Molenbeek", "21012"},
        {"B-1080 Molenbeek-St-Jean", "21012"},
        {"Molenbeek-St.-Jean (1080)", "21012"},
        {"MOLENBEEK SAINT JEAN", "21012"},
        {"Sint Jans Molenbeek", "21012"},
        {"St-Gilles", "21013"},
        {"Ste-Agathe", ""},
        {"Berchem-Ste-Agathe", "21003"},
        {"1082 Berchem", "21003"},
        {"Berchem", ""},
        {"Woluwe", ""},
        {"1200 Woluwe", "21018"},
        {"1150 Woluwe", "21019"},
        {"Woluw\xc3\xa9-Saint-Pierre", "21019"},
        {"Woluwe\xcc\x81 St Pierre", "21019"},
        {"Schaerbeek / Schaarbeek", "21015"},
        {"Laeken", "21004"},
        {"Bruxelles (Laeken)", "21004"},
        {"Neder-Over-Heembeek", "21004"},
        {"1000 Bruxelles", "21004"},
        {"Bruxelles-Ville", "21004"},
        {"Boitsfort", "21017"},
        {"Saint-Josse", "21014"},
        {"1210 SINT-JOOST", "21014"},
        {"1090", "21010"},
        {"1000", ""},
        {"1040", ""},
        {"1800", ""},
        {"1050 Bruxelles", ""}, /* the region, or avenue Louise? */
        {"1050 Uccle", ""},
        {"Ixelles/Uccle", ""},
        {"Scharbeek", ""}, /* near is not enough */
        {"21000", ""},
        {"21020", ""},
        {"11002", "11002"},
        {"Li\xc3\xa8ge", ""},
        {"210", ""},
    };

    for (size_t i = 0; i < COUNT(good); i++) {
        const char *got = cleaned(CLEAN_COMMUNE, good[i].written);

        if (*good[i].code) {
            CHECK_TEXT(got, good[i].code);
        } else {
            CHECK(got[0] < '0' || got[0] > '9');
        }
    }
    CHECK_HOLDS(cleaned(CLEAN_COMMUNE, "1000"), "several communes share");
    CHECK_HOLDS(cleaned(CLEAN_COMMUNE, "1040"), "several communes share");
    CHECK_HOLDS(cleaned(CLEAN_COMMUNE, "Woluwe"), "several communes have this name");
    CHECK_HOLDS(cleaned(CLEAN_COMMUNE, "1050 Uccle"), "are of two communes");
    CHECK_TEXT(cleaned(CLEAN_COMMUNE, "21009"), "21009");
    CHECK_INT(seen, 0);
    cleaned(CLEAN_COMMUNE, "Ixelles");
    CHECK(has(REPAIR_PLACE_NAME));
    cleaned(CLEAN_COMMUNE, "1090");
    CHECK(has(REPAIR_PLACE_POSTAL));
}

static void places_of_a_row_are_compared(void)
{
    clean_row(c);
    cleaned(CLEAN_POSTAL_CODE, "1050");
    cleaned(CLEAN_COMMUNE, "Uccle");
    CHECK(has(REPAIR_PLACE_DIFFERS));
    clean_row(c);
    cleaned(CLEAN_COMMUNE, "Uccle");
    cleaned(CLEAN_POSTAL_CODE, "1050");
    CHECK(has(REPAIR_PLACE_DIFFERS));
    clean_row(c);
    cleaned(CLEAN_COMMUNE, "Ukkel");
    cleaned(CLEAN_POSTAL_CODE, "1180");
    CHECK(!has(REPAIR_PLACE_DIFFERS));
    clean_row(c);
    cleaned(CLEAN_COMMUNE, "11002"); /* outside Brussels: not known here */
    cleaned(CLEAN_POSTAL_CODE, "1180");
    CHECK(!has(REPAIR_PLACE_DIFFERS));
    clean_row(c);
    cleaned(CLEAN_COMMUNE, "Ukkel"); /* and nothing remains of the row before */
    CHECK(!has(REPAIR_PLACE_DIFFERS));
}

/* ---- names and placeholders ---- */

static void names_keep_their_letters(void)
{
    CHECK_TEXT(cleaned(CLEAN_NAME, "VAN DEN Bossche"), "VAN DEN Bossche");
    CHECK_INT(seen, 0);
    CHECK_TEXT(cleaned(CLEAN_NAME, "Zoe\xcc\x81"), "Zo\xc3\xa9");
    CHECK(has(REPAIR_ACCENTS));
    CHECK_TEXT(cleaned(CLEAN_NAME, "I\xcc\x87pek  El\xc2\xa0"
                                   "Amrani"),
               "\xc4\xb0pek El Amrani");
    CHECK(has(REPAIR_ACCENTS) && has(REPAIR_SPACES));
    CHECK_TEXT(cleaned(CLEAN_NAME, "q\xcc\x81"), "q\xcc\x81"); /* no such letter: left */
    CHECK_INT(seen, 0);
    CHECK_TEXT(cleaned(CLEAN_NAME, "\xd9\x85\xd8\xad\xd9\x85\xd8\xaf"), "\xd9\x85\xd8\xad\xd9\x85\xd8\xaf");
    CHECK_TEXT(cleaned(CLEAN_NAME, "Na"), "Na");
    CHECK_TEXT(cleaned(CLEAN_NAME, "N. A."), "N. A.");
    CHECK_TEXT(cleaned(CLEAN_NAME, "inconnu"), "");
    CHECK(has(REPAIR_PLACEHOLDER));
}

static void folding_is_for_comparing(void)
{
    char out[40];

    CHECK_INT(letters_fold(T("  \xc3\x89tat-civil  (N\xc2\xb0) "), out, sizeof out), 12);
    CHECK_TEXT(out, "etat civil n");
    letters_fold(T("c\xc5\x93ur Stra\xc3\x9f"
                   "e \xc5\x81\xc3\xb3"
                   "d\xc5\xba"),
                 out, sizeof out);
    CHECK_TEXT(out, "coeur strasse lodz");
    letters_fold(T("e\xcc\x81te\xcc\x81"), out, sizeof out);
    CHECK_TEXT(out, "ete");
    CHECK_INT(letters_fold(T("longer than that"), out, 8), 0);
    CHECK_TEXT(out, "");
}

static void words_that_stand_for_an_empty_cell(void)
{
    static const char *const yes[] = {"NULL",
                                      "n/a",
                                      "N/A",
                                      "#N/A",
                                      "#N/B",
                                      "n.a.",
                                      "-",
                                      "--",
                                      "?",
                                      "??",
                                      "...",
                                      "inconnu",
                                      "Inconnue",
                                      "ONBEKEND",
                                      "non communiqu\xc3\xa9",
                                      "Non communique\xcc\x81",
                                      "niet gekend",
                                      "NaN"};
    static const char *const no[] = {"0",
                                     "non",
                                     "nee",
                                     "none",
                                     "n\xc3\xa9"
                                     "ant",
                                     "nihil",
                                     "geen",
                                     "Na",
                                     "Nan",
                                     "N. A.",
                                     "voir dossier",
                                     "1",
                                     "-1",
                                     ""};

    for (size_t i = 0; i < COUNT(yes); i++) {
        CHECK(text_is_placeholder(T(yes[i])));
        CHECK_TEXT(cleaned(CLEAN_PHONE, yes[i]), "");
        CHECK(has(REPAIR_PLACEHOLDER));
    }
    for (size_t i = 0; i < COUNT(no); i++)
        CHECK(!text_is_placeholder(T(no[i])));
}

/* ---- figures, dates, truths ---- */

static const char *reads(const fact *f, const char *written, int comma)
{
    static char out[64];
    cell value = 12345;
    const char *reason;

    seen = 0;
    reason = fact_read_repaired(f, T(written), comma, &value, &seen);
    if (reason) {
        CHECK_INT(value, 12345);
        CHECK_INT(seen, 0);
        return reason;
    }
    fact_print(f, value, out, sizeof out);
    return out;
}

static void amounts_as_people_write_them(void)
{
    fact f = {.kind = KIND_MONEY, .per = PERIOD_MONTH, .least = 0, .most = 500000};
    static const char *const many[] = {"1 234,56 \xe2\x82\xac",
                                       "\xe2\x82\xac 1.234,56",
                                       "1234,56 EUR",
                                       "1\xc2\xa0"
                                       "234,56\xc2\xa0\xe2\x82\xac",
                                       "1\xe2\x80\xaf"
                                       "234,56",
                                       "1'234,56",
                                       "1\xe2\x80\x99"
                                       "234,56",
                                       "EUR1234,56",
                                       "1 234,56 euros",
                                       " 1234,56\t",
                                       "1\xe2\x80\x89"
                                       "234,56 \xe2\x82\xac"};
    static const char *const refused[] = {
        "voir dossier", "1234,56 $", "12 34,56", "1,2,3",   "\xe2\x82\xac", "1234,5,-", "1e3",
        "(1234,56)",    "1234,56 1", "O",        "1.23,45", "''",           "1''234,56"};

    for (size_t i = 0; i < COUNT(many); i++)
        CHECK_TEXT(reads(&f, many[i], 1), "1234.56");
    for (size_t i = 0; i < COUNT(refused); i++)
        CHECK_TEXT(reads(&f, refused[i], 1), "not an amount");
    CHECK_TEXT(reads(&f, "1 234,56 \xe2\x82\xac", 1), "1234.56");
    CHECK(has(REPAIR_CURRENCY) && has(REPAIR_THOUSANDS) && has(REPAIR_DECIMAL_COMMA) && !has(REPAIR_SPACES));
    CHECK_TEXT(reads(&f, "1234.56", 0), "1234.56");
    CHECK_INT(seen, REPAIR_BIT(REPAIR_DECIMAL_POINT));
    CHECK_TEXT(reads(&f, "1234", 0), "1234.00");
    CHECK_INT(seen, 0);
    CHECK_TEXT(reads(&f, "1.234,-", 1), "1234.00");
    CHECK_TEXT(reads(&f, "50,--", 1), "50.00");
    CHECK_TEXT(reads(&f, "-50,00", 1), "below the least allowed");
    CHECK_TEXT(reads(&f, "123456,00", 1), "above the most allowed");
    CHECK_TEXT(reads(&f, "niet gekend", 1), "");
    CHECK_INT(seen, REPAIR_BIT(REPAIR_PLACEHOLDER));
    CHECK_INT(mark_of(T("n.a.")), 0);
    CHECK_INT(mark_of(T("1'234.567")), MARK_POINT);
    CHECK_INT(mark_of(T("1.234 \xe2\x82\xac")), MARK_EITHER);
    CHECK_INT(mark_of(T("1.234,-")), MARK_COMMA);
}

static void dates_as_people_write_them(void)
{
    static const char not_there[] = "not a date that exists, or not within 1870 to 2199",
                      short_year[] = "not a date: the year needs four digits",
                      form[] = "not a date: write YYYY-MM-DD or DD/MM/YYYY";
    static const struct {
        const char *written, *date;
        unsigned repairs;
    } dates[] = {
        {"1987-05-03", "1987-05-03", 0},
        {"03/05/1987", "1987-05-03", 0},
        {"03.05.1987", "1987-05-03", REPAIR_BIT(REPAIR_DATE_FORM)},
        {"3/5/1987", "1987-05-03", REPAIR_BIT(REPAIR_DATE_FORM)},
        {"3-5-1987", "1987-05-03", REPAIR_BIT(REPAIR_DATE_FORM)},
        {"1987/05/03", "1987-05-03", REPAIR_BIT(REPAIR_DATE_FORM)},
        {"1987/5/3", "1987-05-03", REPAIR_BIT(REPAIR_DATE_FORM)},
        {"19870503", "1987-05-03", REPAIR_BIT(REPAIR_DATE_FORM)},
        {"3 mai 1987", "1987-05-03", REPAIR_BIT(REPAIR_DATE_FORM)},
        {"3 MEI 1987", "1987-05-03", REPAIR_BIT(REPAIR_DATE_FORM)},
        {"1er mai 1987", "1987-05-01", REPAIR_BIT(REPAIR_DATE_FORM)},
        {"03-mai-1987", "1987-05-03", REPAIR_BIT(REPAIR_DATE_FORM)},
        {"12 f\xc3\xa9v. 1990", "1990-02-12", REPAIR_BIT(REPAIR_DATE_FORM)},
        {"12 fe\xcc\x81vrier 1990", "1990-02-12", REPAIR_BIT(REPAIR_DATE_FORM)},
        {"31 ao\xc3\xbbt\xc2\xa0"
         "1951",
         "1951-08-31", REPAIR_BIT(REPAIR_DATE_FORM)},
        {"1 mrt 2001", "2001-03-01", REPAIR_BIT(REPAIR_DATE_FORM)},
        {"5 juil. 1987", "1987-07-05", REPAIR_BIT(REPAIR_DATE_FORM)},
        {"5 jui 1987", form, 0}, /* June or July */
        {"1987-05-03 00:00:00", "1987-05-03", REPAIR_BIT(REPAIR_DATE_FORM)},
        {"1987-05-03T00:00:00.000Z", "1987-05-03", REPAIR_BIT(REPAIR_DATE_FORM)},
        {"1987-05-03T23:00:00Z", form, 0}, /* another day in Brussels */
        {"31900", "1987-05-03", REPAIR_BIT(REPAIR_SERIAL)},
        {"25569", "1970-01-01", REPAIR_BIT(REPAIR_SERIAL)},
        {"73415", "2100-12-31", REPAIR_BIT(REPAIR_SERIAL)},
        {"73416", form, 0},
        {"31900.5", form, 0},
        {"1987", "not a date: a year alone", 0},
        {"05/1987", form, 0},
        {"31/02/1987", not_there, 0},
        {"31.02.1987", not_there, 0},
        {"1987-02-31", not_there, 0},
        {"5/13/1987", not_there, 0}, /* the month comes second here */
        {"19871305", not_there, 0},
        {"03/05/87", short_year, 0},
        {"3/5/87", short_year, 0},
        {"3 mai 87", short_year, 0},
        {"01/05.1987", form, 0},
        {"vers 1987", form, 0},
        {"3 florial 1987", form, 0},
        {"1234567890123/05/1987", form, 0},
        {"", "", 0},
        {"inconnu", "", REPAIR_BIT(REPAIR_PLACEHOLDER)},
    };
    fact f = {.kind = KIND_DATE}, bounded = {.kind = KIND_DATE, .least = 0, .most = 25000};

    for (size_t i = 0; i < COUNT(dates); i++) {
        CHECK_TEXT(reads(&f, dates[i].written, 0), dates[i].date);
        CHECK_INT(seen, dates[i].repairs);
    }
    CHECK_TEXT(reads(&bounded, "20000", 0), "below the least allowed");
    CHECK_TEXT(reads(&bounded, "3 mai 1957", 0), "below the least allowed");
}

static void write_date(char *out, size_t size, int form, int year, int month, int date)
{
    static const char *const months[] = {"janvier",
                                         "feb.",
                                         "mars",
                                         "avr.",
                                         "mei",
                                         "juni",
                                         "juillet",
                                         "aug",
                                         "september",
                                         "okt. ",
                                         "novembre",
                                         "d\xc3\xa9"
                                         "c."};

    if (form == 0)
        snprintf(out, size, "%d-%02d-%02d", year, month, date);
    else if (form == 1)
        snprintf(out, size, "%d/%d/%d", date, month, year);
    else if (form == 2)
        snprintf(out, size, "%02d.%02d.%d", date, month, year);
    else if (form == 3)
        snprintf(out, size, "%d/%d/%d", year, month, date);
    else if (form == 4)
        snprintf(out, size, "%d%02d%02d", year, month, date);
    else if (form == 5)
        snprintf(out, size, "%d %s %d", date, months[month - 1], year);
    else
        snprintf(out, size, "%d", day_of(year, month, date) + 25569);
}

/* Every third day of two centuries, in every form, is that day. */
static void every_day_in_every_form(void)
{
    fact f = {.kind = KIND_DATE};
    char written[64];
    unsigned bits = 0;
    cell value;

    for (day d = day_of(1927, 5, 18); d < day_of(2101, 1, 1); d += 3) {
        int year, month, date;

        day_parts(d, &year, &month, &date);
        for (int form = 0; form < 7; form++) {
            write_date(written, sizeof written, form, year, month, date);
            if (fact_read_repaired(&f, T(written), 0, &value, &bits) || value != d)
                CHECK_TEXT(written, "a date that is read");
        }
    }
}

static void truths_in_one_letter(void)
{
    fact f = {.kind = KIND_TRUTH};
    static const char *const yes[] = {"O", "o", "X", "x", "J", "Y"}, *const no[] = {"N", "n"};

    for (size_t i = 0; i < COUNT(yes); i++) {
        CHECK_TEXT(reads(&f, yes[i], 0), "yes");
        CHECK(has(REPAIR_TRUTH_FORM));
    }
    for (size_t i = 0; i < COUNT(no); i++)
        CHECK_TEXT(reads(&f, no[i], 0), "no");
    CHECK_TEXT(reads(&f, "vrai", 0), "yes");
    CHECK_INT(seen, 0);
    CHECK_TEXT(reads(&f, "Nee", 0), "no");
    CHECK_TEXT(reads(&f, "?", 0), "");
    CHECK(has(REPAIR_PLACEHOLDER));
    CHECK_TEXT(reads(&f, "Z", 0), "not yes or no");
    CHECK_TEXT(reads(&f, "\xc3\xb4", 0), "not yes or no");
}

int main(void)
{
    failure e = {0};

    if (cleaner_new(&e, &c) != AYANT_OK)
        return 1;
    RUN(published_national_numbers_pass);
    RUN(a_number_has_one_century);
    RUN(two_digits_exchanged_never_fit_the_same_century);
    RUN(kinds_of_bis_numbers);
    RUN(zeros_a_spreadsheet_dropped_come_back);
    RUN(published_enterprise_numbers_pass);
    RUN(published_accounts_pass);
    RUN(telephones_come_out_as_e164);
    RUN(postal_codes_and_sectors);
    RUN(kinds_have_names);
    RUN(communes_have_their_published_codes);
    RUN(communes_are_known_as_people_write_them);
    RUN(places_of_a_row_are_compared);
    RUN(names_keep_their_letters);
    RUN(folding_is_for_comparing);
    RUN(words_that_stand_for_an_empty_cell);
    RUN(amounts_as_people_write_them);
    RUN(dates_as_people_write_them);
    RUN(every_day_in_every_form);
    RUN(truths_in_one_letter);
    cleaner_free(c);
    return check_end();
}
