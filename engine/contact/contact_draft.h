/*
 * A contact list in the making, shared by the files of this room.
 */
#ifndef AYANT_CONTACT_CONTACT_DRAFT_H
#define AYANT_CONTACT_CONTACT_DRAFT_H

#include "../base/sink.h"
#include "../report/table.h"
#include "contact.h"

typedef enum contact_profile {
    PROFILE_WORKER,
    PROFILE_RELAY,
    PROFILE_MANAGER,
    PROFILE_RESEARCHER
} contact_profile;

/* The facts a list reads; a rulebook may lack any of them. */
typedef enum contact_fact {
    FACT_FIRST_NAME,
    FACT_LAST_NAME,
    FACT_PHONE,
    FACT_EMAIL,
    FACT_LANGUAGE,
    FACT_CONTACT_LANGUAGE,
    FACT_INTERPRETER,
    FACT_GUARDIAN,
    FACT_OBJECTION,
    FACT_PROTECTED,
    FACT_BIRTH,
    FACT_POSTAL_CODE,
    FACT_USED
} contact_fact;

typedef struct contact_household {
    uint32_t household;
    uint32_t contact;  /* row of the person to speak with */
    uint8_t certainty; /* the best of its findings */
    int64_t low, high; /* cents a month; -1 when no right found has an amount */
} contact_household;

typedef struct draft {
    failure *e;
    const results *run;
    const ayant_contact_options *options;
    arena *memory;
    contact_profile profile;
    int fact[FACT_USED];     /* index in the dictionary, or -1 */
    uint8_t *right_shown;    /* by right of the run */
    contact_household *list; /* in the order of the list */
    size_t count, listed;    /* listed: what the capacity leaves */
    size_t with_finding, objections, households_found, households_elsewhere;
} draft;

ayant_status contact_check(draft *d);  /* fills profile, fact, right_shown */
ayant_status contact_gather(draft *d); /* fills list and counts */
ayant_status contact_head(const draft *d);
ayant_status contact_worker_table(const draft *d, table *t);
ayant_status contact_count_table(const draft *d, table *t);

/* 1 when the finding calls for a contact and this list may show it; objections are not looked at. */
int contact_finding(const draft *d, size_t person, size_t which);
/* 1 when the person has such a finding and did not object. */
int contact_has_finding(const draft *d, size_t person);
cell contact_cell(const draft *d, contact_fact what,
                  size_t row); /* CELL_UNKNOWN when there is no such fact */
const char *contact_text(const draft *d, contact_fact what, size_t row); /* NULL when unknown; words too */
extern const char *const contact_profile_names[];
extern const char contact_help_line[];

#endif
