/** Bytes and texts in memory. */

/** Copies from the start on: where the two overlap, `to` must lie below `from`. */
export function copyBytes(to: usize, from: usize, length: usize): void {
  for (const end = from + length; from < end; to++, from++) store<u8>(to, load<u8>(from));
}

/** Copies from the end on: where the two overlap, `to` must lie above `from`. */
export function copyBytesUpwards(to: usize, from: usize, length: usize): void {
  while (length--) store<u8>(to + length, load<u8>(from + length));
}

/** Bytes before the zero that ends a text. */
export function lengthOf(text: usize): usize {
  let end = text;
  while (load<u8>(end)) end++;
  return end - text;
}

/** Whether the zero-terminated text is the ASCII string. */
export function equals(text: usize, wanted: string): bool {
  const length = wanted.length;
  const units = changetype<usize>(wanted);
  for (let i = 0; i < length; i++) {
    if (load<u8>(text + i) != load<u16>(units + (<usize>i << 1))) return false;
  }
  return !load<u8>(text + length);
}

export function isDigit(byte: u32): bool {
  return byte - 48 < 10;
}
