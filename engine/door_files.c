/*
 * A mapping is read, and the files are seen through it.
 */
#include "door_files.h"

#include "ingest/inputs.h"

static void drop(spectacles *s)
{
    mapped_close(s->mapped);
    host_free(s->host);
    s->mapped = NULL;
    s->host = NULL;
}

ayant_status put_on(failure *e, const dictionary *facts, const ayant_inputs *inputs, spectacles *s)
{
    const mapping *map = NULL;

    *s = (spectacles){.inputs = inputs ? *inputs : (ayant_inputs){.households = NULL}};
    s->inputs.seen = NULL;
    if (inputs_check(e, &s->inputs) < 0 || !s->inputs.map)
        return e->status;
    if (host_mapping(e, s->inputs.map, facts, &s->host, &map) < 0 ||
        mapped_open(e, facts, map, inputs, &s->mapped) < 0) {
        drop(s);
        return e->status;
    }
    s->inputs.seen = s->mapped;
    if (s->inputs.file) {
        s->inputs.households = s->inputs.persons = s->inputs.file;
        s->inputs.relations = map->links_header ? s->inputs.file : NULL;
    }
    return AYANT_OK;
}

ayant_status take_off(failure *e, spectacles *s, ayant_status status)
{
    if (status == AYANT_OK && s->mapped)
        status = mapped_end(e, s->mapped);
    drop(s);
    return status;
}
