import { PayloadReader, PayloadWriter } from "./bytes.ts";
import type { Get, Hex } from "./types.ts";

const LONGEST_DELAY_MS = 60_000;

/** How long a device waits before it asks for what is missing, so that not all ask at once. */
export function getDelayMs(nodeHash: Hex): number {
  return Buffer.from(nodeHash, "hex").readUInt32LE(0) % LONGEST_DELAY_MS;
}

export function encodeGet({ wanted, chunks }: Get): Buffer {
  const writer = new PayloadWriter(16 + 2 * chunks.length);
  writer.u32(wanted.term).u64(wanted.version).u32(chunks.length);
  for (const chunk of chunks) writer.u16(chunk);
  return writer.bytes;
}

/** @throws Refusal `payload`, `format` */
export function decodeGet(payload: Uint8Array): Get {
  const reader = new PayloadReader(payload, "a request");
  const wanted = { term: reader.u32(), version: reader.u64() };
  const count = reader.u32();
  if (2 * count !== reader.left) throw reader.refused("it has another length", `${count} chunks`);
  const chunks = Array.from({ length: count }, () => reader.u16());
  if (chunks.some((chunk, i) => i > 0 && chunk <= (chunks[i - 1] as number))) {
    throw reader.refused("the chunks are not in ascending order");
  }
  return { wanted, chunks };
}
