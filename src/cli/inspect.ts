import type { Command } from "commander";
import { grouped, hexadecimal } from "../demo/style.ts";
import type { FirmwareMemory } from "../export/memory.ts";
import type { LayerStats, Stats } from "../model/stats.ts";
import type { Model } from "../model.ts";
import { type FullLayer, membersOf, type Watched } from "../spec.ts";
import { counted } from "../text.ts";
import { explain } from "./outcome.ts";

interface InspectOptions {
  json?: true;
}

/** `millrace inspect FILE`: what a model file holds. */
export function inspectCommand(program: Command): void {
  program
    .command("inspect")
    .summary("print what a .millrace file holds")
    .description("Opens a .millrace file and prints its spec, what it takes in memory, its counters and its checksum.")
    .argument("<file>", "a .millrace file")
    .option("--json", "print one JSON object")
    .action(inspect);
}

// ---

async function inspect(file: string, { json }: InspectOptions): Promise<void> {
  const [{ Model }, { firmwareMemory }] = await Promise.all([import("../model.ts"), import("../export/memory.ts")]);
  try {
    const model = await Model.load(file);
    const firmware = await firmwareMemory(model);
    process.stdout.write(json ? asJson(model, firmware) : asText(file, model, firmware));
  } catch (error) {
    const named = error instanceof Error && error.message.includes(file);
    explain(error, named ? undefined : file);
  }
}

function asJson(model: Model, firmware: FirmwareMemory): string {
  const { spec, steps } = model;
  return `${JSON.stringify({ spec, steps, checksum: hexadecimal(model.checksum()), stats: model.stats(), firmware }, null, 2)}\n`;
}

function asText(file: string, model: Model, firmware: FirmwareMemory): string {
  const { spec } = model;
  const rest = Object.entries(spec).filter(([name]) => name !== "layers" && name !== "members");
  const stats = model.stats();
  const { memory, counters, parameters, learningRate, members, layers: figures } = stats;
  const lines = [
    file,
    "",
    ...rest.map(([name, value]) => row(name, JSON.stringify(value))),
    "",
    ...membersOf(spec).flatMap(({ layers, ...settings }, m) => [
      ...("members" in spec ? [`member ${m}`] : ["layers"]),
      ...("members" in spec
        ? [row("weight", `${Number((members[m]?.weight ?? 0).toPrecision(3))}`), ...settingsOf(settings)]
        : []),
      ...layers.map((layer, i) =>
        layerRow(
          layer,
          figures.find((one) => one.member === m && one.layer === i),
        ),
      ),
    ]),
    "",
    "memory",
    row("parameters", grouped(parameters)),
    ...Object.entries({
      model: memory.model,
      image: memory.image,
      state: memory.state,
      workspace: memory.workspace,
      "on microcontrollers": firmware.total,
    }).map(([name, bytes]) => row(name, `${grouped(bytes)} bytes`)),
    "",
    "progress",
    ...Object.entries({ learnt: counters.learnt, updates: counters.updates, skipped: counters.skipped }).map(
      ([name, count]) => row(name, grouped(count)),
    ),
    row("waiting in batch", grouped(counters.pending)),
    ...(learningRate === null ? [] : [row("learning rate", `${Number(learningRate.toPrecision(7))}`)]),
    row("checksum", hexadecimal(model.checksum())),
    "",
    ...learningOf(stats),
  ];
  return `${lines.join("\n")}\n`;
}

/** Losses and verdicts are of what was learnt since it was opened: a file just opened has its detectors to tell of. */
function learningOf({ drift, losses, verdicts }: Stats): string[] {
  const watched = (on: Watched): string => (typeof on === "object" ? `input ${on.input}` : on);
  return [
    "learning",
    ...drift.map(({ type, on, drifts, status }, i) =>
      row(`detector ${i}`, `${type} on ${watched(on)}: ${counted(drifts, "drift")}, at the last sample ${status}`),
    ),
    ...Object.entries(losses).flatMap(([name, value]) =>
      value === null ? [] : [row(name, `${Number(value.toPrecision(6))}`)],
    ),
    ...verdicts.map(({ verdict, figures, cure }) =>
      row("verdict", verdict === "ok" ? `ok: ${figures}` : `${verdict}: ${figures}; cure: ${cure}`),
    ),
  ];
}

function settingsOf(settings: object): string[] {
  return Object.entries(settings).map(([name, value]) => row(name, JSON.stringify(value)));
}

function layerRow({ type, ...settings }: FullLayer, figures: LayerStats | undefined): string {
  const { layer = 0, inputs = 0, units = 0, parameters = 0 } = figures ?? {};
  return row(
    `${layer} ${type}`,
    `${inputs} -> ${units}, ${grouped(parameters)} parameters, ${JSON.stringify(settings)}`,
  );
}

function row(name: string, value: string): string {
  return `  ${name.padEnd(20)}${value}`;
}
