import { commonActivation, type FullSpec, membersOf } from "../spec.ts";

/** Builds for this machine; a microcontroller's compiler and flags are two variables away. */
export const MAKEFILE = `# Cortex-M4F: make CC=arm-none-eabi-gcc CPU="-mcpu=cortex-m4 -mthumb -mfloat-abi=hard -mfpu=fpv4-sp-d16" LINK="-T board.ld startup.c"
# -ffp-contract=off and -fno-fast-math decide the bits: without them this device's weights would differ from everybody's.
CFLAGS = -std=gnu11 -O2 -ffp-contract=off -fno-fast-math -fno-math-errno -ffunction-sections -fdata-sections
SOURCES = main.c model.c millrace/generated/core.c
HEADERS = model.h millrace/include/millrace.h millrace/source/runtime.h

firmware.elf: $(SOURCES) $(HEADERS)
\t$(CC) $(CPU) $(CFLAGS) $(OPTIONS) -include model.h $(SOURCES) $(LINK) -Wl,--gc-sections -o $@
`;

/** Classes that `learn_class` takes; 0 where the outputs are numbers. */
export function classCountOf(spec: FullSpec): number {
  const last = commonActivation(membersOf(spec));
  if (last === "softmax") return spec.outputs;
  const isBinary = spec.loss === "binaryCrossEntropy" || spec.classes !== undefined;
  return last === "sigmoid" && spec.outputs === 1 && isBinary ? 2 : 0;
}

/** A program that predicts, learns and stores what it learnt. */
export function mainSource(spec: FullSpec): string {
  const classes = classCountOf(spec) > 0;
  const [label, argument] = classes ? ["int *label", "&label"] : ["float *target", "target"];
  return `/* Yours from here on: exporting again does not touch it. */
#include <string.h>
#include "model.h"

/* To be filled: a sample of the sensors and, once it is known, what the answer should have been. 0 when there is none. */
static int read_sample(float *inputs, ${label}) {
  static int left = 3;
  for (int i = 0; i < MILLRACE_INPUTS; i++) inputs[i] = 0;
${classes ? "  *label = 0;" : "  for (int i = 0; i < MILLRACE_OUTPUTS; i++) target[i] = 0;"}
  return left-- > 0;
}

/* To be filled: the file of an earlier run, or 0; and a way to keep one over a reset. */
static const uint8_t *stored_file(void) { return 0; }
static void store_file(const uint8_t *file, uint32_t bytes) { (void)file, (void)bytes; }

/* The core is damaged: reset. Returning ends in an endless loop. */
void millrace_trap(int32_t reason) { (void)reason; }

static int32_t open_file(const uint8_t *file) {
  uint32_t image = millrace_arena();
  if (!file) return MILLRACE_E_FORMAT;
  memcpy(millrace_memory + image, file, MILLRACE_IMAGE_BYTES);
  return millrace_open(image, MILLRACE_IMAGE_BYTES);
}

int main(void) {
  int32_t model = open_file(stored_file());
  if (model < 0) model = open_file(millrace_model); /* nothing stored, or damaged */
  if (model < 0) return 1;

  float inputs[MILLRACE_INPUTS];
  ${classes ? "int label;" : "float target[MILLRACE_OUTPUTS];"}
  while (read_sample(inputs, ${argument})) {
    memcpy(millrace_floats(millrace_input(model)), inputs, sizeof inputs);
    if (millrace_predict(model) < 0) continue; /* a number no model should see: nothing has changed */
    const millrace_float *answer = millrace_floats(millrace_output(model));
    (void)answer; /* answer[0] to answer[MILLRACE_OUTPUTS - 1]: act on it */
${classes ? "    millrace_learn_class(model, label);" : "    memcpy(millrace_floats(millrace_target(model)), target, sizeof target);\n    millrace_learn(model);"}
  }

  int32_t sealed = millrace_seal(model);
  store_file(millrace_memory + sealed, millrace_file_bytes(sealed));
  return 0;
}
`;
}
