/*
 * ayant seal, ayant unseal: a caseload that nobody reads without its key.
 */
#include "access.h"

static int finish(work *w, ayant_status status, const char *sentence, const char *caseload)
{
    int result = status < 0 ? work_failed(w, NULL) : EXIT_DONE;

    if (result == EXIT_DONE)
        say(sentence, caseload);
    return result;
}

static int run_seal(invocation *given)
{
    const char *caseload = given->operands[0], *next = option_value(given, "new-key-file");
    int sealed = ayant_is_sealed(caseload), result;
    work w;

    if ((result = work_start(&w)) || (result = access_as(&w, given, NULL)) ||
        (result = access_key(&w, given, caseload, !sealed)))
        goto end;
    if (next && sealed)
        result = finish(&w, ayant_rekey(w.engine, caseload, next), "ayant: '%s' has its new key", caseload);
    else if (next) {
        say_error("U41", "'--new-key-file' is for a caseload that is sealed: give '--key-file'");
        result = EXIT_ERROR;
    } else
        result = finish(&w, ayant_seal(w.engine, caseload),
                        "ayant: '%s' is sealed; without its key nobody can open it again, ayant included",
                        caseload);
end:
    work_end(&w);
    return result;
}

static int run_unseal(invocation *given)
{
    const char *caseload = given->operands[0];
    int result;
    work w;

    if ((result = work_start(&w)) || (result = access_as(&w, given, NULL)) ||
        (result = access_key(&w, given, caseload, 0)))
        goto end;
    result = finish(&w, ayant_unseal(w.engine, caseload), "ayant: '%s' is no longer sealed", caseload);
end:
    work_end(&w);
    return result;
}

static const option seal_options[] = {
    OPTION_KEY,
    {"new-key-file", '\0', OPTION_FILE, "FILE", "change the key: the file of the new one", 0, 0, NULL},
    OPTION_WHO,
    OPTION_HELP,
    OPTION_END,
};

static const option unseal_options[] = {OPTION_KEY, OPTION_WHO, OPTION_HELP, OPTION_END};

const command command_seal = {
    .name = "seal",
    .operands = "CASELOAD",
    .least = 1,
    .most = 1,
    .operand_kind = OPTION_FILE,
    .summary = "encrypt a caseload, or change its key",
    .description =
        "Seals a caseload in its place: from then on it is opened in memory with its key, and is on the disk "
        "in "
        "no other form. A caseload that 'ayant import' makes while '--key-file' is given is sealed from the "
        "start.\n\n"
        "The key is a passphrase of at least 12 characters, or a file of random bytes. Keep a copy of it "
        "apart "
        "from the caseload: when it is lost, so is the caseload. What was plain is written over, but an SSD, "
        "a "
        "copy-on-write file system or a backup may still hold it: seal before real people go in.",
    .example = "ayant seal caseload.db --key-file caseload.key",
    .options = seal_options,
    .run = run_seal,
};

const command command_unseal = {
    .name = "unseal",
    .operands = "CASELOAD",
    .least = 1,
    .most = 1,
    .operand_kind = OPTION_FILE,
    .summary = "decrypt a caseload for good",
    .description =
        "Makes a plain SQLite file of a sealed caseload, in its place. Commands that read a caseload do "
        "not need it: give them '--key-file'.",
    .example = "ayant unseal caseload.db --key-file caseload.key",
    .options = unseal_options,
    .run = run_unseal,
};
