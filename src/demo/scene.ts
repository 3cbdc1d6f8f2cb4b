import { join } from "node:path";
import { type Child, startChild } from "./child.ts";
import { type Connection, connect } from "./connection.ts";
import type { Played, PublisherNews } from "./news.ts";
import type { Premises } from "./premises.ts";
import { checkProof, prove, type Saved, saveModel } from "./proof.ts";
import type { PublisherSettings } from "./publisher.ts";
import type { Kill, Listener, RunSettings } from "./run.ts";
import { isRejected } from "./shapes.ts";
import { Supervisor } from "./supervisor.ts";
import type { Trouble } from "./trouble.ts";

/** The processes of a run and what passes between them. */
export class Scene {
  readonly #premises: Premises;
  readonly #settings: RunSettings;
  readonly #listener: Listener;
  readonly #trouble: Trouble;
  readonly #kills: Kill[] = [];
  #connecting: Promise<Connection> | undefined;
  #gateway: Supervisor | undefined;
  #twin: Supervisor | undefined;
  #publisher: Child<void> | undefined;
  #saved: Saved | null = null;
  /** The row the stream has come to. */
  #row = 0;

  constructor(premises: Premises, settings: RunSettings, listener: Listener, trouble: Trouble) {
    this.#premises = premises;
    this.#settings = settings;
    this.#listener = listener;
    this.#trouble = trouble;
  }

  /** Plays the stream to its end, saves the model, and holds what was promised against what came of it. */
  async play(): Promise<void> {
    const { url, topics } = this.#premises;
    const { kill, rows, path } = this.#settings;
    const trouble = this.#trouble;
    this.#connecting = connect(url, trouble.raise);
    const monitor = await trouble.or(this.#connecting);
    const tell = (_topic: string, message: unknown) => {
      if (!isRejected(message)) return;
      const { topic, field, detail } = message;
      this.#listener.rejected(topic, field === undefined ? detail : `${field}: ${detail}`);
    };
    await trouble.or(monitor.subscribe([topics.rejected], 0, tell));
    const gateway = this.#startGateway();
    if (kill) this.#twin = new Supervisor(this.#premises.gateway("unkilled"), { broken: trouble.raise });
    await trouble.or(Promise.all([gateway.ready, this.#twin?.ready]));
    this.#listener.started(this.#premises);

    const played = await trouble.or(this.#startPublisher());
    const proof = await trouble.or(prove(rows, this.#partition, gateway, this.#twin));
    const saved = (await trouble.or(saveModel(this.#partition, path))) as Saved;
    this.#saved = saved;
    this.#listener.finished({ played, kills: this.#kills, proof, saved }, this.#premises);
    checkProof(proof, saved);
    await this.#twin?.stop();
  }

  /** Stops everything, in order, and saves the model as it is now. @returns null where nothing was learnt */
  async end(): Promise<Saved | null> {
    // Nothing new is sent; then what was learnt is saved; then the way between them goes.
    await this.#publisher?.stop();
    await Promise.all([this.#gateway?.stop(), this.#twin?.stop()]);
    await (await this.#connecting?.catch(() => undefined))?.close();
    const isSaved = this.#saved !== null && !this.#settings.keep;
    return isSaved ? this.#saved : saveModel(this.#partition, this.#settings.path);
  }

  get #partition(): string {
    return join(this.#premises.state("gateway"), "p0");
  }

  #startGateway(): Supervisor {
    const gateway = new Supervisor(this.#premises.gateway("gateway"), {
      broken: this.#trouble.raise,
      killed: () => {
        this.#kills.push({ row: this.#row, seconds: undefined });
        this.#listener.kill(this.#kills.at(-1) as Kill);
      },
      back: (seconds) => {
        const kill = this.#kills.at(-1) as Kill;
        kill.seconds = seconds;
        this.#listener.kill(kill);
      },
    });
    this.#gateway = gateway;
    return gateway;
  }

  /** Resolves when the stream is over. */
  #startPublisher(): Promise<Played> {
    const { url, topics } = this.#premises;
    const { rows, delay, rate, progressEvery } = this.#settings;
    const settings: PublisherSettings = { rows, delay, rate, progressEvery, url, topics };
    return new Promise((resolve) => {
      this.#publisher = startChild<PublisherSettings, PublisherNews>("publisher", settings, {
        broken: this.#trouble.raise,
        news: (news) => {
          if (news.type === "played") resolve(news.played);
          else if (news.type === "half") this.#half(news.row);
          else {
            this.#row = Math.max(this.#row, news.progress.scored);
            this.#listener.progress(news.progress);
          }
        },
      });
    });
  }

  #half(row: number): void {
    this.#row = row;
    if (this.#settings.kill) this.#gateway?.kill().catch(this.#trouble.raise);
  }
}
