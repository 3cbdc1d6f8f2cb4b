/* Everything that an application can get wrong, without a trap, a write outside, or a changed model. */
#include <string.h>
#include "board.h"
#include "model.h"

static int32_t model;
static uint32_t before, failures;

void millrace_trap(int32_t reason) {
  print_number("trap", (uint32_t)reason, 10);
  finish(71);
}

static void expect(const char *what, int32_t found, int32_t expected) {
  if (found == expected && millrace_checksum(model) == before) return;
  failures++;
  print_number(what, (uint32_t)found, 10);
}

static uint32_t drawn(void) {
  static uint32_t state = 7;
  state = state * 1664525u + 1013904223u;
  return state >> 8;
}

static void bad_addresses(void) {
  static const uint32_t addresses[] = {0, 1, 2, MILLRACE_ARENA_START - 4, MILLRACE_MEMORY_BYTES, 0x7ffffff0u, 0xfffffff0u, 0xfffffffcu};
  for (unsigned i = 0; i < sizeof addresses / sizeof *addresses; i++) {
    expect("open", millrace_open(addresses[i], MILLRACE_IMAGE_BYTES), MILLRACE_E_MEMORY);
    expect("measure", millrace_measure(addresses[i], 0xffffffffu), MILLRACE_E_MEMORY);
    expect("restore", millrace_restore(model, addresses[i], (uint32_t)millrace_state_size(model)), MILLRACE_E_MEMORY);
  }
  expect("unaligned", millrace_open(millrace_arena() + 2, MILLRACE_IMAGE_BYTES), MILLRACE_E_MEMORY);
  expect("a length beyond the end", millrace_measure(millrace_arena(), 0xffffffffu), MILLRACE_E_MEMORY);
}

static void bad_handles(void) {
  static const int32_t handles[] = {0, -1, 2, 100, 0x7fffffff, INT32_MIN, 1 << 20};
  for (unsigned i = 0; i < sizeof handles / sizeof *handles; i++) {
    int32_t h = handles[i];
    expect("predict", millrace_predict(h), MILLRACE_E_HANDLE);
    expect("learn", millrace_learn(h), MILLRACE_E_HANDLE);
    expect("seal", millrace_seal(h), MILLRACE_E_HANDLE);
    expect("close", millrace_close(h), MILLRACE_E_HANDLE);
  }
}

static void bad_values(void) {
  millrace_float *input = millrace_floats(millrace_input(model));
  for (int i = 0; i < MILLRACE_INPUTS; i++) input[i] = 0;
  expect("class", millrace_learn_class(model, MILLRACE_CLASSES), MILLRACE_E_CLASS);
  expect("class", millrace_learn_class(model, INT32_MIN), MILLRACE_E_CLASS);
  expect("key", millrace_set(model, -1, 1), MILLRACE_E_KEY);
  expect("parameter", millrace_parameter(model, -1, 0) < 0, 1);
  expect("parameter", millrace_parameter(model, 0x7fffffff, 0x7fffffff) < 0, 1);
  input[0] = __builtin_nanf("");
  expect("nan", millrace_predict(model), MILLRACE_E_VALUE);
  input[0] = __builtin_inff();
  expect("infinity", millrace_learn_class(model, 0), MILLRACE_E_VALUE);
}

/* Damaged files at the place where an image is adopted: refused, or so little damaged that they open. */
static void bad_images(void) {
  uint8_t *image = millrace_memory + millrace_arena();
  for (int round = 0; round < 3000; round++) {
    memcpy(image, millrace_model, MILLRACE_IMAGE_BYTES);
    for (uint32_t n = 1 + drawn() % 4; n > 0; n--) image[drawn() % (round % 2 ? 256 : MILLRACE_IMAGE_BYTES)] = (uint8_t)drawn();
    int32_t other = millrace_open((uint32_t)(image - millrace_memory), MILLRACE_IMAGE_BYTES);
    if (other > 0) millrace_close(other);
    millrace_measure((uint32_t)(image - millrace_memory), MILLRACE_IMAGE_BYTES);
    if (millrace_checksum(model) != before) failures++;
  }
}

int main(void) {
  memcpy(millrace_memory + millrace_arena(), millrace_model, MILLRACE_IMAGE_BYTES);
  model = millrace_open(millrace_arena(), MILLRACE_IMAGE_BYTES);
  before = millrace_checksum(model);
  bad_addresses();
  bad_handles();
  bad_values();
  bad_images();
  print_number("failures", failures, 10);
  return failures > 0;
}
