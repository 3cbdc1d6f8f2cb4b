import type { Prediction, Received, StreamPlan } from "../types.ts";
import type { Cell, Predicted } from "./cell.ts";
import { keyOfTopic } from "./decide.ts";
import { keyPart, TicketWriter } from "./tickets.ts";

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
  return {
    stream: stream.name,
    key: cell.key,
    source,
    ticket: id === undefined ? undefined : ticketOf(cell, stream, source, id, order === undefined),
    order,
    timeMs,
    output,
    class: cell.classOf(output),
    steps,
    duplicate,
  };
}

// ---

function ticketOf(cell: Cell, stream: StreamPlan, source: string, id: number, isSeq: boolean): string {
  const writer = cell.sources.get(source)?.tickets(stream.name) ?? new TicketWriter(stream.name, source);
  writer.keyPart ??= keyPart(isKeyTold(stream, source) ? undefined : cell.key);
  return writer.text(id, isSeq) + writer.keyPart;
}

/** A source that is no topic does not tell the key: the ticket does. */
function isKeyTold(stream: StreamPlan, source: string): boolean {
  return stream.key === undefined || keyOfTopic(stream, source) !== undefined;
}
