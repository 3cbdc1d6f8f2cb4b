/** CRC-32 (IEEE 802.3) bit by bit: no table, so that the module needs no data segment and little flash. */

/** Continues `crc` (0 at the start) over `length` bytes. */
export function crc32(crc: u32, address: usize, length: usize): u32 {
  crc = ~crc;
  for (const end = address + length; address < end; address++) {
    crc ^= load<u8>(address);
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return ~crc;
}
