/** The payloads of the gateway's own messages, as docs/mqtt.md has them. */
import type { Prediction, StateEvent } from "./types.ts";

const KIB = 1_024;

/** @param classes names in the order of the outputs; undefined for a regression */
export function predictionPayload(
  prediction: Prediction,
  classes: readonly string[] | undefined,
  latencyUs: number,
): string {
  const { ticket, key, order, timeMs, output, duplicate, steps } = prediction;
  return (
    `{"v":1` +
    // Percent-encoded: nothing in it has to be escaped.
    (ticket === undefined ? "" : `,"ticket":"${ticket}"`) +
    `,"key":${quoted(key)}` +
    (order === undefined ? "" : `,"order":${order}`) +
    `,"time":${timeMs}` +
    (prediction.class ? classPart(prediction.class.label, output, classes) : `,"value":${valuePart(output)}`) +
    `,"version":{"term":0,"version":0,"steps":${steps}},"latencyUs":${Math.round(latencyUs)}` +
    (duplicate ? ',"duplicate":true}' : "}")
  );
}

export function eventPayload(event: StateEvent, timeMs: number): string {
  const { type, key, source, detail } = event;
  return JSON.stringify({ v: 1, type, key, ...(source === undefined ? {} : { source }), time: timeMs, detail });
}

export interface RejectedMessage {
  readonly v: 1;
  readonly topic: string;
  readonly reason: string;
  readonly field?: string;
  readonly detail: string;
  readonly time: number;
  readonly bytes: number;
  /** The first KiB; base64 where `encoding` says so. */
  readonly payload: string;
  readonly encoding: "utf8" | "base64";
}

export function rejectedPayload(
  topic: string,
  payload: Uint8Array,
  why: { readonly reason: string; readonly field?: string | undefined; readonly detail: string },
  timeMs: number,
): string {
  const head = Buffer.from(payload.buffer, payload.byteOffset, Math.min(payload.length, KIB));
  const text = head.toString("utf8");
  // A letter cut at the end of the KiB is no reason to hide the rest.
  const isText = !text.slice(0, -1).includes("\ufffd") && (payload.length > KIB || !text.endsWith("\ufffd"));
  const message: RejectedMessage = {
    v: 1,
    topic,
    reason: why.reason,
    ...(why.field === undefined ? {} : { field: why.field }),
    detail: why.detail,
    time: timeMs,
    bytes: payload.length,
    payload: isText ? text : head.toString("base64"),
    encoding: isText ? "utf8" : "base64",
  };
  return JSON.stringify(message);
}

/** The shortest decimal that reads back as the same float32. */
export function shortest(value: number): string {
  for (let digits = 6; digits < 9; digits++) {
    const text = value.toPrecision(digits);
    if (Math.fround(Number(text)) === value) return String(Number(text));
  }
  return String(Number(value.toPrecision(9)));
}

// ---

function classPart(label: string, output: Float32Array, classes: readonly string[] | undefined): string {
  // One sigmoid output is the probability of the second class.
  const probabilities = output.length === 1 ? [1 - (output[0] as number), output[0] as number] : output;
  let text = `,"class":${quoted(label)},"probabilities":{`;
  for (let i = 0; i < probabilities.length; i++) {
    const name = classes?.[i];
    text += `${i === 0 ? "" : ","}${name === undefined ? `"${i}"` : quoted(name)}:${sixPlaces(probabilities[i] as number)}`;
  }
  return `${text}}`;
}

function valuePart(output: Float32Array): string {
  if (output.length === 1) return shortest(output[0] as number);
  let text = "[";
  for (let i = 0; i < output.length; i++) text += `${i === 0 ? "" : ","}${shortest(output[i] as number)}`;
  return `${text}]`;
}

/** Of a number from 0 to 1. Whole numbers are printed several times as fast as fractions. */
function sixPlaces(value: number): string {
  const millionths = Math.round(value * 1e6);
  return millionths >= 1e6 ? "1" : `0.${String(1e6 + millionths).slice(1)}`;
}

/** Names of classes and keys come again with each message. */
function quoted(name: string): string {
  let text = QUOTED.get(name);
  if (text === undefined) {
    text = JSON.stringify(name);
    if (QUOTED.size >= QUOTED_NAMES) QUOTED.clear();
    QUOTED.set(name, text);
  }
  return text;
}

const QUOTED_NAMES = 4_096;
const QUOTED: Map<string, string> = new Map();
