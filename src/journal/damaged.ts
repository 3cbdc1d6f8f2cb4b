import { existsSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { crc32 } from "node:zlib";
import { hexadecimal } from "../text.ts";
import { makeFolder, syncFolder, writeWhole } from "./files.ts";

/**
 * Keeps bytes that could not be used. The name holds their CRC-32: the same bytes are kept once, however often a
 * repair is interrupted and begun again.
 * @returns the path of the copy
 */
export function keepDamaged(folder: string, name: string, bytes: Uint8Array): string {
  const path = placeFor(folder, name, bytes);
  if (!existsSync(path)) writeWhole(path, bytes);
  return path;
}

/**
 * Moves a file that could not be used, which takes no space.
 * @returns its new path
 */
export function moveDamaged(folder: string, name: string, file: string, bytes: Uint8Array): string {
  const path = placeFor(folder, name, bytes);
  renameSync(file, path);
  syncFolder(dirname(path));
  syncFolder(dirname(file));
  return path;
}

function placeFor(folder: string, name: string, bytes: Uint8Array): string {
  const path = join(folder, `${name}-${hexadecimal(crc32(bytes))}.bytes`);
  makeFolder(dirname(path));
  return path;
}
