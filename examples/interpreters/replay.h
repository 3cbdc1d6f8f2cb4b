/* Replaying a .trace file: the model of a recorded run and every call that was made of it. */
#ifndef MILLRACE_REPLAY_H
#define MILLRACE_REPLAY_H

#include "core.h"

struct replay {
  uint32_t handle;
  /* addresses in the core's memory, and numbers of float32 there */
  uint32_t input;
  uint32_t target;
  uint32_t output;
  uint32_t inputs;
  uint32_t outputs;
  uint32_t calls;
  /* what is left of the trace */
  const uint8_t *at;
  const uint8_t *end;
  /* FNV-1a of the state behind the last call: as recorded, as the core says, as computed here from the bytes */
  uint32_t expected;
  uint32_t checksum;
  uint32_t hash;
  /* FNV-1a of all predictions, one after another */
  uint32_t answers;
  const uint8_t *state;
  uint32_t state_bytes;
};

/* Copies a model to the arena and opens it. Returns NULL, or why it was refused. */
const char *open_model(const uint8_t *image, uint32_t length, uint32_t *handle);

/* Opens the model of a trace, whose bytes must stay. Returns NULL, or what is wrong. */
const char *replay_open(struct replay *replay, const uint8_t *trace, uint32_t length);

/* Makes all calls. Returns NULL, or what is wrong. The model stays open. */
const char *replay_calls(struct replay *replay);

/* The run ended with the state that was recorded. */
static inline int replay_agrees(const struct replay *replay) {
  return replay->checksum == replay->expected && replay->hash == replay->expected;
}

#endif
