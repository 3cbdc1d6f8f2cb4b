/* The hand-written network that the core is measured against: reference.c. */
#ifndef REFERENCE_H
#define REFERENCE_H

#include <stdint.h>

void reference_load(const float *from);
int reference_differences(const float *from);
const float *reference_predict(const float *x);
float reference_learn(const float *x, int k, float rate);

#endif
