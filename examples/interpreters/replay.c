/*
 * A trace is little-endian words: magic, version, image bytes, calls, checksum, three of 0; the image, padded to a word;
 * then per call its operation and what it takes. Assumes a little-endian processor.
 */
#include "replay.h"

enum { MAGIC = 0x5254524d, VERSION = 1, HEADER_BYTES = 32 };
enum { PREDICT = 1, LEARN, LEARN_CLASS, FLUSH, SET };

static const uint32_t HASH_START = 0x811c9dc5;

static uint32_t hash_bytes(uint32_t hash, const uint8_t *bytes, uint32_t length) {
  for (uint32_t i = 0; i < length; i++) hash = (hash ^ bytes[i]) * 0x01000193;
  return hash;
}

/* The next `count` words, or NULL where the trace ends before. */
static const uint8_t *take(struct replay *replay, uint32_t count) {
  if (count > (uint32_t)(replay->end - replay->at) / 4) return NULL;
  const uint8_t *words = replay->at;
  replay->at += 4 * count;
  return words;
}

/* Copies the next `count` words to where the core reads them; 0 where the trace ends before. */
static int fill(struct replay *replay, uint32_t address, uint32_t count) {
  const uint8_t *words = take(replay, count);
  if (words) memcpy(core_memory(address, 4 * count), words, 4 * count);
  return words != NULL;
}

/* One call. Returns NULL, or what is wrong. */
static const char *step(struct replay *replay) {
  static const char *const cut_off = "the trace ends within a call";
  const uint8_t *operation = take(replay, 1);
  if (!operation) return cut_off;
  uint32_t code = core_word(operation);
  if (code < PREDICT || code > SET) return "the trace holds an unknown operation";
  if (code <= LEARN_CLASS && !fill(replay, replay->input, replay->inputs)) return cut_off;
  if (code == LEARN && !fill(replay, replay->target, replay->outputs)) return cut_off;
  const uint8_t *words = take(replay, code == LEARN_CLASS ? 1 : code == SET ? 2 : 0);
  if (!words) return cut_off;

  uint32_t handle = replay->handle;
  int32_t status = 0;
  if (code == PREDICT) status = (int32_t)core_call(CORE_predict, handle, 0, 0);
  if (code == LEARN) status = (int32_t)core_call(CORE_learn, handle, 0, 0);
  if (code == LEARN_CLASS) status = (int32_t)core_call(CORE_learn_class, handle, core_word(words), 0);
  if (code == FLUSH) status = (int32_t)core_call(CORE_flush, handle, 0, 0);
  if (code == SET) status = (int32_t)core_call(CORE_set, handle, core_word(words), core_word(words + 4));
  if (status < 0) return "the core refused a call of the trace";
  if (code == PREDICT) {
    uint32_t bytes = 4 * replay->outputs;
    replay->answers = hash_bytes(replay->answers, core_memory(replay->output, bytes), bytes);
  }
  return NULL;
}

const char *open_model(const uint8_t *image, uint32_t length, uint32_t *handle) {
  uint32_t address = core_call(CORE_arena, 0, 0, 0);
  if (length > core_call(CORE_capacity, 0, 0, 0)) return "the model does not fit into the memory of the core";
  memcpy(core_memory(address, length), image, length);
  *handle = core_call(CORE_open, address, length, 0);
  if ((int32_t)*handle > 0) return NULL;
  return "the core refused the model: no .millrace file of this version, damaged, or too large for the memory";
}

const char *replay_open(struct replay *replay, const uint8_t *trace, uint32_t length) {
  if (length < HEADER_BYTES || core_word(trace) != MAGIC) return "this is no trace";
  if (core_word(trace + 4) != VERSION) return "the trace has another version";
  uint32_t image_bytes = core_word(trace + 8);
  uint32_t room = length - HEADER_BYTES;
  if (image_bytes > room || (room - image_bytes) < (-image_bytes & 3)) return "the trace ends within its model";
  replay->calls = core_word(trace + 12);
  replay->expected = core_word(trace + 16);
  replay->at = trace + HEADER_BYTES + ((image_bytes + 3) & ~3u);
  replay->end = trace + length;
  replay->answers = HASH_START;
  const char *failure = open_model(trace + HEADER_BYTES, image_bytes, &replay->handle);
  if (failure) return failure;
  /* The buffers keep their places for the model's life. */
  replay->input = core_call(CORE_input, replay->handle, 0, 0);
  replay->target = core_call(CORE_target, replay->handle, 0, 0);
  replay->output = core_call(CORE_output, replay->handle, 0, 0);
  replay->inputs = core_call(CORE_input_size, replay->handle, 0, 0);
  replay->outputs = core_call(CORE_output_size, replay->handle, 0, 0);
  return NULL;
}

const char *replay_calls(struct replay *replay) {
  for (uint32_t i = 0; i < replay->calls; i++) {
    const char *failure = step(replay);
    if (failure) return failure;
  }
  if (replay->at != replay->end) return "the trace goes on behind its last call";
  replay->state_bytes = core_call(CORE_state_size, replay->handle, 0, 0);
  replay->state = core_memory(core_call(CORE_state, replay->handle, 0, 0), replay->state_bytes);
  replay->checksum = core_call(CORE_checksum, replay->handle, 0, 0);
  replay->hash = hash_bytes(HASH_START, replay->state, replay->state_bytes);
  return NULL;
}
