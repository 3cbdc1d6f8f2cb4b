import type { IPublishPacket } from "mqtt";
import { MillraceError } from "../errors.ts";
import { type FeaturesMessage, type LabelMessage, REJECTION_REASONS, type Rejection } from "./config/types.ts";
import type { EventFeed } from "./events.ts";
import { eventPayload, predictionPayload, rejectedPayload } from "./messages.ts";
import type { Line } from "./mqtt/intake.ts";
import type { OutgoingMessage } from "./mqtt/outbox.ts";
import type { OwnTopics } from "./mqtt/own-topics.ts";
import type { Route, Routes } from "./routes.ts";
import { hashOf } from "./state/hash.ts";
import type { GatewayState } from "./state.ts";
import type { Outcome, Prediction, Received, StateEvent } from "./types.ts";
import type { WriteGuard } from "./write-guard.ts";

export interface PipelineParts {
  readonly id: string;
  readonly routes: Routes;
  readonly state: Pick<GatewayState, "prepare" | "receive" | "commit">;
  readonly guard: WriteGuard;
  readonly topics: OwnTopics;
  readonly feed: EventFeed;
  put(message: OutgoingMessage): void;
  /** A message at QoS 0 waits for its block to be written. */
  gathered(): void;
  rejected(stream: string, topic: string, rejection: Rejection): void;
}

/** Messages that were no use, counted a stream; `unmatched` are on no stream's topic. */
export interface PipelineCounts {
  unmatched: number;
  readonly rejected: Map<string, Record<string, number>>;
}

/** What happens to one message between its arrival and its acknowledgement. */
export class Pipeline {
  readonly counts: PipelineCounts = { unmatched: 0, rejected: new Map() };
  readonly #parts: PipelineParts;

  constructor(parts: PipelineParts) {
    this.#parts = parts;
  }

  /** @returns whether it may be acknowledged: it is in the journal, or no use */
  handle(packet: IPublishPacket, line: Line): boolean | Promise<boolean> {
    const arrival: Arrival = { packet, line, arrivalMs: Date.now(), startedMs: performance.now() };
    const routes = this.#parts.routes.of(packet.topic);
    if (routes.length === 1) return this.#serve(routes[0] as Route, arrival);
    if (routes.length === 0) this.counts.unmatched++;
    return this.#each(routes, 0, arrival);
  }

  /** To be called with what a flush of gathered records, or a restart, brought about. */
  tell(events: readonly StateEvent[]): void {
    const { put, topics, feed } = this.#parts;
    for (const event of events) {
      put({ topic: topics.event(event.stream, event.key), payload: eventPayload(event, Date.now()), qos: 1 });
      if (feed.isRead) feed.emit({ type: "event", event });
    }
  }

  #each(routes: readonly Route[], from: number, arrival: Arrival): boolean | Promise<boolean> {
    for (let i = from; i < routes.length; i++) {
      const served = this.#serve(routes[i] as Route, arrival);
      if (served instanceof Promise) {
        return served.then((handled) => handled && this.#each(routes, i + 1, arrival));
      }
      if (!served) return false;
    }
    return true;
  }

  #serve(route: Route, arrival: Arrival): boolean | Promise<boolean> {
    const { packet, arrivalMs } = arrival;
    const { stream, role } = route;
    const payload = packet.payload as Buffer;
    const message =
      role === "features"
        ? stream.decodeFeatures(packet.topic, payload, arrivalMs)
        : stream.decodeLabel(packet.topic, payload, arrivalMs);
    if (message.kind === "rejection") {
      this.#reject(route, packet, arrivalMs, message);
      return true;
    }
    const received: Received = {
      stream,
      message,
      arrivalMs,
      hash: hashOf(payload),
      qos: packet.qos as 0 | 1,
      dup: packet.dup,
      retained: packet.retain,
      packetId: packet.qos === 0 ? undefined : packet.messageId,
    };
    return this.#take(route, received, arrival);
  }

  #take(route: Route, received: Received, arrival: Arrival): boolean | Promise<boolean> {
    if (this.#parts.guard.isBlocked) return this.#later(route, received, arrival);
    try {
      const loading = this.#parts.state.prepare(received);
      if (!loading) return this.#commit(route, received, arrival);
      const loaded = loading.then(() => this.#commit(route, received, arrival));
      return loaded.catch((error) => this.#held(error, route, received, arrival));
    } catch (error) {
      return this.#held(error, route, received, arrival);
    }
  }

  #commit(route: Route, received: Received, arrival: Arrival): boolean {
    const { state } = this.#parts;
    this.#answer(route, received, state.commit(state.receive(received)), arrival);
    return true;
  }

  #held(error: unknown, route: Route, received: Received, arrival: Arrival): Promise<boolean> {
    if (!isDisk(error)) throw error;
    this.#parts.guard.block(error);
    return this.#later(route, received, arrival);
  }

  /** The journal cannot be written: the message waits, unacknowledged, as long as its connection lives. */
  async #later(route: Route, received: Received, arrival: Arrival): Promise<boolean> {
    if (!(await this.#parts.guard.open())) return false;
    if (received.qos === 1 && !arrival.line.live) return false;
    return this.#take(route, received, arrival);
  }

  #answer(route: Route, received: Received, outcome: Outcome, arrival: Arrival): void {
    const { feed, gathered } = this.#parts;
    const { prediction, learnt, events } = outcome;
    if (prediction) this.#publish(route, received.message, prediction, arrival.startedMs);
    if (received.qos === 0) gathered();
    if (events.length > 0) this.tell(events);
    if (feed.isRead) for (const one of learnt) feed.emit({ type: "learnt", learnt: one });
  }

  #publish(route: Route, message: FeaturesMessage | LabelMessage, prediction: Prediction, startedMs: number): void {
    const { put, id, feed } = this.#parts;
    const { publish, model, name } = route.stream;
    if (message.kind === "features") {
      route.publishTopic ??= publish.topic.build({ ...message.names, id, stream: name, key: prediction.key });
    }
    if (route.publishTopic === undefined) return;
    const latencyUs = 1_000 * (performance.now() - startedMs);
    const payload = predictionPayload(prediction, model.classes, latencyUs);
    put({ topic: route.publishTopic, payload, qos: publish.qos, retain: publish.retain });
    if (feed.isRead) feed.emit({ type: "prediction", prediction });
  }

  #reject({ stream }: Route, packet: IPublishPacket, arrivalMs: number, rejection: Rejection): void {
    const { put, topics, feed, rejected } = this.#parts;
    const { topic } = packet;
    const payload = packet.payload as Buffer;
    let counts = this.counts.rejected.get(stream.name);
    if (!counts) {
      counts = Object.fromEntries(REJECTION_REASONS.map((reason) => [reason, 0]));
      this.counts.rejected.set(stream.name, counts);
    }
    counts[rejection.reason] = (counts[rejection.reason] ?? 0) + 1;
    put({
      topic: topics.rejected(stream.name),
      payload: rejectedPayload(topic, payload, rejection, arrivalMs),
      qos: 0,
    });
    rejected(stream.name, topic, rejection);
    const { reason, detail } = rejection;
    if (feed.isRead) feed.emit({ type: "rejected", stream: stream.name, topic, reason, detail });
  }
}

/** What the disk may be able to do again later. */
function isDisk(error: unknown): boolean {
  return error instanceof MillraceError && (error.code === "E_JOURNAL" || error.code === "E_FILE");
}

interface Arrival {
  readonly packet: IPublishPacket;
  readonly line: Line;
  readonly arrivalMs: number;
  readonly startedMs: number;
}
