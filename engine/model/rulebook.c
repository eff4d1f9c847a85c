/*
 * Finding declarations by full name.
 *
 * A rulebook holds a few hundred of each and is searched while loading, never
 * per person: a plain scan is fast enough and cannot go out of date.
 */
#include "rulebook.h"

#include <string.h>

int rulebook_parameter(const rulebook *r, const char *name)
{
    for (size_t i = 0; name && i < r->parameter_count; i++)
        if (strcmp(r->parameters[i].name, name) == 0)
            return (int)i;
    return -1;
}

int rulebook_variable(const rulebook *r, const char *name)
{
    for (size_t i = 0; name && i < r->variable_count; i++)
        if (strcmp(r->variables[i].name, name) == 0)
            return (int)i;
    return -1;
}

int rulebook_right(const rulebook *r, const char *name)
{
    for (size_t i = 0; name && i < r->right_count; i++)
        if (strcmp(r->rights[i].name, name) == 0)
            return (int)i;
    return -1;
}

int rulebook_source(const rulebook *r, const char *id)
{
    for (size_t i = 0; id && i < r->source_count; i++)
        if (strcmp(r->sources[i].id, id) == 0)
            return (int)i;
    return -1;
}
