/// <reference lib="esnext.disposable" preserve="true" />
import type { MqttClient } from "mqtt";
import type { GatewayConfiguration } from "./config/types.ts";
import type { GatewayEvent } from "./events.ts";
import type { Logger } from "./log.ts";
import type { StatusMessage } from "./mqtt/presence.ts";
import { type ConfigurationSource, resolveConfiguration } from "./resolve.ts";
import { type GatewayHealth, Running } from "./running.ts";

export interface StartOptions {
  /**
   * An MQTT client the application has already: it serves status, predictions and events, and is not closed. Samples
   * and labels always come by a persistent connection of the gateway's own.
   */
  client?: MqttClient;
  /** Closes the gateway, or ends the wait for the broker. */
  signal?: AbortSignal;
  /** Left out: JSON lines on the standard error stream, from `log.level` of the configuration on. */
  logger?: Logger;
  /** Whether the broker is tried out, beside the work, at each start; true where it is left out. */
  selfTest?: boolean;
  /** Streams whose saved models are put aside, to begin anew. */
  reset?: readonly string[];
  /** Streams whose models go on from what is saved although the configuration of their model has changed. */
  fork?: readonly string[];
}

/** Serves predictions for the streams of a configuration and learns from their labels, until it is closed. */
export class Gateway implements AsyncDisposable, AsyncIterable<GatewayEvent> {
  /**
   * Recovers the state, connects and subscribes; a broker that is not there yet is waited for.
   * @param config as `parseConfiguration` gives it, the same object as in a file, or the path of a file
   * @throws MillraceError `E_CONFIG`; `E_LOCKED` where the state folder is in use; `E_STATE` where the saved models are of
   * another configuration; `E_JOURNAL`; `E_BROKER` where the broker refuses; the reason of `signal`
   */
  static async start(config: ConfigurationSource, options: StartOptions = {}): Promise<Gateway> {
    options.signal?.throwIfAborted();
    const configuration = await resolveConfiguration(config);
    const running = await Running.start(configuration, options);
    return new Gateway(configuration, running);
  }

  readonly configuration: GatewayConfiguration;
  readonly #running: Running;

  private constructor(configuration: GatewayConfiguration, running: Running) {
    this.configuration = configuration;
    this.#running = running;
  }

  /** Resolves when it has been closed; rejects when it has failed, after which its state folder can be opened again. */
  get closed(): Promise<void> {
    return this.#running.closed;
  }

  /** Where `/healthz` answers; undefined where the configuration has no `http`. */
  get healthUrl(): string | undefined {
    return this.#running.healthUrl;
  }

  /** As it stands on `millrace/<id>/status`. */
  status(): StatusMessage {
    return this.#running.status();
  }

  /** As `/healthz` gives it. */
  health(): GatewayHealth {
    return this.#running.health();
  }

  /** Events from now on, until the gateway is closed. A reader that falls 1,024 behind is told how many it missed. */
  [Symbol.asyncIterator](): AsyncIterableIterator<GatewayEvent> {
    return this.#running.events();
  }

  /**
   * Stops reading, finishes what is at work, saves every model, says `offline` and disconnects; within 10 s. Calling it
   * again waits for the same end.
   */
  close(): Promise<void> {
    return this.#running.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
