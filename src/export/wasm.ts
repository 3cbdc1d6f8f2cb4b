import { shippedBytes } from "../core/source.ts";
import { Core } from "../core.ts";
import { MillraceError } from "../errors.ts";
import { splitFile } from "../image.ts";
import { Model } from "../model.ts";
import { checkFits, firmwareMemory } from "./memory.ts";
import { resizeModule } from "./module.ts";

/** Files by name, as they are to be written. */
export type Files = Map<string, Uint8Array>;

/**
 * A core.mcu.wasm with the memory of this one model, and the model without its trailer.
 * @param memoryBytes most linear memory there is, if that is known
 * @throws MillraceError `E_MEMORY` where it does not fit
 */
export async function exportWasm(model: Model, memoryBytes?: number): Promise<Files> {
  const { arena, linear } = await firmwareMemory(model);
  checkFits(linear, memoryBytes);
  const module = resizeModule(await shippedBytes("mcu"), arena);
  const { core: image } = splitFile(model.toBytes());
  await verify(module, image, model.checksum());
  return new Map([
    ["core.mcu.wasm", module],
    ["model.millrace", image],
  ]);
}

// ---

async function verify(module: Uint8Array<ArrayBuffer>, image: Uint8Array, checksum: number): Promise<void> {
  const core = await Core.load({ build: "mcu", bytes: module });
  const copy = await Model.load(image, { core });
  if (copy.checksum() !== checksum || core.freeBytes !== 0) {
    throw new MillraceError("E_STATE", "the module that was made does not hold the model as it is", {
      expected: `${checksum} and no byte to spare`,
      actual: `${copy.checksum()} and ${core.freeBytes} bytes`,
    });
  }
}
