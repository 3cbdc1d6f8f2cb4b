/** Entry of the interpreter bench alone: the exports of the core, and a loop that stays inside the module. */
import { enter } from "../cursor";
import { inputs } from "../image";
import { copyWords } from "../kernels";
import { CONTROL_INPUT, controlOf } from "../memory";
import { learnClass } from "../model";

export { arena, checksum, open } from "../index";

/** Learns `steps` rows in turn out of `count` at `rows`: the inputs, then the class as u32. Returns the last status. */
export function steps(handle: i32, rows: usize, count: u32, steps: u32): i32 {
  const control = controlOf(handle);
  if (!control) return -1;
  enter(control);
  const bytes = <usize>inputs << 2;
  const input = load<usize>(control, CONTROL_INPUT);
  let status = 0;
  for (let i: u32 = 0; i < steps; i++) {
    const row = rows + <usize>(i % count) * (bytes + 4);
    copyWords(input, row, bytes);
    enter(control);
    status = learnClass(load<i32>(row + bytes));
  }
  return status;
}
