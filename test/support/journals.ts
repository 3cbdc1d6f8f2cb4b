import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gapOf, type Journal } from "../../src/journal.ts";
import type { Seeded } from "./seeded.ts";

/** What stands in a journal, gaps as [from, to]. */
export function contentsOf(journal: Journal, fromSeq = 0): { bodies: Map<number, string>; gaps: [number, number][] } {
  const bodies = new Map<number, string>();
  const gaps: [number, number][] = [];
  let next = 0;
  for (const record of journal.read(fromSeq)) {
    const gap = gapOf(record);
    if (record.seq < next) throw new Error(`record ${record.seq} comes after ${next - 1}`);
    next = (gap?.to ?? record.seq) + 1;
    if (gap === undefined) bodies.set(record.seq, textOf(record.body));
    else gaps.push([gap.from, gap.to]);
  }
  return { bodies, gaps };
}

export function textOf(body: Uint8Array): string {
  return Buffer.from(body).toString("latin1");
}

/** A body that says which record it belongs to, of a length that depends on it. */
export function bodyOf(seq: number, longest = 60): Uint8Array {
  const filler = "abcdefghij".repeat(Math.ceil(longest / 10)).slice(0, (seq * 7919) % longest);
  return Buffer.from(`record ${seq} ${filler}`);
}

/** Appends records whose bodies name their seq. */
export function fill(journal: Journal, count: number, longest = 60): void {
  for (let i = 0; i < count; i++) journal.append(1 + (i % 5), 1000 + journal.nextSeq, bodyOf(journal.nextSeq, longest));
}

/** Segment files of a journal's folder, by first seq. */
export function segmentFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".journal"))
    .sort()
    .map((name) => join(folder, name));
}

/** Every file below a folder with its bytes: two equal pictures are two equal folders. */
export function pictureOf(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => join(entry.parentPath, entry.name)).map((path) => [path, readFileSync(path, "base64")]),
  );
}

export type Damage = "truncated" | "zeroed" | "flipped" | "filled" | "cut out";
export const DAMAGES: readonly Damage[] = ["truncated", "zeroed", "flipped", "filled", "cut out"];

/** Damages bytes at a random place: from there to the end, or a stretch of up to `longest`. */
export function damaged(bytes: Buffer, damage: Damage, random: Seeded, longest: number): Buffer {
  const start = random.index(bytes.length);
  const end = Math.min(bytes.length, start + 1 + random.index(longest));
  if (damage === "truncated") return bytes.subarray(0, start);
  if (damage === "cut out") return Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]);
  const copy = Buffer.from(bytes);
  if (damage === "zeroed") copy.fill(0, start, end);
  else if (damage === "filled") for (let i = start; i < end; i++) copy[i] = random.index(256);
  else copy[start] = (copy[start] as number) ^ (1 << random.index(8));
  return copy;
}
