import { MillraceError } from "../../errors.ts";
import { PayloadReader, PayloadWriter } from "../bytes.ts";

/** Several messages in one file, in order. */
export function encodeFrames(frames: readonly Uint8Array[]): Buffer {
  const writer = new PayloadWriter(frames.reduce((sum, { length }) => sum + 4 + length, 4));
  writer.u32(frames.length);
  for (const frame of frames) writer.u32(frame.length).block(frame);
  return writer.bytes;
}

/** @throws MillraceError `E_FORMAT` */
export function decodeFrames(bytes: Uint8Array): Uint8Array[] {
  const reader = new PayloadReader(bytes, "a file of messages");
  const count = reader.u32();
  if (count * 4 > reader.left) throw new MillraceError("E_FORMAT", "a file of messages is cut short");
  const frames = Array.from({ length: count }, () => reader.block(reader.u32()));
  reader.end();
  return frames;
}
