/*
 * Sealed caseloads: nothing can be read without the key, everything with it,
 * and a file that is not as it was written says how.
 */
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

#include "../../engine/store/pseudonym.h"
#include "../../engine/store/seal.h"
#include "../../engine/store/sealed.h"
#include "small_caseload.h"

static store_key *key, *other_key;

/* As little work as Argon2id can be asked: these tests seal hundreds of files. */
static store_key *quick_key(const char *words)
{
    store_key *k = NULL;

    CHECK_INT(store_key_new(&e, words, strlen(words), &k), AYANT_OK);
    store_key_set_cost(k, (key_cost){1, 8192});
    return k;
}

static store_access with(const char *at, store_key *k)
{
    return (store_access){.path = at, .key = k};
}

static void what_is_sealed_comes_out_with_its_key_only(void)
{
    store_access at = with(file("trip.db"), key), none = with(path, NULL), wrong = with(path, other_key);

    CHECK_INT(put_couples(&at, 40, 123456), AYANT_OK);
    CHECK(sealed_is(path));
    CHECK_INT(first_wage(&at), 123456);
    CHECK_INT(first_wage(&none), CELL_UNKNOWN);
    CHECK_TEXT(e.id, "V01");
    CHECK_INT(first_wage(&wrong), CELL_UNKNOWN);
    CHECK_TEXT(e.id, "V02");
    CHECK_INT(put_couples(&wrong, 2, 1), AYANT_E_STORE);
    CHECK_TEXT(e.id, "V02");
    CHECK_INT(put_couples(&none, 2, 1), AYANT_E_USAGE);
    CHECK_INT(first_wage(&at), 123456);
    CHECK_INT(put_couples(&at, 3, 777), AYANT_OK);
    CHECK_INT(first_wage(&at), 777);
}

static void no_byte_of_it_is_plain(void)
{
    static const char *const words[] = {"person-", "household-", "Zoémadeup", "a tester", "SQLite",
                                        "persons", "journal",    "wage_net",  "import",   "CREATE"};
    store_access at = with(file("plain.db"), NULL);
    struct stat is;

    CHECK_INT(put_couples(&at, 40, 5), AYANT_OK);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        CHECK(file_holds(path, words[i])); /* or this test would find nothing wherever it looks */
    at.key = key;
    CHECK_INT(store_seal(&e, &at), AYANT_OK);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        CHECK(!file_holds(path, words[i]));
    CHECK(stat(path, &is) == 0 && (is.st_mode & 077) == 0);
    CHECK(stat(file("plain.db-wal"), &is) != 0);
    CHECK(stat(file("plain.db-shm"), &is) != 0);
    CHECK(stat(file("plain.db.new"), &is) != 0);
    file("plain.db");
    CHECK_INT(first_wage(&at), 5);
}

static void sealing_opening_and_another_key(void)
{
    store_access at = with(file("there.db"), NULL), next = with(path, other_key);
    char start[16] = {0};
    size_t length;
    char *bytes;

    CHECK_INT(put_couples(&at, 4, 9), AYANT_OK);
    CHECK_INT(store_seal(&e, &at), AYANT_E_USAGE);
    failure_clear(&e);
    at.key = key;
    CHECK_INT(put_couples(&at, 4, 10), AYANT_E_USAGE); /* a key, and it is not sealed */
    CHECK_TEXT(e.id, "V12");
    failure_clear(&e);
    CHECK_INT(store_unseal(&e, &at), AYANT_E_USAGE);
    failure_clear(&e);
    CHECK_INT(store_seal(&e, &at), AYANT_OK);
    CHECK_INT(store_seal(&e, &at), AYANT_E_USAGE);
    CHECK_TEXT(e.id, "V11");
    failure_clear(&e);
    CHECK_INT(store_rekey(&e, &at, other_key), AYANT_OK);
    CHECK_INT(first_wage(&at), CELL_UNKNOWN);
    CHECK_TEXT(e.id, "V02");
    CHECK_INT(first_wage(&next), 9);
    CHECK_INT(store_unseal(&e, &next), AYANT_OK);
    CHECK(!sealed_is(path));
    bytes = bytes_of(path, &length);
    memcpy(start, bytes, 15);
    free(bytes);
    CHECK_TEXT(start, "SQLite format 3");
    at.key = NULL;
    CHECK_INT(first_wage(&at), 9);
    CHECK_INT(put_couples(&at, 4, 11), AYANT_OK);
}

static void a_weak_key_seals_nothing(void)
{
    store_key *weak = quick_key("short"), *none = NULL;
    store_access at = with(file("weak.db"), weak);
    struct stat is;

    CHECK_INT(put_couples(&at, 2, 1), AYANT_E_USAGE);
    CHECK_TEXT(e.id, "V10");
    CHECK(stat(path, &is) != 0);
    failure_clear(&e);
    CHECK_INT(store_key_new(&e, "\n", 1, &none), AYANT_E_USAGE);
    failure_clear(&e);
    CHECK_INT(store_key_read(&e, file("no key"), &none), AYANT_E_SYSTEM);
    CHECK(none == NULL);
    store_key_free(weak);
    failure_clear(&e);
}

