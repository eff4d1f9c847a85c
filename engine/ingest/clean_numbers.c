/*
 * Numbers with check digits, and others with a fixed shape.
 *
 * What a spreadsheet drops (zeros in front) is put back only when the number
 * has no other spelling and its check digits fit.
 */
#include "clean_inside.h"

#include "../base/limits.h"

static int64_t value_of(text t)
{
    int64_t out = 0;

    for (size_t i = 0; i < t.length; i++)
        out = out * 10 + (t.at[i] - '0');
    return out;
}

static int all_digits(text t)
{
    for (size_t i = 0; i < t.length; i++)
        if (t.at[i] < '0' || t.at[i] > '9')
            return 0;
    return t.length > 0;
}

/* The digits of `t`, at most `most`. */
static size_t keep_digits(text t, char *out, size_t most)
{
    size_t used = 0;

    for (size_t i = 0; i < t.length && used < most; i++)
        if (t.at[i] >= '0' && t.at[i] <= '9')
            out[used++] = t.at[i];
    return used;
}

/* ---- national numbers ---- */

/*
 * Month and day as the register writes them: 00 unknown; a day that no month
 * has is an unknown day (the serial numbers of the day had run out).
 */
static int read_birth(niss *n, int month, int day)
{
    static const int days[] = {31, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    n->bis = month >= 60 ? 60 : month >= 40 ? 40 : month >= 20 ? 20 : 0;
    n->month = month - n->bis;
    if (n->month > 12)
        return 0;
    n->day = n->month && day <= days[n->month] ? day : 0;
    return 1;
}

int niss_year(const niss *n)
{
    return n->year_of_century + (n->born_2000 ? 2000 : 1900);
}

/* Eleven digits, in n->digits. */
static int check_niss(niss *n)
{
    int64_t first_nine = value_of((text){n->digits, 9}), check = value_of((text){n->digits + 9, 2});
    int month = (int)value_of((text){n->digits + 2, 2}), date = (int)value_of((text){n->digits + 4, 2});

    n->year_of_century = (int)value_of((text){n->digits, 2});
    if (!read_birth(n, month, date))
        return 0;
    n->born_1900 = 97 - first_nine % 97 == check;
    n->born_2000 = 97 - (2000000000 + first_nine) % 97 == check;
    if ((!n->born_1900 && !n->born_2000) || niss_year(n) > LIMIT_NISS_YEAR)
        return 0;
    if (n->bis == 60)
        n->repairs |= REPAIR_BIT(REPAIR_BISTER);
    if (n->bis != 20)
        n->male = (int)(value_of((text){n->digits + 6, 3}) % 2);
    return 1;
}

/*
 * A spreadsheet that took the number for a figure dropped its zeros: one for
 * births of 2001 to 2009, up to three for 2000. Of 1900 to 1909 nobody is
 * left, so such a reading is a typing error that happens to fit.
 */
static int with_lost_zeros(text t, niss *n)
{
    size_t lost = 11 - t.length;

    memcpy(n->digits, "000", lost);
    memcpy(n->digits + lost, t.at, t.length);
    n->repairs |= REPAIR_BIT(REPAIR_LOST_ZERO);
    return check_niss(n) && n->born_2000 && n->month && n->day;
}

int clean_niss(cleaner *c, text t, niss *out)
{
    niss n = {.male = -1};
    int good;

    if (t.length >= 8 && t.length <= 10 && all_digits(t)) {
        good = with_lost_zeros(t, &n);
    } else {
        if (!(t.length == 11 && all_digits(t))) {
            if (!cleaner_matches(c, CLEAN_NISS, t))
                return 0;
            n.repairs |= REPAIR_BIT(REPAIR_NUMBER_FORM);
        }
        keep_digits(t, n.digits, 11);
        good = check_niss(&n);
    }
    if (good)
        *out = n;
    return good;
}

/* ---- places and telephones ---- */

static const char *keep(text t, char out[CLEAN_TEXT], size_t *length)
{
    memcpy(out, t.at, t.length);
    *length = t.length;
    return NULL;
}

const char *clean_postal_code(cleaner *c, text t, char out[CLEAN_TEXT], size_t *length, unsigned *repairs)
{
    if (t.length == 4 && t.at[0] != '0' && all_digits(t))
        return keep(t, out, length);
    if (!cleaner_matches(c, CLEAN_POSTAL_CODE, t))
        return "not a Belgian postal code";
    *repairs |= REPAIR_BIT(REPAIR_NUMBER_FORM);
    return keep(cleaner_group(c, t, 1), out, length);
}

const char *clean_sector(cleaner *c, text t, char out[CLEAN_TEXT], size_t *length, unsigned *repairs)
{
    if (!cleaner_matches(c, CLEAN_SECTOR, t))
        return "not a statistical sector: nine characters, as in 21004A00-";
    keep(t, out, length);
    if (t.length == 8) { /* the ninth is a filler that some files leave out */
        out[(*length)++] = '-';
        *repairs |= REPAIR_BIT(REPAIR_NUMBER_FORM);
    }
    if (out[5] >= 'a') {
        out[5] = (char)(out[5] - 'a' + 'A');
        *repairs |= REPAIR_BIT(REPAIR_NUMBER_FORM);
    }
    if (out[7] >= 'a') {
        out[7] = (char)(out[7] - 'a' + 'A');
        *repairs |= REPAIR_BIT(REPAIR_NUMBER_FORM);
    }
    return NULL;
}

/* "+" and digits. A zero or a plus that a spreadsheet dropped is put back where no other number reads so. */
const char *clean_phone(cleaner *c, text t, char out[CLEAN_TEXT], size_t *length, unsigned *repairs)
{
    text home, abroad = {"", 0};
    size_t used = 0;

    if (all_digits(t) && cleaner_matches(c, PATTERN_PHONE_BARE, t)) {
        home = cleaner_group(c, t, 1);
        *repairs |= REPAIR_BIT(REPAIR_LOST_ZERO);
    } else {
        if (!cleaner_matches(c, CLEAN_PHONE, t))
            return "not a telephone number";
        home = cleaner_group(c, t, 1);
        abroad = cleaner_group(c, t, 2);
    }
    out[used++] = '+';
    if (home.length) {
        out[used++] = '3';
        out[used++] = '2';
    }
    used += keep_digits(home.length ? home : abroad, out + used, 16);
    *length = used;
    if (used != t.length || memcmp(out, t.at, used) != 0)
        *repairs |= REPAIR_BIT(REPAIR_NUMBER_FORM);
    return NULL;
}

phone_kind clean_phone_kind(text cleaned)
{
    const char *s = cleaned.at;

    if (cleaned.length < 4 || memcmp(s, "+32", 3) != 0)
        return PHONE_ABROAD;
    if (cleaned.length == 12)
        return PHONE_MOBILE;
    return s[3] == '2' ? PHONE_BRUSSELS : PHONE_BELGIUM;
}

/* ---- enterprises and accounts ---- */

const char *clean_kbo(cleaner *c, text t, char out[CLEAN_TEXT], size_t *length, unsigned *repairs)
{
    static const char reason[] = "not a valid enterprise number";
    char digits[11] = "0";
    size_t used, front;

    if (!cleaner_matches(c, CLEAN_KBO, t))
        return reason;
    used = keep_digits(t, digits + 1, 10);
    front = used == 10 ? 1 : 0; /* nine digits: numbers given before 2005, or a zero dropped */
    if (digits[front] > '1' ||
        97 - value_of((text){digits + front, 8}) % 97 != value_of((text){digits + front + 8, 2}))
        return reason;
    if (used == 9)
        *repairs |= REPAIR_BIT(REPAIR_LOST_ZERO);
    if (t.length != used)
        *repairs |= REPAIR_BIT(REPAIR_NUMBER_FORM);
    return keep((text){digits + front, 10}, out, length);
}

/* ISO 13616: the first four characters go last, letters count 10 to 35, and the rest by 97 is 1. */
static int iban_fits(const char *s, size_t length)
{
    int rest = 0;

    for (size_t i = 0; i < length; i++) {
        char at = s[(i + 4) % length];

        if (at >= '0' && at <= '9')
            rest = (rest * 10 + (at - '0')) % 97;
        else
            rest = (rest * 100 + (at - 'A' + 10)) % 97;
    }
    return rest == 1;
}

const char *clean_iban(cleaner *c, text t, char out[CLEAN_TEXT], size_t *length, unsigned *repairs)
{
    size_t used = 0;

    if (!cleaner_matches(c, CLEAN_IBAN, t))
        return "not an account number (IBAN)";
    for (size_t i = 0; i < t.length; i++) {
        char at = t.at[i];

        if (at >= 'a' && at <= 'z')
            at = (char)(at - 'a' + 'A');
        if ((at >= '0' && at <= '9') || (at >= 'A' && at <= 'Z'))
            out[used++] = at;
    }
    *length = used;
    if (!iban_fits(out, used))
        return "not an account number (IBAN): its check digits do not fit";
    if (memcmp(out, "BE", 2) == 0) {
        int64_t rest = used == 16 ? value_of((text){out + 4, 10}) % 97 : -1;

        if (!all_digits((text){out + 2, used - 2}) || (rest ? rest : 97) != value_of((text){out + 14, 2}))
            return "not a Belgian account number: its last two digits do not fit";
    }
    if (used != t.length || memcmp(out, t.at, used) != 0)
        *repairs |= REPAIR_BIT(REPAIR_NUMBER_FORM);
    return NULL;
}
