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

/* One computed fact of one row of a file seen through a mapping: a row is some dozen cells. */
#define LIMIT_ROW_INSTRUCTIONS 200000

/* A pattern of a mapping: longer ones are programs. */
#define LIMIT_PATTERN 2000

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

/* Sheets of a workbook, tables of a database, columns and rows of a sheet: what spreadsheet programs allow.
 */
#define LIMIT_PARTS 1000
#define LIMIT_SHEET_COLUMNS 16384
#define LIMIT_SHEET_ROWS 1048576
/* The texts a workbook keeps apart (shared strings) stay in memory while its rows go by. */
#define LIMIT_SHARED_TEXT (256u << 20)
/* What is unpacked from one workbook in all (a full sheet of a hundred columns, read twice); how many times
   larger than packed once over the first bytes (a bomb packs a thousand to one, sheets thirty); how deep
   elements lie; one tag or comment. */
#define LIMIT_XML_BYTES ((uint64_t)16 << 30)
#define LIMIT_XML_FREE_BYTES (64u << 20)
#define LIMIT_XML_RATIO 300
#define LIMIT_XML_DEPTH 100
#define LIMIT_XML_TAG (1u << 20)
/* One object of a JSON lines file, and how deep objects lie in it. */
#define LIMIT_JSON_LINE (4u << 20)
#define LIMIT_JSON_DEPTH 8
/* Instructions of SQLite for one row of somebody else's database: a view may work forever, and
   sorting a million rows before the first takes seven million. */
#define LIMIT_VIEW_STEPS 200000000

/* A text fact or an identifier: longer is a note somebody typed, and notes are not kept. */
#define LIMIT_TEXT 500

/* A national number that says a birth after this year holds a typing error that fits the other century: no
   file is about people who are yet to be born. A fixed year, so that a file is read alike on every day. */
#define LIMIT_NISS_YEAR 2035
/*
 * Sealed caseloads: a key is something a person remembers or a small file of
 * bytes; the work its head may ask for, so that a file cannot take the machine;
 * the database, which is opened in memory.
 */
#define LIMIT_KEY 4096
#define LIMIT_SEAL_PASSES 16
#define LIMIT_SEAL_MEMORY (1u << 30)
#define LIMIT_SEALED ((uint64_t)1 << 35)

/* Households evaluated together: the columns of a chunk stay in the cache. */
#define CHUNK_HOUSEHOLDS 512

#define LIMIT_THREADS 256

/* Made-up spreadsheets: households that surely fit the rows of a sheet (2.2 persons each, and the dirt); of a
   made-up survey, since replicate weights have a row for each household and each unit. */
#define LIMIT_SHEET_HOUSEHOLDS 440000
#define LIMIT_SURVEYED 20000

#endif
