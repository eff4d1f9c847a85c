/*
 * ayant sheet, rectify, object: what a person may ask for.
 */
#include "access.h"

static int run_sheet(invocation *given)
{
    const char *caseload = given->operands[0], *person = given->operands[1];
    ayant_paper_options options = paper_options(given);
    output out = {0};
    work w;
    int result;

    if ((result = work_start(&w)) || (result = work_rules(&w, given, NULL, 0)) ||
        (result = access_open(&w, given, caseload, person)))
        goto end;
    if (output_open(&out, option_value(given, "output")) < 0) {
        result = EXIT_ERROR;
        goto end;
    }
    result = work_finish(&w, &out, ayant_sheet(w.engine, w.rules, caseload, person, &options, &out.sink));
    if (result == EXIT_DONE && ayant_not_journalled(w.engine))
        say("ayant: '%s' lies where nothing can be written: this reading is not in its journal", caseload);
end:
    output_drop(&out);
    work_end(&w);
    return result;
}

static int run_rectify(invocation *given)
{
    const char *caseload = given->operands[0], *person = given->operands[1];
    work w;
    int result;

    if ((result = work_start(&w)) || (result = work_rules(&w, given, NULL, 0)) ||
        (result = access_open(&w, given, caseload, person)))
        goto end;
    if (ayant_rectify(w.engine, w.rules, caseload, person, given->operands[2], given->operands[3]) < 0)
        result = work_failed(&w, NULL);
    else
        say("ayant: corrected; correct it at the source too, or the next import brings the old value back");
end:
    work_end(&w);
    return result;
}

static int run_object(invocation *given)
{
    const char *caseload = given->operands[0], *person = given->operands[1];
    int withdraw = option_given(given, "withdraw"), result;
    work w;

    if ((result = work_start(&w)) || (result = work_rules(&w, given, NULL, 0)) ||
        (result = access_open(&w, given, caseload, person)))
        goto end;
    if (ayant_object(w.engine, w.rules, caseload, person, !withdraw) < 0)
        result = work_failed(&w, NULL);
    else
        say(withdraw ? "ayant: the objection is withdrawn" : "ayant: this person is on no list from now on");
end:
    work_end(&w);
    return result;
}

static const option sheet_options[] = {
    OPTION_RULES,        OPTION_KEY,    OPTION_WHO,  OPTION_PURPOSE, OPTION_PAPER_LANGUAGE,
    OPTION_PAPER_FORMAT, OPTION_OUTPUT, OPTION_HELP, OPTION_END,
};

static const option rectify_options[] = {
    OPTION_REASON, OPTION_RULES, OPTION_KEY, OPTION_WHO, OPTION_HELP, OPTION_END,
};

static const option object_options[] = {
    {"withdraw", '\0', OPTION_FLAG, NULL, "the person takes the objection back", 0, 0, NULL},
    OPTION_RULES,
    OPTION_KEY,
    OPTION_WHO,
    OPTION_PURPOSE,
    OPTION_HELP,
    OPTION_END,
};

const command command_sheet = {
    .name = "sheet",
    .operands = "CASELOAD PERSON",
    .least = 2,
    .most = 2,
    .operand_kind = OPTION_FILE,
    .summary = "write all that is held about one person, for that person",
    .description =
        "Writes a paper to hand over, in French or Dutch: every fact held about the person and the household "
        "with "
        "its usual source, when it was imported, who looked at it and why, on which lists the person is, how "
        "long "
        "things are kept, and what the person may ask. Other people of the household are counted, not named.",
    .example = "ayant sheet caseload.db P001 --language fr --format html --output sheet.html",
    .options = sheet_options,
    .run = run_sheet,
};

const command command_rectify = {
    .name = "rectify",
    .operands = "CASELOAD PERSON FACT VALUE",
    .least = 4,
    .most = 4,
    .operand_kind = OPTION_FILE,
    .summary = "correct one fact of a person",
    .description = "Sets one fact of the person, or of the household, to a value that is checked as a cell "
                   "of a file is; '?' "
                   "makes it unknown. The journal says which fact was corrected and why, never a value.\n\n"
                   "An import replaces what the caseload holds: correct the source too.",
    .example =
        "ayant rectify caseload.db P001 wage_net_month 1250,00 --purpose 'asked by the person, payslip seen'",
    .options = rectify_options,
    .run = run_rectify,
};

const command command_object = {
    .name = "object",
    .operands = "CASELOAD PERSON",
    .least = 2,
    .most = 2,
    .operand_kind = OPTION_FILE,
    .summary = "note that a person wants no contact",
    .description = "From then on the person is on no list. It is remembered by pseudonym, so that an import "
                   "does not take it "
                   "away. It changes no answer: what the person has a right to stays the same.",
    .example = "ayant object caseload.db P001 --purpose 'said so on the telephone'",
    .options = object_options,
    .run = run_object,
};
