import { readFileSync } from "node:fs";
import type { Command } from "commander";
import { MillraceError } from "../errors.ts";
import type { AggregatorReport, NodeReport } from "../sync/aggregator.ts";
import type { Order } from "../sync/types.ts";
import { wholeNumber } from "./options.ts";
import { explain } from "./outcome.ts";

type Report = AggregatorReport & { saidMs: number; state: string };

const STALE_MS = 30_000;
const PATIENCE_MS = 15_000;
const LOOK_MS = 100;

/** `millrace fleet`: how a fleet is, and orders to its aggregator. */
export function fleetCommand(program: Command): void {
  const fleet = program
    .command("fleet")
    .summary("show the devices of a fleet; pin, roll back, pause")
    .description(
      "Shows what the aggregator of this folder knows of its fleet: each device with its version, lag, losses and " +
        "verdicts. Orders go over the broker, signed with the credentials of the configuration.",
    );
  fleet
    .command("show", { isDefault: true })
    .summary("devices, versions, lag, verdicts, losses")
    .argument("<file>", "configuration of the fleet")
    .option("--json", "as JSON", false)
    .action((file: string, { json }: { json: boolean }) => show(file, json));
  const version = wholeNumber(1, Number.MAX_SAFE_INTEGER);
  fleet
    .command("pin")
    .summary("stay with a global model: nothing is merged")
    .argument("<file>", "configuration of the fleet")
    .argument("[version]", "an older global model to go back to", version)
    .action((file: string, target?: number) => order(file, "pin", target));
  fleet
    .command("roll-back")
    .summary("go back to the weights of an older global model, and go on from there")
    .argument("<file>", "configuration of the fleet")
    .argument("<version>", "one of those that are kept", version)
    .action((file: string, target: number) => order(file, "rollBack", target));
  for (const [name, summary] of [
    ["unpin", "merge again"],
    ["pause", "merge nothing until told to; updates are taken"],
    ["resume", "merge what was taken meanwhile"],
  ] as const) {
    fleet
      .command(name)
      .summary(summary)
      .argument("<file>", "configuration of the fleet")
      .action((file: string) => order(file, name));
  }
}

// ---

async function show(file: string, json: boolean): Promise<void> {
  const { readFleetConfiguration, reportFileOf } = await import("./fleet-configuration.ts");
  try {
    const report = readReport(reportFileOf(readFleetConfiguration(file)));
    process.stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : asText(report, Date.now()));
  } catch (error) {
    explain(error);
  }
}

async function order(file: string, name: Order, version = 0): Promise<void> {
  const [{ readFleetConfiguration, reportFileOf }, { connector }, { sealOrder }] = await Promise.all([
    import("./fleet-configuration.ts"),
    import("./fleet-connection.ts"),
    import("./fleet-order.ts"),
  ]);
  try {
    const configuration = readFleetConfiguration(file);
    const before = readReport(reportFileOf(configuration));
    if (version > 0 && !before.kept.includes(version)) {
      throw new MillraceError("E_VALUE", "this global model is not kept", {
        expected: before.kept.join(", "),
        actual: version,
      });
    }
    const { topic, bytes, createdMs } = await sealOrder(configuration, name, version);
    const transport = connector(configuration)({
      clientId: `mr-fleet-${process.pid}-${createdMs.toString(36)}`,
      reconnects: true,
      onLost: () => {},
    });
    try {
      await waitFor("the broker", () => transport.connected || undefined);
      await transport.publish(topic, bytes, { qos: 1, retain: false });
      const report = await waitFor("the aggregator to follow", () => {
        const now = readReport(reportFileOf(configuration));
        return now.stance.commandMs >= createdMs ? now : undefined;
      });
      process.stdout.write(`${name}: done, the global model is version ${report.global.version}\n`);
    } finally {
      await transport.close();
    }
  } catch (error) {
    explain(error);
  }
}

function readReport(path: string): Report {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Report;
  } catch (cause) {
    throw new MillraceError("E_FILE", "no report of an aggregator", {
      where: path,
      remedy: "Ask on the machine that runs `millrace aggregate` with this configuration",
      cause,
    });
  }
}

async function waitFor<Found>(what: string, look: () => Found | undefined): Promise<Found> {
  for (const until = Date.now() + PATIENCE_MS; ; ) {
    const found = look();
    if (found !== undefined) return found;
    if (Date.now() > until) {
      throw new MillraceError("E_BROKER", `waited ${PATIENCE_MS / 1000} s in vain for ${what}`, {
        remedy: "Look at the log of `millrace aggregate`; the clocks of both machines must agree within 5 minutes",
      });
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

const COLUMNS = ["device", "state", "version", "lag", "model", "kept", "merged", "samples", "rejected", "loss"];

function asText(report: Report, nowMs: number): string {
  const { fleet, model, state, strategy, global, kept, pending, stance, nodes, saidMs } = report;
  const orders = [stance.paused ? "paused" : "", stance.pinned ? "pinned" : ""].filter(Boolean);
  const old =
    nowMs - saidMs > STALE_MS ? [`This is ${Math.round((nowMs - saidMs) / 1000)} s old: no aggregator runs here.`] : [];
  const rows = nodes.map(rowOf);
  const widths = COLUMNS.map((name, i) => Math.max(name.length, ...rows.map((row) => (row[i] as string).length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] as number))
      .join("  ")
      .trimEnd();
  return `${[
    `${fleet}/${model}  ${[state, strategy, ...orders].join(", ")}`,
    `version ${global.version}, term ${global.term}, ${global.hash.slice(0, 12)}; ${pending} waiting; kept ${kept.join(", ")}`,
    ...old,
    "",
    line(COLUMNS),
    ...rows.map(line),
  ].join("\n")}\n`;
}

function rowOf({ node, says, lag, quarantined, merged, samples, verdicts, lossAfter }: NodeReport): string[] {
  const rejected = Object.entries(verdicts).filter(([verdict]) => verdict !== "ok");
  return [
    node,
    quarantined ? "quarantined" : (says?.status.presence ?? "unknown"),
    String(says?.version ?? "-"),
    String(lag ?? "-"),
    says?.status.stance ?? "-",
    String(says?.status.kept ?? "-"),
    String(merged),
    String(samples),
    rejected.map(([verdict, count]) => `${count} ${verdict}`).join(", ") || "0",
    (says?.lossAfter ?? lossAfter)?.toFixed(4) ?? "-",
  ];
}
