import type { Command } from "commander";
import type { GatewayConfiguration } from "../gateway/config.ts";
import type { Seat } from "../gateway/fleet/seats.ts";
import { counted, grouped } from "../text.ts";
import type { Estimate } from "./estimate.ts";
import { someNumber, wholeNumber } from "./options.ts";
import { EXIT, explain } from "./outcome.ts";
import type { Tried } from "./try-broker.ts";

interface CheckOptions {
  offline?: true;
  json?: true;
  keys: number;
  every: number;
}

/** `millrace check FILE`: whether a configuration makes sense, what it will take, and what its broker really does. */
export function checkCommand(program: Command): void {
  program
    .command("check")
    .summary("look a gateway's configuration over and try its broker")
    .description(
      "Checks a configuration and names every mistake with its line. Then says what the gateway will take of memory and " +
        "disk, tries the broker out, and says what that means for what is learnt.",
    )
    .argument("<file>", "a configuration in YAML or JSON")
    .option("--offline", "leave the broker alone")
    .option("--keys <count>", "keys of each stream, for the estimate", wholeNumber(1, 100_000), 100)
    .option("--every <seconds>", "seconds between two messages of a key, for the estimate", someNumber(1e-3, 1e6), 10)
    .option("--json", "print one JSON object")
    .addHelpText(
      "after",
      "\nExit codes: 0 all is well, 1 a mistake, or a broker that cannot be reached or lacks a right.",
    )
    .action(check);
}

// ---

async function check(file: string, options: CheckOptions): Promise<void> {
  const [{ loadConfiguration }, { asDuration }, { readSeats }, { Core }, { estimate }, { tryBroker }] =
    await Promise.all([
      import("../gateway/config.ts"),
      import("../gateway/config/units.ts"),
      import("../gateway/fleet/seats.ts"),
      import("../core.ts"),
      import("./estimate.ts"),
      import("./try-broker.ts"),
    ]);
  try {
    const configuration = await loadConfiguration(file);
    const seats = readSeats(configuration.streams, Date.now());
    const shares = new Map(seats.map((seat) => [seat.stream, seatText(seat, asDuration(seat.sync.everyMs))]));
    const { memoryBytes } = configuration;
    const core = await Core.load(memoryBytes === undefined ? {} : { memoryBytes });
    const assumed = { keys: options.keys, everyMs: 1_000 * options.every };
    const taken = await estimate(configuration, assumed, core);
    const broker = options.offline ? undefined : await tryBroker(configuration);
    if (options.json) process.stdout.write(asJson(configuration, taken, broker));
    else
      process.stdout.write(
        `${[...planLines(file, configuration, shares), ...takenLines(taken, options), ...brokerLines(broker)].join("\n")}\n`,
      );
    if (broker?.refusal !== undefined) {
      explain(broker.refusal, "broker");
      process.exitCode = EXIT.failure;
    }
  } catch (error) {
    explain(error);
  }
}

function planLines(
  file: string,
  { id, broker, streams, warnings, http, state }: GatewayConfiguration,
  shares: ReadonlyMap<string, string>,
): string[] {
  const user = broker.username === undefined ? "" : ` as ${broker.username}`;
  return [
    `${file}: no mistakes`,
    "",
    row("gateway", id),
    row("broker", `${broker.urls.join(", ")}${user}`),
    row("state", `${state.directory}, fsync ${state.fsync}`),
    row("health", http === undefined ? "no address" : `http://${http.host}:${http.port}/healthz`),
    ...streams.flatMap(({ name, topic, qos, features, label, publish, key, model, example }) => [
      "",
      row(name, `${topic.filter} at QoS ${qos}, ${key === undefined ? "one shared model" : `a model for each ${key}`}`),
      row("", `in: ${shortened(features.names)}`),
      row(
        "",
        `out: ${model.classes ? shortened(model.classes) : counted(model.outputs, "number")} to ${publish.topic.text}`,
      ),
      row("", `learns: ${labelText(label)}`),
      ...(shares.has(name) ? [row("", `shares: ${shares.get(name)}`)] : []),
      ...exampleLines(example),
    ]),
    ...(warnings.length > 0 ? [""] : []),
    ...warnings.map((text) => row("warning", text)),
  ];
}

