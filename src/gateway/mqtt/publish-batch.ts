import type { Writable } from "node:stream";

/**
 * PUBLISH packets at QoS 0 for one socket, as MQTT 3.1.1 (`protocol` 4) and 5 have them: those of one turn of the event
 * loop, up to `BATCH_BYTES`, go out in one piece. What else is written to the socket waits for `flush` to keep its place.
 */
export class PublishBatch {
  readonly #stream: Writable;
  readonly #protocol: 4 | 5;
  #buffer: Buffer = EMPTY;
  // What was handed to the socket before `start` may still be on its way: the buffer is not used again.
  #start = 0;
  #end = 0;

  constructor(stream: Writable, protocol: 4 | 5) {
    this.#stream = stream;
    this.#protocol = protocol;
  }

  publish(topic: string, payload: string | Uint8Array, retain: boolean): void {
    const topicBytes = Buffer.byteLength(topic);
    const payloadBytes = typeof payload === "string" ? Buffer.byteLength(payload) : payload.length;
    // Behind the topic MQTT 5 has the length of the properties: there are none.
    const rest = 2 + topicBytes + (this.#protocol === 5 ? 1 : 0) + payloadBytes;
    this.#makeRoom(HEAD_BYTES + rest);
    const buffer = this.#buffer;
    let at = this.#end;
    buffer[at++] = retain ? PUBLISH | RETAIN : PUBLISH;
    for (let left = rest; ; left >>>= 7) {
      buffer[at++] = left > 0x7f ? (left & 0x7f) | 0x80 : left;
      if (left <= 0x7f) break;
    }
    buffer[at++] = topicBytes >>> 8;
    buffer[at++] = topicBytes & 0xff;
    at += buffer.write(topic, at, "utf8");
    if (this.#protocol === 5) buffer[at++] = 0;
    if (typeof payload === "string") buffer.write(payload, at, "utf8");
    else buffer.set(payload, at);
    this.#end = at + payloadBytes;
    if (this.#end - this.#start >= BATCH_BYTES) this.flush();
  }

  readonly flush = (): void => {
    if (this.#start === this.#end) return;
    const bytes = this.#buffer.subarray(this.#start, this.#end);
    this.#start = this.#end;
    this.#stream.write(bytes);
  };

  #makeRoom(bytes: number): void {
    if (this.#buffer.length - this.#end < bytes) {
      this.flush();
      this.#buffer = Buffer.allocUnsafeSlow(Math.max(BUFFER_BYTES, bytes));
      this.#start = this.#end = 0;
    }
    if (this.#start === this.#end) setImmediate(this.flush);
  }
}

const PUBLISH = 0x30;
const RETAIN = 0x01;
/** The first byte and the longest length. */
const HEAD_BYTES = 5;
const BATCH_BYTES = 2 ** 16;
const BUFFER_BYTES = 2 ** 18;
const EMPTY = Buffer.alloc(0);