/* The cost the command uses is the one libsodium calls moderate: 3 passes over 256 MiB. */
static void commands_use_the_full_cost(void)
{
    store_key *k = NULL;
    key_cost cost;

    CHECK_INT(store_key_new(&e, "a long passphrase", 17, &k), AYANT_OK);
    cost = store_key_cost(k);
    CHECK_INT(cost.passes, 3);
    CHECK_INT(cost.memory, 268435456);
    store_key_free(k);
}

/* The file with some bytes changed: it must not open, and must say what is wrong. */
static void damaged(const char *bytes, size_t length, const char *id, const char *id_or)
{
    store_access at = with(file("damaged.db"), key);

    put_bytes(path, bytes, length);
    CHECK_INT(first_wage(&at), CELL_UNKNOWN);
    CHECK(strcmp(e.id, id) == 0 || strcmp(e.id, id_or) == 0 ||
          !fprintf(stderr, "%zu: %s %s\n", length, e.id, e.text));
    failure_clear(&e);
}

static void a_cut_file_says_so(void)
{
    store_access at = with(file("cut.db"), key);
    size_t length;
    char *bytes;

    CHECK_INT(put_couples(&at, 1500, 1), AYANT_OK);
    bytes = bytes_of(path, &length);
    CHECK(length > 3 * SEALED_PIECE);
    for (size_t i = 8; i < length; i += i < 300 ? 1 : 4999)
        damaged(bytes, i, "V05", "V05");
    damaged(bytes, SEALED_HEAD + 24 + SEALED_PIECE + 17, "V05", "V05"); /* between two pieces */
    damaged(bytes, 7, "S01", "S01");
    damaged(bytes, 0, "S07", "S07");
    free(bytes);
}

static void a_changed_byte_says_so(void)
{
    store_access at = with(file("flip.db"), key);
    size_t length;
    char *bytes;

    CHECK_INT(put_couples(&at, 1500, 1), AYANT_OK);
    bytes = bytes_of(path, &length);
    for (size_t i = 8; i < length; i += i < 400 ? 1 : 9973) {
        bytes[i] = (char)(bytes[i] ^ 1 << i % 8);
        damaged(bytes, length, i < 64 ? "V04" : i < SEALED_HEAD ? "V02" : "V04", "V07");
        bytes[i] = (char)(bytes[i] ^ 1 << i % 8);
    }
    bytes[3] ^= 1; /* no longer one of ours */
    damaged(bytes, length, "S01", "S01");
    bytes[3] ^= 1;
    free(bytes);
}

static void pieces_that_moved_say_so(void)
{
    enum { PIECE = SEALED_PIECE + 17, FIRST = SEALED_HEAD + 24 };
    store_access at = with(file("moved.db"), key);
    size_t length;
    char *bytes, *changed;

    CHECK_INT(put_couples(&at, 1500, 1), AYANT_OK);
    bytes = bytes_of(path, &length);
    changed = malloc(length + 100);
    memcpy(changed, bytes, length);
    memcpy(changed + FIRST, bytes + FIRST + PIECE, PIECE);
    memcpy(changed + FIRST + PIECE, bytes + FIRST, PIECE);
    damaged(changed, length, "V04", "V04"); /* two of them exchanged */
    memcpy(changed, bytes, length);
    memcpy(changed + FIRST + PIECE, bytes + FIRST + 2 * PIECE, length - FIRST - 2 * PIECE);
    damaged(changed, length - PIECE, "V05", "V05"); /* one taken out */
    memcpy(changed, bytes, length);
    memset(changed + length, 'x', 100);
    damaged(changed, length + 100, "V04", "V04"); /* something after the end */
    free(changed);
    free(bytes);
}

/* In a child, so that its limits and rights are its own. */
static void in_a_child(void (*test)(void))
{
    int status = 0;
    pid_t child = fork();

    if (child == 0) {
        check_bad = 0;
        test();
        _exit(check_bad ? 1 : 0);
    }
    CHECK_INT(waitpid(child, &status, 0), child);
    CHECK_INT(status, 0);
}

static void write_on_a_full_disk(void)
{
    struct rlimit least = {1u << 16, 1u << 16};
    store_access at = with(path, key);

    signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &least);
    CHECK_INT(put_couples(&at, 3000, 2), AYANT_E_SYSTEM);
    CHECK_TEXT(e.id, "S04");
}

