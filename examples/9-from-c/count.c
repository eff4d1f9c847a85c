/*
 * Counts the findings of two CSV files: count RULES HOUSEHOLDS PERSONS.
 */
#include <stdio.h>
#include "ayant.h"

static int refused(ayant_engine *engine)
{
    ayant_failure failure = ayant_error(engine);

    fprintf(stderr, "count: %s [%s]\n", failure.message, failure.id);
    return 2;
}

int main(int count, char **arguments)
{
    ayant_engine *engine = ayant_engine_new();
    ayant_rules *rules = NULL;
    ayant_people *people = NULL;
    ayant_run *run = NULL;
    int result = 2;

    if (engine && count == 4) {
        const char *folders[] = {arguments[1]};
        ayant_inputs inputs = {.households = arguments[2], .persons = arguments[3]};
        ayant_screen_options options = {.on = "2026-03-01"};

        if (ayant_rules_load(engine, folders, 1, &rules) < 0 ||
            ayant_people_read(engine, rules, &inputs, NULL, &people, NULL) < 0 ||
            ayant_screen(engine, rules, people, &options, &run) < 0) {
            result = refused(engine);
        } else {
            printf("%llu persons, %llu findings\n", (unsigned long long)ayant_people_persons(people),
                   (unsigned long long)ayant_run_findings(run));
            result = 0;
        }
    }
    ayant_run_free(run); /* each accepts NULL; the engine goes last */
    ayant_people_free(people);
    ayant_rules_free(rules);
    ayant_engine_free(engine);
    return result;
}
