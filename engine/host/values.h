/*
 * Values of formulas while Lua runs them: money, decimals, dates.
 *
 * Whole numbers are Lua integers and truths Lua booleans; money, decimal
 * numbers and dates are objects that hold exact whole numbers, so that no
 * binary fraction ever enters. Money and decimals do not mix but by
 * multiplication and division.
 */
#ifndef AYANT_HOST_VALUES_H
#define AYANT_HOST_VALUES_H

#include "room.h"

#define OBJECT_MONEY "ayant.money"
#define OBJECT_DECIMAL "ayant.decimal"
#define OBJECT_DATE "ayant.date"

typedef struct money_object {
    micro amount;
} money_object;

typedef struct decimal_object {
    micro amount;
} decimal_object;

typedef struct date_object {
    day at;
} date_object;

typedef enum number_type { NUMBER_NONE, NUMBER_WHOLE, NUMBER_DECIMAL, NUMBER_MONEY } number_type;

typedef struct number {
    number_type type;
    micro amount;
} number;

void values_open(lua_State *L);            /* the metatables */
number number_at(lua_State *L, int index); /* NUMBER_NONE when it is none */
void push_number(lua_State *L, number n);
void push_money(lua_State *L, micro amount);
void push_decimal(lua_State *L, micro amount);
void push_date(lua_State *L, day d);
const date_object *date_at(lua_State *L, int index); /* NULL when it is none */
/* "money", "a date", "a truth": for messages. */
const char *value_name(lua_State *L, int index);
/* Pushes the zero of the type of the value at `index`: 0, no, no date, "". */
void push_zero_like(lua_State *L, int index);

int run_euro(lua_State *L);
int run_date(lua_State *L);
int run_per_year(lua_State *L);
int run_per_month(lua_State *L);
int run_min(lua_State *L);
int run_max(lua_State *L);
int run_clamp(lua_State *L);
int run_round_cent(lua_State *L);
int run_floor_cent(lua_State *L);
int run_round_to(lua_State *L);
int run_floor_to(lua_State *L);
int run_age_on(lua_State *L);
int run_months_between(lua_State *L);
int run_months_after(lua_State *L);
int run_days_between(lua_State *L);
int run_year_of(lua_State *L);
int run_among(lua_State *L);
int run_known(lua_State *L);

/* sets.c: words that need a record. */
int run_brackets(lua_State *L);
int run_exists(lua_State *L);
int run_kinship(lua_State *L);
int run_sum(lua_State *L);
int run_count(lua_State *L);
int run_any(lua_State *L);
int run_all(lua_State *L);
int run_least(lua_State *L);
int run_greatest(lua_State *L);

#endif
