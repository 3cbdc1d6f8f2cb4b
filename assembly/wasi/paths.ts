/**
 * Which of the folders that the runtime opened holds a path. The longest name that the path begins with wins; a path
 * that begins with none is looked for in the folder named "." and else in "/", as the C libraries of WASI do.
 */
import { fd_prestat_dir_name, fd_prestat_get, FIRST_FOLDER } from "./imports";
import { lengthOf } from "./bytes";

const NAME_BYTES: usize = 4096;
const NAME: usize = memory.data(4096, 16);
const PRESTAT: usize = memory.data(16, 16);

/** The path found last: its folder, and what remains of it there. */
export let folder: i32 = -1;
export let rest: usize = 0;
export let restLength: usize = 0;

/** Whether a folder holds the zero-terminated path. */
export function resolve(path: usize): bool {
  path = withoutDot(path);
  const length = lengthOf(path);
  const isAbsolute = load<u8>(path) == 47;
  folder = -1;
  let best = -1;
  for (let fd = FIRST_FOLDER; !fd_prestat_get(fd, PRESTAT); fd++) {
    const nameLength = load<usize>(PRESTAT, 4);
    if (load<u8>(PRESTAT) != 0 || nameLength >= NAME_BYTES || fd_prestat_dir_name(fd, NAME, nameLength)) continue;
    const taken = prefixOf(path, length, isAbsolute, nameLength);
    if (taken <= best) continue;
    best = taken;
    folder = fd;
    // The two lowest ranks take nothing away from the path.
    const skipped = taken < 2 ? <usize>isAbsolute : <usize>taken - 1;
    rest = path + skipped;
    restLength = length - skipped;
  }
  return folder >= 0 && restLength > 0;
}

/** -1 where the folder in NAME does not hold the path; 0 for "/", 1 for ".", else 2 + the bytes of its name. */
function prefixOf(path: usize, length: usize, isAbsolute: bool, nameLength: usize): i32 {
  store<u8>(NAME + nameLength, 0);
  let name = withoutDot(NAME);
  let bytes = lengthOf(name);
  const isRoot = bytes > 0 && load<u8>(name) == 47;
  while (bytes && load<u8>(name + bytes - 1) == 47) bytes--;
  if (!bytes && isRoot) return 0;
  if (!bytes || (bytes == 1 && load<u8>(name) == 46)) return isAbsolute ? -1 : 1;
  if (bytes >= length || load<u8>(path + bytes) != 47) return -1;
  for (let i: usize = 0; i < bytes; i++) if (load<u8>(name + i) != load<u8>(path + i)) return -1;
  return <i32>bytes + 2;
}

function withoutDot(path: usize): usize {
  while (load<u8>(path) == 46 && load<u8>(path + 1) == 47) {
    path += 2;
    while (load<u8>(path) == 47) path++;
  }
  return path;
}
