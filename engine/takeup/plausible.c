/*
 * Grids: amounts a month, a year or owned; ages; dates before and after.
 */
#include "plausible.h"

#include <string.h>

/* Kinship that only a row of relations can say. */
static const kinship row_kinship[] = {KIN_UNRELATED,     KIN_SIBLING,      KIN_GRANDPARENT,   KIN_GRANDCHILD,
                                      KIN_PARENT_IN_LAW, KIN_CHILD_IN_LAW, KIN_OTHER_RELATIVE};
enum { ROW_KINSHIPS = sizeof row_kinship / sizeof *row_kinship };

size_t listed_values(const dictionary *facts, unknown_cell what)
{
    const fact *f;

    if (cell_is_kinship(facts, what))
        return ROW_KINSHIPS;
    f = &facts->facts[what.fact];
    return f->kind == KIND_TRUTH ? 2 : f->kind == KIND_WORD ? f->word_count : 0;
}

cell listed_value(const dictionary *facts, unknown_cell what, size_t i)
{
    return cell_is_kinship(facts, what) ? (cell)row_kinship[i] : (cell)i;
}

void range_of_cell(const dictionary *facts, unknown_cell what, cell *low, cell *high)
{
    const fact *f = &facts->facts[what.fact];

    *low = f->least;
    *high = f->kind == KIND_DATE && f->empty == EMPTY_NEVER ? DAY_NEVER : f->most;
}

cell middle_of_cell(const dictionary *facts, unknown_cell what, cell low, cell high)
{
    if (high == DAY_NEVER && facts->facts[what.fact].kind == KIND_DATE)
        return DAY_MOST;
    return (cell)(((int64_t)low + high) / 2);
}

/* Ascending, each once, within the ends. */
static size_t put_value(cell *out, size_t count, int64_t value, cell low, cell high)
{
    if (count < PLAUSIBLE_MOST && value >= low && value <= high && (!count || out[count - 1] < value))
        out[count++] = (cell)value;
    return count;
}

static size_t amounts(const fact *f, cell low, cell high, cell *out)
{
    static const int month[] = {0, 150, 400, 700, 900, 1100, 1300, 1600, 2000, 2600, 3500};
    static const int owned[] = {0, 1000, 4000, 8000, 14000, 20000, 30000, 50000, 100000, 250000};
    const int *grid = f->per == PERIOD_NONE ? owned : month;
    size_t size = f->per == PERIOD_NONE ? sizeof owned / sizeof *owned : sizeof month / sizeof *month;
    size_t count = put_value(out, 0, low, low, high);

    for (size_t i = 0; i < size; i++)
        count = put_value(out, count, (int64_t)grid[i] * 100 * (f->per == PERIOD_YEAR ? 12 : 1), low, high);
    return put_value(out, count, high, low, high);
}

static size_t counts(cell low, cell high, day on, cell *out)
{
    static const int grid[] = {0, 1, 2, 3, 6, 12, 24, 60};
    size_t count = put_value(out, 0, low, low, high);
    int year, month, date;

    day_parts(on, &year, &month, &date);
    for (size_t i = 0; i < sizeof grid / sizeof *grid; i++)
        count = put_value(out, count, (int64_t)grid[i] * 1000, low, high);
    for (int y = year - 4; low >= 1900000 && y <= year + 1; y++)
        count = put_value(out, count, (int64_t)y * 1000, low, high);
    return put_value(out, count, high, low, high);
}

static size_t dates(const fact *f, cell low, cell high, day on, cell *out)
{
    static const int ages[] = {95, 82, 72, 67, 65, 62, 50, 35, 26, 24, 20, 18, 17, 10, 3};
    static const int before[] = {120, 48, 24, 13, 8, 5, 3, 1, 0, -3, -12};
    int birth = strcmp(f->name, "birth_date") == 0;
    const int *grid = birth ? ages : before;
    size_t size = birth ? sizeof ages / sizeof *ages : sizeof before / sizeof *before;
    size_t count = put_value(out, 0, low, low, high);

    for (size_t i = 0; i < size; i++)
        count = put_value(out, count, day_add_months(on, -grid[i] * (birth ? 12 : 1)) - 1, low, high);
    return put_value(out, count, high, low, high);
}

size_t plausible_values(const dictionary *facts, unknown_cell what, day on, cell *out)
{
    size_t count = listed_values(facts, what);
    const fact *f;
    cell low, high;

    for (size_t i = 0; i < count; i++)
        out[i] = listed_value(facts, what, i);
    if (count)
        return count;
    f = &facts->facts[what.fact];
    range_of_cell(facts, what, &low, &high);
    return f->kind == KIND_MONEY    ? amounts(f, low, high, out)
           : f->kind == KIND_NUMBER ? counts(low, high, on, out)
                                    : dates(f, low, high, on, out);
}
