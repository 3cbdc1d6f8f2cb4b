/*
 * The desktop program, the same on every interpreter:
 *
 *   PROGRAM core.mcu.wasm                    the built-in check
 *   PROGRAM core.mcu.wasm RUN.trace [STATE]  repeats a recorded run; the state it ends with goes into STATE
 *   PROGRAM core.mcu.wasm learn MODEL OUT    rows on stdin, numbers between blanks: inputs, then targets.
 *                                            Prints the prediction for each row, learns it, saves the model as OUT
 *
 * Ends with 0; 1 where the run ends with another state than recorded; 64 for wrong arguments, 65 for bad data,
 * 66 for an unreadable file, 70 for a trap, 74 where writing fails.
 */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include "replay.h"

static _Noreturn void end(int status, const char *what, const char *why) {
  fprintf(stderr, "%s: %s\n", what, why);
  exit(status);
}

void core_trap(const char *why) {
  end(70, "the core stopped", why);
}

static uint8_t *read_file(const char *name, uint32_t *length) {
  FILE *file = fopen(name, "rb");
  if (!file) end(66, name, "cannot be read");
  fseek(file, 0, SEEK_END);
  long size = ftell(file);
  rewind(file);
  uint8_t *bytes = size > 0 ? malloc((size_t)size) : NULL;
  if (!bytes || fread(bytes, 1, (size_t)size, file) != (size_t)size) end(66, name, "is empty or cannot be read");
  fclose(file);
  *length = (uint32_t)size;
  return bytes;
}

/* Writes beside the file first: where that fails, the old one is as it was. */
static void write_file(const char *name, const uint8_t *bytes, uint32_t length, const uint8_t *rest, uint32_t more) {
  char beside[4096];
  if (snprintf(beside, sizeof beside, "%s.tmp", name) >= (int)sizeof beside) end(74, name, "is too long a name");
  FILE *file = fopen(beside, "wb");
  if (!file) end(74, name, "cannot be written");
  size_t written = fwrite(bytes, 1, length, file) + fwrite(rest, 1, more, file);
  int closed = fclose(file) == 0 && written == (size_t)length + more;
  if (closed && rename(beside, name) == 0) return;
  remove(beside);
  end(74, name, "cannot be written");
}

static double seconds_since(clock_t start) {
  return (double)(clock() - start) / CLOCKS_PER_SEC;
}

static int run_selftest(void) {
  clock_t start = clock();
  uint32_t checksum = core_call(CORE_selftest, 0, 0, 0);
  printf("selftest %08x\nseconds %.6f\n", checksum, seconds_since(start));
  return 0;
}

static int run_replay(const char *name, const char *state) {
  uint32_t length;
  uint8_t *trace = read_file(name, &length);
  struct replay replay;
  const char *failure = replay_open(&replay, trace, length);
  if (failure) end(65, name, failure);
  clock_t start = clock();
  failure = replay_calls(&replay);
  if (failure) end(65, name, failure);
  printf("seconds %.6f\n", seconds_since(start));
  printf("checksum %08x\nstate %08x\nanswers %08x\n", replay.checksum, replay.hash, replay.answers);
  if (state) write_file(state, replay.state, replay.state_bytes, replay.state, 0);
  free(trace);
  if (!replay_agrees(&replay)) end(1, name, "ended with another state than was recorded");
  return 0;
}

/* Reads `count` numbers into the core's memory; returns how many there were before the end. */
static uint32_t read_numbers(uint32_t address, uint32_t count) {
  uint8_t *values = core_memory(address, 4 * count);
  float value;
  uint32_t i = 0;
  for (; i < count && scanf("%f", &value) == 1; i++) memcpy(values + 4 * i, &value, 4);
  if (i < count && !feof(stdin)) end(65, "stdin", "there is something that is no number");
  return i;
}

static int run_learn(const char *name, const char *saved) {
  uint32_t length;
  uint8_t *model = read_file(name, &length);
  uint32_t handle;
  const char *failure = open_model(model, length, &handle);
  if (failure) end(65, name, failure);
  uint32_t inputs = core_call(CORE_input_size, handle, 0, 0);
  uint32_t outputs = core_call(CORE_output_size, handle, 0, 0);
  uint32_t input = core_call(CORE_input, handle, 0, 0);
  uint32_t output = core_call(CORE_output, handle, 0, 0);
  uint32_t target = core_call(CORE_target, handle, 0, 0);
  for (uint32_t read; (read = read_numbers(input, inputs)) > 0;) {
    if (read < inputs || read_numbers(target, outputs) < outputs) end(65, "stdin", "the last row is incomplete");
    if ((int32_t)core_call(CORE_predict, handle, 0, 0) < 0) end(65, "stdin", "the core refused a row");
    const uint8_t *answer = core_memory(output, 4 * outputs);
    for (uint32_t i = 0; i < outputs; i++) {
      float value;
      memcpy(&value, answer + 4 * i, 4);
      printf("%s%.9g", i ? " " : "", value);
    }
    printf("\n");
    if ((int32_t)core_call(CORE_learn, handle, 0, 0) < 0) end(65, "stdin", "the core refused a row");
  }
  uint32_t checksum = core_call(CORE_checksum, handle, 0, 0);
  uint32_t sealed = core_call(CORE_seal, handle, 0, 0);
  uint32_t after = core_word(core_memory(sealed + MODEL_LENGTH_OFFSET, 4));
  /* The trailer with the names follows the core part of the file that was read; the new core part may be longer. */
  uint32_t before = core_word(model + MODEL_LENGTH_OFFSET);
  write_file(saved, core_memory(sealed, after), after, model + before, length - before);
  fprintf(stderr, "checksum %08x\n", checksum);
  free(model);
  return 0;
}

struct command {
  int count;
  char **words;
  int status;
};

static void *run(void *argument) {
  struct command *command = argument;
  int count = command->count;
  char **words = command->words;
  int learns = count == 5 && strcmp(words[2], "learn") == 0;
  if (!learns && (count < 2 || count > 4)) end(64, "usage", "core.mcu.wasm [RUN.trace [STATE] | learn MODEL OUT]");
  uint32_t length;
  uint8_t *module = read_file(words[1], &length);
  const char *failure = core_load(module, length, 0);
  if (failure) end(65, words[1], failure);
  if (!learns) printf("version %s\nmemory %u\n", core_runtime(), core_memory_size());
  command->status = learns ? run_learn(words[3], words[4]) : count == 2 ? run_selftest() : run_replay(words[2], words[3]);
  core_unload();
  free(module);
  return NULL;
}

/* WAMR asks for the bounds of the C stack at each call; Linux answers slowly for the main thread, so it is not that one. */
int main(int count, char **words) {
  struct command command = {count, words, 0};
  pthread_t thread;
  if (pthread_create(&thread, NULL, run, &command) != 0) end(70, "thread", "cannot be started");
  pthread_join(thread, NULL);
  return command.status;
}
