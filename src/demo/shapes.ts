import type { RejectedMessage, StatusMessage } from "../gateway.ts";
import { CLASSES } from "./electricity.ts";
import type { PredictionMessage } from "./messages.ts";

// Anybody may publish on the topics of a run: a message is what its topic says only when its shape is.

export function isPrediction(message: unknown): message is PredictionMessage {
  if (!isObject(message) || !isCount(message.order)) return false;
  const { version, probabilities } = message;
  return (
    (CLASSES as readonly unknown[]).includes(message.class) &&
    isObject(version) &&
    isCount(version.steps) &&
    isObject(probabilities) &&
    CLASSES.every((name) => isShare(probabilities[name]))
  );
}

export function isStatus(message: unknown): message is Pick<StatusMessage, "state" | "instance"> {
  return isObject(message) && typeof message.state === "string" && typeof message.instance === "string";
}

export function isRejected(message: unknown): message is Pick<RejectedMessage, "topic" | "field" | "detail"> {
  if (!isObject(message)) return false;
  const { topic, field = "", detail } = message;
  return [topic, field, detail].every((text) => typeof text === "string");
}

// ---

type Message = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Message {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isShare(value: unknown): boolean {
  return typeof value === "number" && value >= 0 && value <= 1;
}
