import type { Prediction, Received } from "../types.ts";
import type { Cell, Predicted } from "./cell.ts";
import { keyOfTopic } from "./decide.ts";
import { ticketText } from "./tickets.ts";

/** What is published of a prediction; undefined where the model could not answer. */
export function predictionOf(
  cell: Cell,
  { stream, message }: Received,
  { output, steps }: Predicted,
  seq: number | undefined,
  duplicate: boolean,
): Prediction | undefined {
  if (message.kind !== "features" || output.length === 0) return undefined;
  const { source, order, timeMs } = message;
  const id = order ?? seq;
  // A source that is no topic does not tell the key: the ticket does.
  const key = stream.key === undefined || keyOfTopic(stream, source) !== undefined ? undefined : cell.key;
  const ticket =
    id === undefined ? undefined : ticketText({ stream: stream.name, source, id, isSeq: order === undefined, key });
  return {
    stream: stream.name,
    key: cell.key,
    source,
    ticket,
    order,
    timeMs,
    output,
    class: cell.classOf(output),
    steps,
    duplicate,
  };
}