static void a_full_disk_changes_nothing(void)
{
    store_access at = with(file("full.db"), key);
    struct stat is;

    CHECK_INT(put_couples(&at, 2, 1), AYANT_OK);
    in_a_child(write_on_a_full_disk);
    CHECK_INT(first_wage(&at), 1);
    CHECK(stat(file("full.db.new"), &is) != 0);
}

static void read_what_cannot_be_written(void)
{
    store_access at = with(path, key);
    store_entry entry = {.what = "test"};

    if (geteuid() == 0 && seteuid(65534) != 0)
        return;
    CHECK_INT(first_wage(&at), 3);
    CHECK_INT(put_couples(&at, 2, 4), AYANT_E_SYSTEM);
    CHECK_TEXT(e.id, "S05");
    failure_clear(&e);
    CHECK_INT(store_journal_add(&e, &at, &entry), AYANT_E_SYSTEM);
    CHECK_TEXT(e.id, "S05");
}

static void a_read_only_folder_can_be_read(void)
{
    store_access at = with(path, key);

    mkdir(file("locked"), 0755);
    file("locked/a.db");
    CHECK_INT(put_couples(&at, 2, 3), AYANT_OK);
    chmod(path, 0444);
    chmod(file("locked"), 0555);
    chmod(folder, 0755);
    file("locked/a.db");
    in_a_child(read_what_cannot_be_written);
    chmod(file("locked"), 0755);
}

static void two_writers_take_turns_or_say_so(void)
{
    store_access at = with(file("busy.db"), key);
    int lock = -1;

    CHECK_INT(put_couples(&at, 2, 1), AYANT_OK);
    CHECK_INT(sealed_lock(&e, path, &lock), AYANT_OK);
    CHECK_INT(first_wage(&at), 1); /* a reader is not disturbed */
    CHECK_INT(put_couples(&at, 2, 2), AYANT_E_STORE);
    CHECK_TEXT(e.id, "S03");
    close(lock);
    CHECK_INT(put_couples(&at, 2, 2), AYANT_OK);
    CHECK_INT(first_wage(&at), 2);
}

static void write_for_ever(void)
{
    store_access at = with(path, key);

    for (cell wage = 100;; wage++)
        put_couples(&at, 200, wage);
}

static void a_killed_writer_leaves_before_or_after(void)
{
    store_access at = with(file("kill.db"), key);

    CHECK_INT(put_couples(&at, 200, 100), AYANT_OK);
    for (int i = 0; i < 50; i++) {
        pid_t child = fork();
        int status;

        if (child == 0) {
            write_for_ever();
            _exit(0);
        }
        nanosleep(&(struct timespec){0, 1000000 + 797000L * i % 17000000}, NULL);
        kill(child, SIGKILL);
        waitpid(child, &status, 0);
        if (!CHECK(first_wage(&at) >= 100))
            fprintf(stderr, "%s\n", e.text);
    }
    CHECK_INT(put_couples(&at, 2, 5), AYANT_OK);
    CHECK_INT(first_wage(&at), 5);
}

/* The values are those of `printf %s ID | openssl dgst -sha256 -hmac KEY`, cut at 32 figures. */
static void pseudonyms_are_those_of_hmac(void)
{
    store_key *a = quick_key("a key of a project"), *b = quick_key("a key of another one");
    people *p = couples(2, 1), *q = couples(2, 1);

    CHECK_INT(pseudonym_people(&e, p, a), AYANT_OK);
    CHECK_INT(pseudonym_people(&e, q, b), AYANT_OK);
    CHECK_TEXT(p->person_id[0], "f173fca90df4cc14c0a92fe5eb414d8e");
    CHECK_TEXT(p->household_id[0], "50c485a643889b3c4e9a00b20b45dcf5");
    for (size_t i = 0; i < p->persons; i++)
        for (size_t j = 0; j < q->persons; j++)
            CHECK(strcmp(p->person_id[i], q->person_id[j]) != 0);
    people_free(p);
    people_free(q);
    store_key_free(a);
    store_key_free(b);
}

int main(void)
{
    int result;

    if (!small_begin())
        return 1;
    key = quick_key("correct horse battery");
    other_key = quick_key("staple, and another");
    RUN(what_is_sealed_comes_out_with_its_key_only);
    RUN(no_byte_of_it_is_plain);
    RUN(sealing_opening_and_another_key);
    RUN(a_weak_key_seals_nothing);
    RUN(commands_use_the_full_cost);
    RUN(a_cut_file_says_so);
    RUN(a_changed_byte_says_so);
    RUN(pieces_that_moved_say_so);
    RUN(a_full_disk_changes_nothing);
    RUN(a_read_only_folder_can_be_read);
    RUN(two_writers_take_turns_or_say_so);
    RUN(a_killed_writer_leaves_before_or_after);
    RUN(pseudonyms_are_those_of_hmac);
    store_key_free(key);
    store_key_free(other_key);
    result = small_end();
    return result;
}
