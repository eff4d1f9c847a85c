/*
 * Every limit of the engine, with its reason.
 *
 * A limit is a promise: below it the engine works, above it it says so with
 * an error that names the limit. Nothing is cut in silence.
 */
#ifndef AYANT_BASE_LIMITS_H
#define AYANT_BASE_LIMITS_H

/* One euro, or the number one, in the units cells are computed in (see money.h). */
#define MICRO 1000000

/*
 * Cells are whole numbers of millionths held in a double, exact up to 2^53.
 * The check of a rulebook proves that no formula can leave this interval.
 */
#define LIMIT_EXACT 9007199254740992.0

/* Money facts, in euros. Beyond these a cell is taken for a typing error. */
#define LIMIT_EURO_MONTH 100000
#define LIMIT_EURO_YEAR 5000000
#define LIMIT_EURO 20000000 /* fits 2^31 cents */

/* Number facts: kept as thousandths in 32 bits. */
#define LIMIT_NUMBER 2000000

/* Words of one vocabulary: one bit each in a 64-bit set, bit 63 is "no word". */
#define LIMIT_WORDS 62

/* A household larger than this is an institution or a broken identifier. */
#define LIMIT_HOUSEHOLD 64

/* Question by question: members of a household one can answer for in a conversation, and answers kept to go
 * back. */
#define LIMIT_ASKED_MEMBERS 24
#define LIMIT_ASKED_ANSWERS 1000

/* Loading rules: a file, all files, Lua instructions and Lua memory. */
#define LIMIT_RULE_FILE (4u << 20)
#define LIMIT_RULE_FILES 4096
#define LIMIT_LUA_INSTRUCTIONS 50000000
#define LIMIT_LUA_MEMORY (128u << 20)
/* One piece of memory of a load (a string is copied and compared in one instruction), all pieces handed
   out, and seconds of processor: what the count of instructions does not see. */
#define LIMIT_LUA_PIECE (16u << 20)
#define LIMIT_LUA_CHURN (1024u << 20)
#define LIMIT_LUA_SECONDS 2

/* One formula: nesting of expressions, and nodes of the graph of one rulebook. */
#define LIMIT_NESTING 200
#define LIMIT_NODES 200000
/* What is under way at once when formulas that need each other are lowered (the stack of the thread), and
   expressions lowered in all: a helper that calls another twice, ten times over, or ifs that go on after a
   return, are walked again and again without making one node more. */
#define LIMIT_DEEP 2000
#define LIMIT_LOWERED 2000000

/* One cell of an input file: a longer one is a broken quote, not a fact. */
#define LIMIT_CELL (64u << 10)
#define LIMIT_COLUMNS 2000

/* A text fact or an identifier: longer is a note somebody typed, and notes are not kept. */
#define LIMIT_TEXT 500

/* Households evaluated together: the columns of a chunk stay in the cache. */
#define CHUNK_HOUSEHOLDS 512

#define LIMIT_THREADS 256

/* Made-up spreadsheets: rows that a sheet can have, and households that surely fit (2.2 persons each, and the
   dirt); of a made-up survey, since replicate weights have a row for each household and each unit. */
#define LIMIT_SHEET_ROWS 1048576
#define LIMIT_SHEET_HOUSEHOLDS 440000
#define LIMIT_SURVEYED 20000

#endif
