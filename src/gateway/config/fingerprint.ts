import { crc32 } from "../../crc.ts";
import type { FullSpec } from "../../spec.ts";
import { hexadecimal } from "../../text.ts";
import type { FeaturePlan } from "../features.ts";
import type { CheckedStream } from "./options.ts";

/**
 * Of all that gives a saved model and what lies beside it their meaning: its spec, what each input and the label are,
 * by what messages are told apart. Not of topics, codecs, times a label may take, or limits: a gateway moves house.
 */
export function fingerprintOf({ key, order, label }: CheckedStream, features: FeaturePlan, model: FullSpec): string {
  const { fields, inputs, windows } = features;
  const truth = label && { field: [label.field ?? ""].flat(), ahead: label.ahead ?? 0 };
  const meaning = { model, fields, inputs, windows, truth, order: order?.type, isKeyed: key !== undefined };
  return hexadecimal(crc32(Buffer.from(JSON.stringify(meaning))));
}
