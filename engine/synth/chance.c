/*
 * 65536 / (1 + exp(-x)) for x from -6 to 6, a quarter apart.
 */
#include "chance.h"

static const int32_t logistic[] = {162,   208,   267,   342,   439,   562,   720,   922,   1179,  1506,
                                   1921,  2446,  3108,  3938,  4971,  6249,  7812,  9702,  11955, 14595,
                                   17625, 21025, 24743, 28693, 32768, 36843, 40793, 44511, 47911, 50941,
                                   53581, 55834, 57724, 59287, 60565, 61598, 62428, 63090, 63615, 64030,
                                   64357, 64614, 64816, 64974, 65097, 65194, 65269, 65328, 65374};

enum { LEAST = -384, MOST = 383, STEP = 16 };

int32_t chance_of(int32_t score)
{
    int32_t at = (score < LEAST ? LEAST : score > MOST ? MOST : score) - LEAST, i = at / STEP;

    return logistic[i] + (logistic[i + 1] - logistic[i]) * (at % STEP) / STEP;
}
