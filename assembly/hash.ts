/** FNV-1a, 32 bits (Fowler, Noll, Vo): the checksum of states. */

export const HASH_START: u32 = 0x811c9dc5;

/** Continues `hash` over `length` bytes. */
export function hashBytes(hash: u32, address: usize, length: usize): u32 {
  for (const end = address + length; address < end; address++) hash = (hash ^ load<u8>(address)) * 0x01000193;
  return hash;
}
