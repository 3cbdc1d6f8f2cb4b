import { CODECS, type CodecName } from "../gateway/codecs.ts";
import { brokerUrl } from "./options.ts";
import type { Answers } from "./template.ts";

/** Puts one question to a person. @returns the answer, which may be empty */
export type Question = (text: string) => Promise<string>;

/**
 * Asks for what no flag says. An empty answer takes what stands in brackets; one that cannot be is asked for again.
 */
export async function ask(question: Question, flags: Partial<Answers>, defaults: Answers): Promise<Answers> {
  const text = async (
    about: string,
    given: string | undefined,
    fallback: string,
    check: (answer: string) => string = same,
  ) => {
    for (let answer = given; ; ) {
      answer ??= (await question(`${about} [${fallback}] `)).trim() || fallback;
      try {
        return check(answer);
      } catch (error) {
        await question(`${(error as Error).message} Press Enter to answer again. `);
        answer = undefined;
      }
    }
  };
  const names = async (about: string, given: readonly string[] | undefined, fallback: readonly string[]) =>
    given ?? (await text(about, undefined, fallback.join(", "))).split(",").map((name) => name.trim());

  const id = await text("Name of the gateway", flags.id, defaults.id);
  const broker = await text("URL of the broker", flags.broker, defaults.broker, brokerUrl);
  const user = await text("User at the broker, or none", flags.username, "none");
  const stream = await text("Name of the stream", flags.stream, defaults.stream);
  const topic = await text("Topic of the features; +name is a wildcard with a name", flags.topic, defaults.topic);
  const codecs = Object.keys(CODECS);
  const codec = await text(
    `How a message is written: ${codecs.join(", ")}`,
    flags.codec,
    defaults.codec,
    oneOf(codecs),
  );
  const all = ["seq", ...defaults.features, "occupied"];
  const fields = codec === "json" ? flags.fields : await names("Names of its values, in order", flags.fields, all);
  const features = await names("Inputs of the model", flags.features, defaults.features);
  const order = await text("Field with a counter, or none", flags.order, defaults.order);
  const label = await text("Field with the label, or none", flags.label, defaults.label);
  const labelTopic =
    label === "none"
      ? "none"
      : await text("Topic of the labels, or none: they come with the features", flags.labelTopic, "none");
  const tasks = ["classification", "regression"];
  const task = await text(`What is predicted: ${tasks.join(" or ")}`, flags.task, defaults.task, oneOf(tasks));
  const classes =
    task === "classification" ? await names("The classes", flags.classes, defaults.classes) : defaults.classes;
  const presets = ["light", "standard", "thorough"];
  const preset = await text(`Size of the model: ${presets.join(", ")}`, flags.preset, defaults.preset, oneOf(presets));
  return {
    ...{ id, broker, stream, topic, fields, features, order, label, labelTopic, classes, preset },
    username: user === "none" ? undefined : user,
    codec: codec as CodecName,
    task: task as Answers["task"],
  };
}

// ---

function same(answer: string): string {
  return answer;
}

function oneOf(choices: readonly string[]): (answer: string) => string {
  return (answer) => {
    if (choices.includes(answer)) return answer;
    throw new Error(`Expected ${choices.join(" or ")}.`);
  };
}
