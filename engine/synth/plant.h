/*
 * Receipt, planted: who takes what the rules say is due, and who does not.
 *
 * The chance of receiving depends on the amount, the type of household, age,
 * work and tenure, in the directions studies find; the intercepts are set so
 * that the published rates of non-take-up come out of the whole. Called in
 * this order, the rules being asked again before each, since GRAPA is means
 * for RIS, and RIS and GRAPA open the BIM by themselves. Draws depend on seed,
 * household and member alone.
 */
#ifndef AYANT_SYNTH_PLANT_H
#define AYANT_SYNTH_PLANT_H

#include "extras.h"

/* Before anything: nobody receives, nothing is asked for. */
void plant_nothing(made_household *h);
void plant_grapa(made_household *h, const made_truth *t);
void plant_ris(made_household *h, const made_truth *t);
/* With what the rules say once RIS and GRAPA are paid. */
void plant_bim(made_household *h, const made_truth *t);
void plant_amu(made_household *h, const made_truth *t);
/* Receipt, reasons and errors into the truth, and what was asked for into the facts. */
void plant_truth(made_household *h, made_truth *t);

#endif
