import type { CLASSES, Features } from "./electricity.ts";

/** Where the messages of one run travel. */
export interface Topics {
  /** What the publisher writes to lies below it. */
  prefix: string;
  /** FeaturesMessage, publisher to gateway. */
  features: string;
  /** LabelMessage, publisher to gateway. */
  labels: string;
  /** PredictionMessage, gateway to everybody. */
  predictions: string;
  /** StatusMessage of the gateway, retained. */
  status: string;
  /** RejectedMessage: what the gateway could not use and why. */
  rejected: string;
}

/** A half-hour; `row` counts from 0, so that a message that comes twice is known. */
export type FeaturesMessage = { row: number } & Features;

export interface LabelMessage {
  row: number;
  class: string;
}

/** What the publisher reads of a prediction; docs/mqtt.md has it whole. */
export interface PredictionMessage {
  /** The row. */
  order: number;
  class: (typeof CLASSES)[number];
  probabilities: Record<(typeof CLASSES)[number], number>;
  /** `steps`: labels learnt before this prediction. */
  version: { steps: number };
}

/** The stream of the gateway's configuration. */
export const STREAM = "electricity";

export function topicsOf(run: string): Topics {
  const prefix = `millrace-demo/${run}`;
  const own = `millrace/demo-${run}`;
  return {
    prefix,
    features: `${prefix}/features`,
    labels: `${prefix}/labels`,
    predictions: `${prefix}/predictions`,
    status: `${own}/status`,
    rejected: `${own}/rejected/${STREAM}`,
  };
}