/** Of a codec in letters alone. */
function exampleLines(example: Uint8Array | undefined): string[] {
  const text = new TextDecoder().decode(example);
  return text === "" || text.length > 400 || /[^\x20-\u{fffc}]/u.test(text) ? [] : [row("", `a message: ${text}`)];
}

function labelText(label: GatewayConfiguration["streams"][number]["label"]): string {
  if (label === undefined) return "nothing: it has no label";
  if (label.from === "message") return "from the label in the same message";
  if (label.from === "future") return `from the message ${label.ahead} later`;
  return `from ${label.topic.filter} at QoS ${label.qos}, by ${label.match === "ticket" ? "ticket" : `ticket or ${label.match}`}`;
}

function seatText({ sync, credentials }: Seat, every: string): string {
  const { fleet, model, holdBack } = sync;
  const until = new Date(credentials.expiresMs).toISOString().slice(0, 10);
  const apart =
    holdBack === 0
      ? "judges no model of the fleet"
      : `holds back ${+(100 * holdBack).toFixed(2)} % of labelled samples`;
  return `model ${model} of fleet ${fleet} as ${credentials.id} (until ${until}), each ${every}, ${apart}`;
}

function takenLines({ streams, memoryBytes, perDay }: Estimate, { keys, every }: CheckOptions): string[] {
  const { models, pasts, pendingMost } = memoryBytes;
  return [
    "",
    ...streams.map(({ name, parameters, modelBytes, pastBytes, waitingBytes }) =>
      row(
        name,
        `${grouped(parameters)} parameters, ${inBytes(modelBytes)} a model, ${inBytes(pastBytes)} a source` +
          (waitingBytes > 0 ? `, ${inBytes(waitingBytes)} a sample that waits` : ""),
      ),
    ),
    row(
      "memory",
      `${inBytes(models + pasts)} at ${counted(keys, "key")}, and up to ${inBytes(pendingMost)} of what waits`,
    ),
    row(
      "disk",
      `${inBytes(perDay.journal)} of journal and up to ${inBytes(perDay.snapshots)} of snapshots written a day, ` +
        `at ${counted(keys, "key")} with a message each ${every} s`,
    ),
  ];
}

function brokerLines(broker: Tried | undefined): string[] {
  if (broker === undefined || broker.refusal !== undefined) return [];
  const head = row(
    "broker",
    broker.software === undefined ? "answers, all topics may be read" : `${broker.software}, all topics may be read`,
  );
  return ["", head, ...broker.meaning.map(({ level, text }) => row(level, text))];
}

function asJson(configuration: GatewayConfiguration, taken: Estimate, broker: Tried | undefined): string {
  const { id, warnings, streams } = configuration;
  const plans = streams.map(({ name, topic, fingerprint, model, publish }) => ({
    name,
    filter: topic.filter,
    publish: publish.topic.text,
    fingerprint,
    model,
  }));
  const { refusal, ...found } = broker ?? { meaning: [] };
  const said = broker && { ...found, ...(refusal === undefined ? {} : { refusal: (refusal as Error).message }) };
  return `${JSON.stringify({ id, warnings, streams: plans, estimate: taken, ...(said && { broker: said }) }, null, 2)}\n`;
}

function shortened(names: readonly string[]): string {
  return names.length <= 12 ? names.join(", ") : `${names.slice(0, 11).join(", ")} and ${names.length - 11} more`;
}

function inBytes(bytes: number): string {
  const [unit, factor] = (
    [
      ["GiB", 2 ** 30],
      ["MiB", 2 ** 20],
      ["KiB", 2 ** 10],
    ] as const
  ).find(([, by]) => bytes >= by) ?? ["bytes", 1];
  const value = bytes / factor;
  return `${value >= 100 || factor === 1 ? grouped(value) : value.toFixed(1)} ${unit}`;
}

function row(name: string, value: string): string {
  return `  ${name.padEnd(12)}${value}`;
}
