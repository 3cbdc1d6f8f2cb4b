import { shippedBytes } from "../core/source.ts";
import { MillraceError } from "../errors.ts";
import type { Model } from "../model.ts";
import { readMcuModule } from "./module.ts";

/** Bytes of RAM that one model takes on a microcontroller, the C stack aside. */
export interface FirmwareMemory {
  /** The model: image, state and workspace. What the firmware is compiled with. */
  arena: number;
  /** Linear memory: statics, then the arena. All that a WebAssembly runtime needs besides its own. */
  linear: number;
  /** The core's variables, in firmware without a runtime. */
  globals: number;
  /** Of firmware without a runtime. */
  total: number;
}

/** What the model takes; equal to what the exported firmware links. */
export async function firmwareMemory(model: Model): Promise<FirmwareMemory> {
  const { arenaStart, globalBytes } = readMcuModule(await shippedBytes("mcu"));
  const arena = model.bytes;
  const linear = arenaStart + arena;
  return { arena, linear, globals: globalBytes, total: linear + globalBytes };
}

/** @throws MillraceError `E_MEMORY` where it takes more than `available` bytes */
export function checkFits(bytes: number, available: number | undefined): void {
  if (available === undefined || bytes <= available) return;
  throw new MillraceError("E_MEMORY", "the model does not fit into the memory of the microcontroller", {
    expected: bytes,
    actual: available,
    remedy: "Take fewer units, an optimizer with fewer slots, or a smaller batch",
  });
}
