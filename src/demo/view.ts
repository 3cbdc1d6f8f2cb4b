import type { WriteStream } from "node:tty";
import { LiveView } from "./live.ts";
import type { Progress } from "./news.ts";
import { PlainView } from "./plain.ts";
import type { Kill } from "./run.ts";
import { styleOf } from "./style.ts";

/** Where it is written: a terminal, if it says so. */
export type Output = NodeJS.WritableStream & Partial<Pick<WriteStream, "columns" | "hasColors" | "isTTY" | "rows">>;

/** What a person sees while the stream goes by. */
export interface View {
  progress(progress: Progress): void;
  /** The gateway is killed; and again when it is back. */
  kill(kill: Kill): void;
  /** Leaves what was drawn last where it is and gives the line back; may be called twice. */
  end(): void;
}

/** A live chart on a terminal, lines anywhere else. */
export function viewOn(output: Output, rows: number, rate: number | undefined): View {
  const live = output.isTTY && process.env.TERM !== "dumb";
  return live ? new LiveView(output, rows, styleOf(output)) : new PlainView(output, rows, rate);
}
