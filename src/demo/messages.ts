import type { Features } from "./electricity.ts";
import type { Result, Standing } from "./scores.ts";

/** Where the messages of one run travel; nothing else is published below `prefix`. */
export interface Topics {
  /** FeaturesMessage, publisher to gateway. */
  features: string;
  /** LabelMessage, publisher to gateway. */
  labels: string;
  /** PredictionMessage, gateway to everybody. */
  predictions: string;
  /** Progress, gateway to whoever watches. */
  progress: string;
  /** Result, once, when the last label is learnt. */
  result: string;
  /** RejectedMessage: what the gateway could not use and why. */
  rejected: string;
}

export interface FeaturesMessage {
  row: number;
  features: Features;
  /**
   * How many labels were published before this message. MQTT promises order within a topic, not across two, so the
   * gateway predicts only when it has learnt that many: the same bits on every run, whichever broker lies between.
   */
  labelsBefore?: number;
}

export interface LabelMessage {
  row: number;
  class: string;
}

export interface PredictionMessage {
  row: number;
  class: string;
  /** Of the class named. */
  probability: number;
  /** Labels learnt before this prediction. */
  learnt: number;
}

export interface RejectedMessage {
  topic: string;
  reason: string;
}

/** Standing after `scored` labels; `seconds` since the first row arrived. */
export interface Progress {
  scored: number;
  seconds: number;
  standings: Standing[];
}

export type ResultMessage = Result;

export function topicsUnder(prefix: string): Topics {
  return {
    features: `${prefix}/features`,
    labels: `${prefix}/labels`,
    predictions: `${prefix}/predictions`,
    progress: `${prefix}/progress`,
    result: `${prefix}/result`,
    rejected: `${prefix}/rejected`,
  };
}
