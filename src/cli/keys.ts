import type { Command } from "commander";
import type { Credentials } from "../sync/keys.ts";
import type { Role } from "../sync/types.ts";
import { counted } from "../text.ts";
import { wholeNumber } from "./options.ts";
import { explain } from "./outcome.ts";

const DAY_MS = 24 * 3600 * 1000;
const MOST_DAYS = 36_500;

interface FolderOptions {
  folder: string;
}
interface LifeOptions extends FolderOptions {
  days: number;
}

/** `millrace keys init | device | aggregator | rotate`: the keys of a fleet that learns together. */
export function keysCommand(program: Command): void {
  const keys = program
    .command("keys")
    .summary("make and renew the keys of a fleet")
    .description(
      "Makes the keys with which a fleet signs what it sends. The folder holds the root's secret key: keep it off the " +
        "machines of the fleet, and give each of them its own file alone.",
    );
  folderOption(keys.command("init"))
    .summary("draw the root of a fleet")
    .argument("<fleet>", "name of the fleet: letters, digits, _ and -, at most 32")
    .action((fleet: string, { folder }: FolderOptions) => init(fleet, folder));
  for (const [name, whom] of [
    ["device", "devices: the id of each gateway"],
    ["aggregator", "aggregators, one for each that may lead, and for whoever runs the fleet"],
  ] as const) {
    lifeOptions(keys.command(name))
      .summary(`make the credentials of ${name === "device" ? "devices" : "aggregators"}`)
      .argument("<id...>", `names of ${whom}`)
      .action((ids: string[], options: LifeOptions) => issue(name, ids, options));
  }
  lifeOptions(keys.command("rotate"))
    .summary("renew all keys, and revoke some")
    .description(
      "Begins a new epoch: every device and aggregator of the folder gets new keys. Whoever is revoked, or is not given " +
        "its new file, is refused by the fleet once an aggregator of the new epoch is heard.",
    )
    .option("--revoke <id...>", "who gets none; their files are deleted")
    .action(rotate);
}

// ---

function folderOption(command: Command): Command {
  return command.option("--folder <folder>", "where the keys lie", "keys");
}

function lifeOptions(command: Command): Command {
  return folderOption(command).option("--days <n>", "how long they are good for", wholeNumber(1, MOST_DAYS), 365);
}

async function init(fleet: string, folder: string): Promise<void> {
  await withFolder(folder, (keys) => {
    keys.init(fleet);
    print(`${folder}/root.json written: the root of the fleet ${fleet}, secret`);
    print("Now: millrace keys aggregator <id>, and millrace keys device <id> for each gateway");
  });
}

async function issue(role: Role, ids: string[], { folder, days }: LifeOptions): Promise<void> {
  await withFolder(folder, (keys) => {
    for (const credentials of keys.issue(role, ids, Date.now() + days * DAY_MS)) {
      print(`${keys.fileOf(credentials.id)} written: ${described(credentials)}, secret`);
    }
  });
}

async function rotate({ folder, days, revoke }: LifeOptions & { revoke?: string[] }): Promise<void> {
  await withFolder(folder, (keys) => {
    const { root, renewed, revoked } = keys.rotate(Date.now() + days * DAY_MS, revoke);
    for (const credentials of renewed)
      print(`${keys.fileOf(credentials.id)} written: ${described(credentials)}, secret`);
    for (const id of revoked) print(`${keys.fileOf(id)} deleted: ${id} is revoked`);
    print(
      `epoch ${root.epoch}, ${counted(renewed.length, "file")}. Give each device its file first, the aggregators theirs last`,
    );
  });
}

async function withFolder(
  folder: string,
  work: (keys: import("../sync/key-folder.ts").KeyFolder) => void,
): Promise<void> {
  const { KeyFolder } = await import("../sync/key-folder.ts");
  try {
    work(new KeyFolder(folder));
  } catch (error) {
    explain(error);
  }
}

function described({ role, id, epoch, expiresMs }: Credentials): string {
  return `${role} ${id}, epoch ${epoch}, until ${new Date(expiresMs).toISOString().slice(0, 10)}`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
