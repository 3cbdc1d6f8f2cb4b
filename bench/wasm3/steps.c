/*
 * steps MODULE ROWS MODEL COUNT STEPS: opens MODEL in wasm3, lays COUNT rows behind it and lets the module learn STEPS
 * of them, five times over. Prints the CPU seconds of each time, then the checksum of the state.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include "wasm3.h"

static IM3Runtime runtime;

static void check(const char *failure) {
  if (!failure) return;
  fprintf(stderr, "%s\n", failure);
  exit(1);
}

static uint8_t *read_file(const char *name, uint32_t *length) {
  FILE *file = fopen(name, "rb");
  if (!file) check(name);
  fseek(file, 0, SEEK_END);
  *length = (uint32_t)ftell(file);
  rewind(file);
  uint8_t *bytes = malloc(*length);
  if (!bytes || fread(bytes, 1, *length, file) != *length) check(name);
  fclose(file);
  return bytes;
}

static uint32_t call(const char *name, uint32_t count, uint32_t a, uint32_t b, uint32_t c, uint32_t d) {
  IM3Function function;
  uint32_t result;
  const void *arguments[] = {&a, &b, &c, &d}, *results[] = {&result};
  check(m3_FindFunction(&function, runtime, name));
  check(m3_Call(function, count, arguments));
  check(m3_GetResults(function, 1, results));
  return result;
}

/* Copies a file to the first free address, which it returns. */
static uint32_t bring(const char *name, uint32_t *length) {
  uint8_t *bytes = read_file(name, length);
  uint32_t address = call("arena", 0, 0, 0, 0, 0), size;
  uint8_t *memory = m3_GetMemory(runtime, &size, 0);
  if (*length > size - address) check("the memory is too small");
  memcpy(memory + address, bytes, *length);
  free(bytes);
  return address;
}

int main(int count, char **words) {
  if (count != 6) check("usage: steps MODULE ROWS MODEL COUNT STEPS");
  uint32_t length;
  uint8_t *bytes = read_file(words[1], &length);
  IM3Environment environment = m3_NewEnvironment();
  IM3Module module;
  runtime = m3_NewRuntime(environment, 65536, NULL);
  check(m3_ParseModule(environment, &module, bytes, length));
  check(m3_LoadModule(runtime, module));
  uint32_t address = bring(words[3], &length);
  int32_t handle = (int32_t)call("open", 2, address, length, 0, 0);
  if (handle <= 0) check("the core refused the model");
  uint32_t rows = bring(words[2], &length);
  for (int round = 0; round < 5; round++) {
    clock_t start = clock();
    if ((int32_t)call("steps", 4, handle, rows, atoi(words[4]), atoi(words[5])) < 0) check("the core refused a row");
    printf("%.6f\n", (double)(clock() - start) / CLOCKS_PER_SEC);
  }
  printf("%08x\n", call("checksum", 1, handle, 0, 0, 0));
  return 0;
}
