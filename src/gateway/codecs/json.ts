import { MillraceError, show } from "../../errors.ts";
import { meant } from "../../nearest.ts";
import type { Rejection } from "../config/types.ts";
import { type Cell, type Codec, type CodecOptions, type Reader, rejection } from "./codec.ts";
import { type Finder, finderOf, type Path, parsePath, place } from "./path.ts";
import { textOf } from "./text.ts";

/** Objects, lists or one value in JSON. With `fields` a message is a list whose positions have these names. */
export const json: Codec = {
  name: "json",
  options: ["fields"],
  required: [],

  reader(paths, { fields }): Reader {
    const steps = paths.map((path) => pathOf(path, fields));
    const finders = steps.map(finderOf);
    const needsHolder = steps.every((path) => path.length > 0);
    return {
      isTextual: false,
      read(payload, cells) {
        const text = textOf(payload);
        if (typeof text !== "string") return text;
        if (hasManyBrackets(text) && isTooDeep(text)) {
          return rejection("tooDeep", `objects and lists nested more than ${DEPTH_LIMIT} deep`);
        }
        let root: unknown;
        try {
          root = JSON.parse(text);
        } catch {
          return rejection("malformed", text.trim() === "" ? "the message is empty" : "not JSON");
        }
        const refused = needsHolder ? shapeOf(root, fields) : undefined;
        if (refused !== undefined) return refused;
        for (let i = 0; i < finders.length; i++) cells[i] = (finders[i] as Finder)(root) as Cell;
        return undefined;
      },
    };
  },

  write(values, { fields }): Uint8Array {
    const paths = [...values].map(([path, value]) => ({ steps: pathOf(path, fields), value }));
    const whole = paths.find(({ steps }) => steps.length === 0);
    if (whole !== undefined) return Buffer.from(JSON.stringify(whole.value));
    const root =
      fields || typeof paths[0]?.steps[0] === "number" ? new Array(fields?.length ?? 0).fill(0) : Object.create(null);
    for (const { steps, value } of paths) place(root, steps, value);
    return Buffer.from(JSON.stringify(root));
  },
};

/** Levels of objects and lists in a message. */
export const DEPTH_LIMIT = 64;

function pathOf(path: string, fields: CodecOptions["fields"]): Path {
  if (fields === undefined || path === "") return parsePath(path);
  const position = fields.indexOf(path);
  if (position >= 0) return [position];
  throw new MillraceError("E_CONFIG", "there is no such field", {
    where: show(path),
    expected: `one of ${fields.join(", ")}`,
    remedy: meant(path, fields),
  });
}

function shapeOf(root: unknown, fields: CodecOptions["fields"]): Rejection | undefined {
  if (fields === undefined) {
    return typeof root === "object" && root !== null
      ? undefined
      : rejection("malformed", "neither an object nor a list");
  }
  if (!Array.isArray(root)) return rejection("malformed", "not a list");
  if (root.length === fields.length) return undefined;
  return rejection("wrongLength", `${root.length} values instead of ${fields.length}`);
}

/** Few messages have as many brackets as may be nested; to hop over one that has not is quick. */
function hasManyBrackets(text: string): boolean {
  let count = 0;
  for (const bracket of "[{") {
    for (let at = text.indexOf(bracket); at >= 0; at = text.indexOf(bracket, at + 1)) {
      if (++count > DEPTH_LIMIT) return true;
    }
  }
  return false;
}

function isTooDeep(text: string): boolean {
  let depth = 0;
  let isQuoted = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isQuoted) {
      if (code === 0x5c) i++;
      else if (code === 0x22) isQuoted = false;
    } else if (code === 0x22) isQuoted = true;
    else if (code === 0x5b || code === 0x7b) {
      if (++depth > DEPTH_LIMIT) return true;
    } else if (code === 0x5d || code === 0x7d) depth--;
  }
  return false;
}
