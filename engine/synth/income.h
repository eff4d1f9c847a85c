/*
 * What a household has to live on, to compare with published figures.
 */
#ifndef AYANT_SYNTH_INCOME_H
#define AYANT_SYNTH_INCOME_H

#include "made.h"

/*
 * EUR a month for one, SILC 2022 (methods: 1,366 in 2022). Incomes of that
 * survey are those of 2021, and so are the deciles of the Baromètre social
 * 2023: amounts of the household's day are brought to prices of 2021 first.
 */
#define POVERTY_LINE 1366

/*
 * Disposable income a month for one person (scale of the OECD: 1 for the
 * first, 0.5 from 14, 0.3 below), in euros of 2021: divided by 1.235, the rise
 * of the coefficient that indexes benefits, from its mean in 2021 (1.4377) to
 * March 2026 (1.7758).
 */
int32_t equivalised_income(const made_household *h);

#endif
