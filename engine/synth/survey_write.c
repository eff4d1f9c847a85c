/*
 * The files of a survey, once everybody drawn was asked.
 *
 * survey_households.csv is households.csv with the weight, the stratum and the
 * unit (facts of a caseload) and, after them, what a statistician asks for and
 * `screen` leaves out. replicate_weights.csv is in the long form of Statbel's
 * variance package: a row for each household and replicate. Weights have three
 * decimals, as a fact may have; replicates have six.
 */
#include "survey.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "rows.h"

#define NAME_BYTES 160

/* `places` decimals of a figure that is not negative, whatever the locale. */
static void put_figure(FILE *file, double x, int places)
{
    int64_t power = places == 3 ? 1000 : 1000000, whole = (int64_t)(x * (double)power + 0.5);

    fprintf(file, "%" PRId64 ".%0*" PRId64, whole / power, places, whole % power);
}

/* "21004A07-", as households.csv has it. */
static void sector_name(char out[NAME_BYTES], size_t sector)
{
    int32_t nis = communes[sector / SECTORS_OF_COMMUNE].nis, in = (int32_t)(sector % SECTORS_OF_COMMUNE);

    snprintf(out, NAME_BYTES, "%05d%c%02d-", (int)nis, (char)('A' + in / 40), (int)(in % 40));
}

/* The communes of a stratum, "21003+21008"; a certain sector is its own stratum. */
static void stratum_name(char out[NAME_BYTES], const survey_state *s, const survey_psu *p)
{
    size_t used = 0;

    if (p->certain) {
        sector_name(out, p->sector);
        return;
    }
    for (size_t c = 0; c < COMMUNES && used + 8 < NAME_BYTES; c++)
        if (s->stratum_of_commune[c] == s->stratum_of_sector[p->sector])
            used += (size_t)snprintf(out + used, NAME_BYTES - used, "%s%d", used ? "+" : "",
                                     (int)communes[c].nis);
}

static void unit_name(char out[NAME_BYTES], const survey_state *s, int32_t unit)
{
    const survey_psu *p = &s->drawn->psus[s->psu_of_unit[unit]];
    size_t length;

    sector_name(out, p->sector);
    length = strlen(out);
    if (p->certain)
        snprintf(out + length, NAME_BYTES - length, "/%d",
                 (int)(unit - s->first_unit[s->psu_of_unit[unit]]) + 1);
}

/* How many units the stratum has in the population: for the correction of finite populations. */
static int64_t units_of_population(const survey_state *s, const survey_psu *p)
{
    if (p->certain)
        return ((int64_t)p->households * 2 + p->take - 1) / p->take;
    return s->drawn->strata_drawn[s->stratum_of_sector[p->sector]].sectors;
}

static void put_design(survey_state *s, const survey_case *c, const survey_weights *w)
{
    const survey_psu *p = &s->drawn->psus[s->psu_of_unit[c->unit]];
    char stratum[NAME_BYTES], unit[NAME_BYTES];
    FILE *file = s->out.households;

    stratum_name(stratum, s, p);
    unit_name(unit, s, c->unit);
    fputc(',', file);
    put_figure(file, survey_weight(w, c, NO_UNIT, w->factor), 3);
    fprintf(file, ",%s,%s,", stratum, unit);
    put_figure(file, c->design, 6);
    fprintf(file, ",%d,%" PRId64 ",%d,%d,%d\n", (int)s->stratum_size[s->stratum_of_unit[c->unit]],
            units_of_population(s, p), (int)p->take, (int)p->households, (int)c->group + 1);
}

static void put_replicates(survey_state *s, const survey_case *c, const survey_weights *w, uint64_t number,
                           double (*factors)[SURVEY_GROUPS])
{
    char stratum[NAME_BYTES], unit[NAME_BYTES], other_stratum[NAME_BYTES], other_unit[NAME_BYTES];
    FILE *file = s->out.replicates;

    stratum_name(stratum, s, &s->drawn->psus[s->psu_of_unit[c->unit]]);
    unit_name(unit, s, c->unit);
    for (size_t u = 0; u < s->units; u++) {
        int32_t out = (int32_t)u;

        if (s->stratum_size[s->stratum_of_unit[u]] < 2)
            continue; /* alone: there is nothing to leave out */
        stratum_name(other_stratum, s, &s->drawn->psus[s->psu_of_unit[u]]);
        unit_name(other_unit, s, out);
        fprintf(file, "SYN-H-%08" PRIu64 ",%s,%s,%zu,%s,%s,", number, stratum, unit, u + 1, other_stratum,
                other_unit);
        put_figure(file, survey_scale(w, out), 6);
        fputc(',', file);
        put_figure(file, survey_weight(w, c, out, factors[u]), 6);
        fputc('\n', file);
    }
}

static void put_heads(survey_state *s)
{
    FILE *households = tmpfile();
    int c;

    /* the header of the caseload, without the end of its line */
    if (households) {
        rows_head(households, s->out.persons, s->out.relations);
        rewind(households);
        while ((c = fgetc(households)) != EOF && c != '\n')
            fputc(c, s->out.households);
        fclose(households);
    }
    fputs(",weight,stratum,psu,design_weight,stratum_psus_drawn,stratum_psus,psu_households_drawn,psu_"
          "households,"
          "response_group\n",
          s->out.households);
    fputs("household_id,stratum,psu,replicate,stratum_jck,psu_jck,scale_jck,weight\n", s->out.replicates);
}

static ayant_status put_answers(failure *e, survey_state *s, const survey_weights *w,
                                double (*factors)[SURVEY_GROUPS])
{
    made_rows rows = {{0}, {0}, {0}};
    made_household seen;
    ayant_status status = AYANT_OK;

    rewind(s->spool);
    for (size_t i = 0; i < s->case_count && status == AYANT_OK; i++) {
        if (!s->cases[i].answered)
            continue;
        if (fread(&seen, sizeof seen, 1, s->spool) != 1) {
            status = fail(e, AYANT_E_SYSTEM, "Y32", "cannot read the households of the survey again");
            break;
        }
        rows.households.used = rows.persons.used = rows.relations.used = 0;
        rows_put(&rows, &seen, s->order.niss);
        if (rows.households.failed | rows.persons.failed | rows.relations.failed) {
            status = fail_memory(e);
            break;
        }
        fwrite(rows.households.at, 1, rows.households.used - 1, s->out.households); /* not the end of line */
        put_design(s, &s->cases[i], w);
        fwrite(rows.persons.at, 1, rows.persons.used, s->out.persons);
        if (rows.relations.used)
            fwrite(rows.relations.at, 1, rows.relations.used, s->out.relations);
        put_replicates(s, &s->cases[i], w, seen.number, factors);
    }
    free(rows.households.at);
    free(rows.persons.at);
    free(rows.relations.at);
    return status;
}

ayant_status survey_write(failure *e, survey_state *s)
{
    survey_weights *w = NULL;
    double(*factors)[SURVEY_GROUPS] = calloc(s->units + 1, sizeof *factors);
    ayant_status status;

    if (!factors)
        return fail_memory(e);
    status =
        survey_weights_new(e, &w, s->cases, s->case_count, s->stratum_of_unit, s->units, s->stratum_size);
    if (status == AYANT_OK) {
        for (size_t u = 0; u < s->units; u++)
            if (s->stratum_size[s->stratum_of_unit[u]] > 1)
                survey_factors(w, (int32_t)u, factors[u]);
        put_heads(s);
        status = put_answers(e, s, w, factors);
    }
    survey_weights_free(w);
    free(factors);
    return status;
}
