import type { IPublishPacket } from "mqtt";
import { describe, expect, test } from "vitest";
import { BackOff } from "../src/gateway/mqtt/back-off.ts";
import { type Handler, Intake } from "../src/gateway/mqtt/intake.ts";

const INBOX = { messages: 4, overflow: "oldest" } as const;

describe("messages of several connections", () => {
  test("are handled one at a time, although a reconnect brings the next while one is at work", async () => {
    const { intake, open, handled } = held();
    const [first, second] = [line(), line()];
    intake.take(packet("a"), first, () => {});
    first.live = false;
    intake.take(packet("a again"), second, () => {});
    expect(handled).toEqual(["a"]);
    await open();
    expect(handled).toEqual(["a", "a again"]);
  });

  // Fails where the intake does not look whether the connection still lives when a message's turn comes.
  test("are not handled when their connection has gone while they waited: the broker sends them again", async () => {
    const { intake, open, handled } = held();
    const [first, second, third] = [line(), line(), line()];
    const answers: (Error | undefined)[] = [];
    intake.take(packet("a"), first, (error) => answers.push(error));
    first.live = false;
    intake.take(packet("a, second time"), second, (error) => answers.push(error));
    second.live = false;
    intake.take(packet("a, third time"), third, (error) => answers.push(error));
    await open();
    await open();
    expect(handled).toEqual(["a", "a, third time"]);
    expect(answers.map((error) => error === undefined)).toEqual([false, false, true]);
    expect(intake.counts()).toMatchObject({ received: 3, abandoned: 1, late: 1 });
  });

  test("are not acknowledged when the handler says no", () => {
    const answers: unknown[] = [];
    const intake = new Intake(() => false, fail, INBOX);
    intake.take(packet("a"), line(), (error) => answers.push(error));
    expect(answers).toEqual([expect.any(Error)]);
  });

  test("at QoS 0 wait in a bounded inbox; the drops are counted", async () => {
    for (const overflow of ["oldest", "newest"] as const) {
      const { intake, open, handled } = held({ messages: 2, overflow });
      for (const name of ["a", "b", "c", "d", "e"]) intake.take(packet(name, 0), line(), () => {});
      for (let i = 0; i < 5; i++) await open();
      expect(handled).toEqual(overflow === "oldest" ? ["a", "d", "e"] : ["a", "b", "c"]);
      expect(intake.counts().dropped).toBe(2);
    }
  });

  test("end with the first fault of the handler, and none is acknowledged after it", async () => {
    const faults: unknown[] = [];
    const acknowledged: Record<string, boolean> = {};
    const fault = new Error("fault");
    const intake = new Intake(
      () => Promise.reject(fault),
      (error) => faults.push(error),
      INBOX,
    );
    intake.take(packet("a"), line(), (error) => (acknowledged.a = !error));
    intake.take(packet("b"), line(), (error) => (acknowledged.b = !error));
    await intake.idle();
    intake.take(packet("c"), line(), (error) => (acknowledged.c = !error));
    expect({ faults, acknowledged }).toEqual({ faults: [fault], acknowledged: { a: false, b: false, c: false } });
  });

  test("are left alone from a stop on, which waits for the one at work", async () => {
    const { intake, open, handled } = held();
    intake.take(packet("a"), line(), () => {});
    intake.take(packet("b"), line(), () => {});
    const stopped = intake.stop();
    await open();
    await stopped;
    expect(handled).toEqual(["a"]);
  });
});

describe("the back-off", () => {
  test("doubles its bound from 250 ms to the limit, and draws each wait evenly below it", () => {
    const most = new BackOff(4_000, () => 1);
    expect(Array.from({ length: 6 }, () => most.nextMs())).toEqual([250, 500, 1_000, 2_000, 4_000, 4_000]);
    const half = new BackOff(1_000, () => 0.5);
    expect(Array.from({ length: 4 }, () => half.nextMs())).toEqual([125, 250, 500, 500]);
    half.reset();
    expect(half.nextMs()).toBe(125);
  });
});

/** A handler that waits until it is told to go on. */
function held(inbox: ConstructorParameters<typeof Intake>[2] = INBOX) {
  const handled: string[] = [];
  const gates: (() => void)[] = [];
  const handler: Handler = ({ payload }) => {
    handled.push(payload.toString());
    return new Promise((resolve) => gates.push(() => resolve(true)));
  };
  const open = async () => {
    gates.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { intake: new Intake(handler, fail, inbox), open, handled };
}

function packet(text: string, qos: 0 | 1 = 1): IPublishPacket {
  return { cmd: "publish", topic: "t", payload: Buffer.from(text), qos, dup: false, retain: false };
}

function line(): { live: boolean } {
  return { live: true };
}

function fail(error: unknown): void {
  throw error;
}
