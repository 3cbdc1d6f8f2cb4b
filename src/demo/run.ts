import type { Played, Progress } from "./news.ts";
import { Premises } from "./premises.ts";
import type { Proof, Saved } from "./proof.ts";
import { Scene } from "./scene.ts";
import { Trouble } from "./trouble.ts";

export interface RunSettings {
  rows: number;
  /** Rows a label is late. */
  delay: number;
  /** Most rows a second. */
  rate?: number | undefined;
  /** An MQTT broker to use in place of the embedded one. */
  broker?: string | undefined;
  /** Whether the gateway is killed half way. */
  kill: boolean;
  /** Keep broker and gateway when the stream is over, until interrupted. */
  keep: boolean;
  /** Absolute path of the saved model. */
  path: string;
  /** Labels between two calls of `progress`. */
  progressEvery: number;
}

export interface Listener {
  /** Everything is connected and the first row is about to leave. */
  started(premises: Premises): void;
  progress(progress: Progress): void;
  /** The gateway is killed; and again when it is back. */
  kill(kill: Kill): void;
  /** The last label is learnt and the model is saved. */
  finished(result: Result, premises: Premises): void;
  rejected(topic: string, reason: string): void;
}

/** A kill of the gateway, by this program or anybody else. */
export interface Kill {
  row: number;
  /** From SIGKILL until it was online again; undefined: it is away. */
  seconds: number | undefined;
}

/** What a run came to. */
export interface Result {
  played: Played;
  kills: readonly Kill[];
  proof: Proof;
  saved: Saved;
}

/** How a run ended; `saved` is the model as it was left, null when it had learnt nothing. */
export interface Ending {
  saved: Saved | null;
  interrupted: boolean;
  error?: unknown;
}

/**
 * Broker, gateway and publisher from start to end. Whatever happens - the stream ends, someone interrupts, a process or
 * the broker dies - the model is saved as the journal has it, and no process, socket, port or folder is left behind.
 */
export async function run(settings: RunSettings, interrupted: AbortSignal, listener: Listener): Promise<Ending> {
  const trouble = new Trouble(interrupted);
  const premises = await Premises.open(settings.broker);
  const scene = new Scene(premises, settings, listener, trouble);
  let saved: Saved | null = null;
  let error: unknown;
  try {
    await trouble.or(scene.play());
    if (settings.keep) await trouble.or(new Promise<never>(() => {}));
  } catch (cause) {
    error = cause;
  }
  trouble.over();
  try {
    saved = await scene.end();
  } catch (cause) {
    error ??= cause;
  }
  await premises.close();
  return interrupted.aborted ? { saved, interrupted: true } : { saved, interrupted: false, error };
}
