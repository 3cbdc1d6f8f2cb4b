/** CRC-32 (IEEE 802.3), by nibbles: a table of 64 bytes made at first use, so that the module needs no data segment. */

const TABLE: usize = memory.data(64, 16);

/** Continues `crc` (0 at the start) over `length` bytes. */
export function crc32(crc: u32, address: usize, length: usize): u32 {
  if (!load<u32>(TABLE, 4)) makeTable();
  crc = ~crc;
  for (const end = address + length; address < end; address++) {
    crc ^= load<u8>(address);
    crc = (crc >>> 4) ^ load<u32>(TABLE + ((crc & 15) << 2));
    crc = (crc >>> 4) ^ load<u32>(TABLE + ((crc & 15) << 2));
  }
  return ~crc;
}

function makeTable(): void {
  for (let n: u32 = 0; n < 16; n++) {
    let value = n;
    for (let bit = 0; bit < 4; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    store<u32>(TABLE + (n << 2), value);
  }
}
