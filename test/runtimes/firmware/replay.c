/* Makes the calls of a trace that is compiled in and prints what came of them, as the harness reads it. */
#include <string.h>
#include "board.h"
#include "millrace.h"

extern const uint32_t trace[];

enum { PREDICT = 1, LEARN, LEARN_CLASS, FLUSH, SET };

static uint32_t hashed(uint32_t hash, const void *bytes, uint32_t length) {
  for (const uint8_t *at = bytes; length > 0; length--) hash = (hash ^ *at++) * 0x01000193u;
  return hash;
}

static const uint32_t *fill(int32_t address, const uint32_t *words, int32_t count) {
  memcpy(millrace_memory + address, words, (uint32_t)count * 4);
  return words + count;
}

void millrace_trap(int32_t reason) {
  print_number("trap", (uint32_t)reason, 10);
  finish(71);
}

static _Noreturn void refuse(const char *doing) {
  print(doing);
  print_number(" failed:", (uint32_t)-millrace_error(MILLRACE_ERROR_CODE), 10);
  finish(1);
}

static void replay(void) {
  uint32_t bytes = trace[2], calls = trace[3], image = millrace_arena();
  memcpy(millrace_memory + image, trace + 8, bytes);
  int32_t model = millrace_open(image, bytes);
  if (model < 0) refuse("open");
  int32_t n = millrace_input_size(model), m = millrace_output_size(model);
  int32_t input = millrace_input(model), target = millrace_target(model);
  uint32_t answers = 0x811c9dc5u;
  const uint32_t *word = trace + 8 + (bytes + 3) / 4;
  for (; calls > 0; calls--) {
    int32_t done = 0;
    uint32_t operation = *word++;
    if (operation <= LEARN_CLASS) word = fill(input, word, n);
    if (operation == LEARN) word = fill(target, word, m);
    if (operation == PREDICT) {
      done = millrace_predict(model);
      answers = hashed(answers, millrace_memory + millrace_output(model), (uint32_t)m * 4);
    } else if (operation == LEARN) {
      done = millrace_learn(model);
    } else if (operation == LEARN_CLASS) {
      done = millrace_learn_class(model, (int32_t)*word++);
    } else if (operation == FLUSH) {
      done = millrace_flush(model);
    } else {
      float value;
      memcpy(&value, word + 1, sizeof value);
      done = millrace_set(model, (int32_t)word[0], value);
      word += 2;
    }
    if (done < 0) refuse("call");
  }
  print_number("checksum", millrace_checksum(model), 16);
  print_number("state", hashed(0x811c9dc5u, millrace_memory + millrace_state(model), (uint32_t)millrace_state_size(model)), 16);
  print_number("answers", answers, 16);
}

int main(void) {
#ifdef SELFTEST
  uint32_t sum = millrace_selftest();
  print_number("selftest", sum, 16);
  if (sum != MILLRACE_SELFTEST_CHECKSUM) print("this build computes floats in another way than every other\n");
#endif
  replay();
  print_number("stack", stack_bytes_used(), 10);
  return 0;
}
