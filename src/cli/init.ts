import type { Command } from "commander";
import { Option } from "commander";
import { brokerUrl } from "./options.ts";
import { explain } from "./outcome.ts";
import type { Answers } from "./template.ts";

type InitOptions = Partial<Answers> & { force?: true; yes?: true };

/** `millrace init [FILE]`: writes a commented configuration, from flags or from questions. */
export function initCommand(program: Command): void {
  const list = (text: string) => text.split(",").map((name) => name.trim());
  program
    .command("init")
    .summary("write the configuration of a gateway")
    .description(
      "Writes a commented configuration. What no flag says is asked on a terminal; without one, or with --yes, it takes " +
        "the value in brackets.",
    )
    .argument("[file]", "where to write; - for the standard output", "gateway.yaml")
    .option("--id <name>", "name of the gateway [gateway]")
    .option("--broker <url>", "URL of the MQTT broker [mqtt://localhost:1883]", brokerUrl)
    .option("--username <user>", "user; the password comes from the environment, as MQTT_PASSWORD")
    .option("--stream <name>", "name of the stream [climate]")
    .option("--topic <topic>", "topic of the features, +name for a wildcard [site/+room/climate]")
    .addOption(new Option("--codec <codec>", "how a message is written [json]").choices(["json", "csv", "float32"]))
    .option("--fields <names>", "names of the values of a message in csv or float32, with commas between", list)
    .option("--features <paths>", "inputs of the model, with commas between [temperature, humidity]", list)
    .option("--order <field>", "a counter in each message, by which duplicates are known; none: there is none [seq]")
    .option("--label <field>", "where the label stands; none: the stream never learns [occupied]")
    .option("--label-topic <topic>", "where labels come from, if not with the features")
    .addOption(
      new Option("--task <task>", "what is predicted [classification]").choices(["classification", "regression"]),
    )
    .option("--classes <names>", "the classes, with commas between [empty, occupied]", list)
    .addOption(
      new Option("--preset <preset>", "size of the model [standard]").choices(["light", "standard", "thorough"]),
    )
    .option("-y, --yes", "ask nothing")
    .option("--force", "write over a file that is there")
    .action(init);
}

// ---

async function init(file: string, { force, yes, ...flags }: InitOptions): Promise<void> {
  const [{ MillraceError }, { configurationText, DEFAULTS, fixed }, { parseConfiguration }, files, paths] =
    await Promise.all([
      import("../errors.ts"),
      import("./template.ts"),
      import("../gateway/config.ts"),
      import("node:fs/promises"),
      import("node:path"),
    ]);
  try {
    const asks = !yes && process.stdin.isTTY && process.stdout.isTTY;
    const answers = fixed(asks ? await askHere(flags, DEFAULTS) : { ...DEFAULTS, ...flags }, flags);
    const text = configurationText(answers);
    // What was asked for may make no sense: it is refused before anything is written.
    parseConfiguration(text, { env: { MQTT_PASSWORD: "x" } });
    if (file === "-") {
      process.stdout.write(text);
      return;
    }
    await files.writeFile(file, text, { flag: force ? "w" : "wx" }).catch((cause: NodeJS.ErrnoException) => {
      const isThere = cause.code === "EEXIST";
      throw new MillraceError("E_FILE", isThere ? "the file is there already" : `cannot be written: ${cause.message}`, {
        where: file,
        remedy: isThere ? "Write another one, or add --force" : undefined,
        cause,
      });
    });
    const secret = answers.username === undefined ? "" : "MQTT_PASSWORD=... ";
    process.stderr.write(`${paths.normalize(file)} written. Now: ${secret}millrace check ${file}\n`);
  } catch (error) {
    explain(error);
  }
}

/** Questions on this terminal. */
async function askHere(flags: Partial<Answers>, defaults: Answers): Promise<Answers> {
  const [{ createInterface }, { ask }] = await Promise.all([
    import("node:readline/promises"),
    import("./questions.ts"),
  ]);
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await ask((text) => terminal.question(text), flags, defaults);
  } finally {
    terminal.close();
  }
}
