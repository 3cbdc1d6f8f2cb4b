/* Counts the instructions of a learn step and of a forward pass: the core's, and the hand-written network's beside it. */
#include <string.h>
#include "board.h"
#include "model.h"
#include "reference.h"

enum { STEPS = 100 };

static float samples[STEPS][MILLRACE_INPUTS];

static float drawn(void) {
  static uint32_t state = 1;
  state = state * 1664525u + 1013904223u;
  return (float)(state >> 8) * (2.0f / 16777216.0f) - 1.0f;
}

void millrace_trap(int32_t reason) {
  print_number("trap", (uint32_t)reason, 10);
  finish(71);
}

int main(void) {
  memcpy(millrace_memory + millrace_arena(), millrace_model, MILLRACE_IMAGE_BYTES);
  int32_t model = millrace_open((uint32_t)millrace_arena(), MILLRACE_IMAGE_BYTES);
  if (model < 0) finish(1);
  const float *weights = (const float *)(const void *)(millrace_memory + millrace_parameter(model, 0, MILLRACE_PARAMETER_POINTER));
  reference_load(weights);
  for (int s = 0; s < STEPS; s++)
    for (int i = 0; i < MILLRACE_INPUTS; i++) samples[s][i] = drawn();

  uint32_t counts[4] = {0}, before = instructions();
  uint32_t empty = instructions() - before;
  for (int s = 0; s < STEPS; s++) {
    const float *x = samples[s];
    int k = (x[0] > 0) + 2 * (x[1] > 0);
    memcpy(millrace_floats(millrace_input(model)), x, sizeof samples[s]);
    before = instructions();
    millrace_learn_class(model, k);
    counts[0] += instructions() - before - empty;
    before = instructions();
    reference_learn(x, k, 0.01f);
    counts[1] += instructions() - before - empty;
    before = instructions();
    millrace_predict(model);
    counts[2] += instructions() - before - empty;
    before = instructions();
    reference_predict(x);
    counts[3] += instructions() - before - empty;
  }
  print_number("learn", counts[0] / STEPS, 10);
  print_number("reference-learn", counts[1] / STEPS, 10);
  print_number("predict", counts[2] / STEPS, 10);
  print_number("reference-predict", counts[3] / STEPS, 10);
  print_number("differences", (uint32_t)reference_differences(weights), 10);
  print_number("stack", stack_bytes_used(), 10);
  return 0;
}
