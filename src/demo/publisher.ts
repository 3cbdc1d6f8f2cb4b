import { MillraceError } from "../errors.ts";
import { type Connection, connectBothWays } from "./connection.ts";
import { type HalfHour, readElectricity } from "./electricity.ts";
import type { FeaturesMessage, LabelMessage, PredictionMessage, Topics } from "./messages.ts";
import { type Calls, serve, type Work } from "./worker.ts";

export interface PublisherSettings {
  url: string;
  topics: Topics;
  rows: number;
  /** The label of row t is sent when row t + delay has been predicted. */
  delay: number;
  /** Most rows a second; undefined: as fast as predictions come back. */
  rate?: number | undefined;
}

const PATIENCE_SECONDS = 15;

/** Plays the stream row by row: the next row leaves when the prediction of the one before has come back. */
async function runPublisher(settings: PublisherSettings, calls: Calls): Promise<Work<void>> {
  const stream = await readElectricity(settings.rows);
  const [incoming, outgoing] = await connectBothWays(settings.url, calls.failed);
  const player = new Player(stream, settings, outgoing);
  await incoming.subscribe([settings.topics.predictions], 1, (_topic, message) => {
    if (player.predicted(message as PredictionMessage | undefined)) calls.finished();
  });

  let waitedFor = -1;
  let seconds = 0;
  const watch = setInterval(() => {
    // Ticks, not the clock: a process that was suspended has not waited.
    seconds = waitedFor === player.row && player.waiting ? seconds + 1 : 0;
    waitedFor = player.row;
    if (seconds < PATIENCE_SECONDS) return;
    const where = `the prediction of row ${player.row} did not come within ${PATIENCE_SECONDS} seconds`;
    const remedy = `See that the broker lets a client publish and subscribe to ${settings.topics.predictions} and its siblings.`;
    calls.failed(new MillraceError("E_BROKER", where, { remedy }));
  }, 1_000);

  player.start();
  return {
    async stop() {
      clearInterval(watch);
      player.stop();
      await Promise.all([incoming.close(), outgoing.close()]);
    },
  };
}

/** Which row is out, and what is sent when its prediction comes back. */
class Player {
  /** The row whose prediction is awaited, or that leaves next. */
  row = 0;
  waiting = false;
  readonly #stream: HalfHour[];
  readonly #settings: PublisherSettings;
  readonly #connection: Connection;
  #labels = 0;
  #startedAt = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(stream: HalfHour[], settings: PublisherSettings, connection: Connection) {
    this.#stream = stream;
    this.#settings = settings;
    this.#connection = connection;
  }

  start(): void {
    this.#startedAt = performance.now();
    this.#sendFeatures();
  }

  /** Takes a prediction in; true when it was the last and every label is out. */
  predicted(message: PredictionMessage | undefined): boolean {
    if (!this.waiting || message?.row !== this.row) return false;
    this.waiting = false;
    const known = this.row - this.#settings.delay;
    if (known >= 0) this.#sendLabel(known);
    this.row += 1;
    if (this.row === this.#stream.length) {
      // The days after the last row bring the labels that are still out.
      while (this.#labels < this.#stream.length) this.#sendLabel(this.#labels);
      return true;
    }
    this.#sendFeatures();
    return false;
  }

  stop(): void {
    this.waiting = false;
    clearTimeout(this.#timer);
  }

  #sendFeatures(): void {
    const { rate } = this.#settings;
    const early = rate === undefined ? 0 : (this.row / rate) * 1000 - (performance.now() - this.#startedAt);
    if (early > 1) this.#timer = setTimeout(() => this.#publishFeatures(), early);
    else this.#publishFeatures();
  }

  #publishFeatures(): void {
    const { features } = this.#stream[this.row] as HalfHour;
    const message: FeaturesMessage = { row: this.row, features, labelsBefore: this.#labels };
    this.waiting = true;
    this.#connection.publish(this.#settings.topics.features, message, 1);
  }

  #sendLabel(row: number): void {
    const message: LabelMessage = { row, class: (this.#stream[row] as HalfHour).label };
    this.#connection.publish(this.#settings.topics.labels, message, 1);
    this.#labels += 1;
  }
}

serve(runPublisher);
