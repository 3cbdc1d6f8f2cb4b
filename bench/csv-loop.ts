// Rows of stdin through a net of plain arrays: whole blocks, split by line and comma, one write a block.
import { readFileSync, readSync, writeSync } from "node:fs";
import { StringDecoder } from "node:string_decoder";
import { PlainNet } from "./rival.ts";

const BLOCK = 65536;

interface SavedNet {
  widths: number[];
  parameters: { layer: number; name: "weight" | "bias"; data: number[] }[];
}

const { widths, parameters } = JSON.parse(readFileSync(process.argv[2] as string, "utf8")) as SavedNet;
const net = new PlainNet(widths, 0);
for (const { layer, name, data } of parameters) net.layers[layer]?.[name].set(data);

const x = new Float32Array(widths[0] as number);
const out = new Float32Array(widths.at(-1) as number);
const block = Buffer.alloc(BLOCK);
const decoder = new StringDecoder("latin1");
let rest = "";
let row = 0;
for (let length = readSync(0, block); length > 0; length = readSync(0, block)) {
  const lines = (rest + decoder.write(block.subarray(0, length))).split("\n");
  rest = lines.pop() as string;
  let text = "";
  for (const line of lines) text += `${answer(line)}\n`;
  writeSync(1, text);
}
if (rest !== "") writeSync(1, `${answer(rest)}\n`);
const { user, system } = process.cpuUsage();
process.stderr.write(String(user + system));

function answer(line: string): string {
  const fields = line.split(",");
  row++;
  if (fields.length !== x.length) throw new Error(`row ${row}: ${fields.length} fields`);
  for (let i = 0; i < fields.length; i++) {
    const value = Number(fields[i]);
    if (!Number.isFinite(value)) throw new Error(`row ${row}, field ${i + 1}: no number`);
    x[i] = value;
  }
  net.predictInto(x, out);
  return out.join(",");
}
