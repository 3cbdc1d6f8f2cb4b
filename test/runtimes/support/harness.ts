import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SELFTEST_CHECKSUM } from "../../../src/abi.ts";
import { hexadecimal, note } from "./report.ts";
import { fnv1a, SPEED, TRACES, type Trace } from "./traces.ts";

/** A way to run the core: a runtime, an engine of it, or a processor. */
export interface Route {
  /** As the table and docs/portability.md name it; it must stand in `routes.ts`. */
  name: string;
  /** What this machine lacks to run it, in words; undefined where nothing is missing. */
  lacks?(): string | undefined;
  /** False where the runtime can only run the self test. */
  takesInput?: boolean;
  /** False where the trace of 20,000 learn steps would take too long or does not fit. */
  takesSpeed?: boolean;
  /** Builds and loads what the route needs; runs once, ahead of its tests. */
  start(): Host | Promise<Host>;
}

/** A core at work on a route. */
export interface Host {
  /** Of the runtime, with its name: `wazero 1.12.0`. */
  version: string;
  /** What `selftest()` returned, u32. */
  selftest(): number | Promise<number>;
  /** Replays a trace file. */
  replay?(file: string): Played | Promise<Played>;
  /** For the table where seconds mean nothing, such as `28,991 instructions a step`. */
  speed?(): string | Promise<string>;
  stop?(): void | Promise<void>;
}

/** How a replay ended. */
export interface Played {
  /** `checksum(handle)` behind the last call, u32. */
  checksum: number;
  /** The state itself, or the FNV-1a that the host computed over its bytes. */
  state?: number | Uint8Array;
  /** FNV-1a over the output bytes of every predict, in order. */
  answers?: number;
  /** Time of all calls together, image and start aside. */
  seconds?: number;
}

/** Declares the tests that every route must pass; `more` adds those of its own. */
export function testRoute(route: Route, more?: (host: () => Host) => void): void {
  const { name, takesInput = true, takesSpeed = true } = route;
  const lacking = route.lacks?.();
  describe(name, { timeout: MINUTES * 60_000 }, () => {
    if (lacking !== undefined) return reportLack(name, lacking);
    let host: Host;
    beforeAll(async () => {
      host = await route.start();
    }, MINUTES * 60_000);
    afterAll(() => host?.stop?.());

    test("ends the self test with the one checksum", async () => {
      const checksum = (await host.selftest()) >>> 0;
      const failed = checksum !== SELFTEST_CHECKSUM;
      note(name, { ran: true, failed, version: host.version, checksum: hexadecimal(checksum) });
      expect(hexadecimal(checksum)).toBe(hexadecimal(SELFTEST_CHECKSUM));
      if (host.speed) note(name, { speed: await host.speed() });
    });

    const traces = takesInput ? [...TRACES, ...(takesSpeed ? [SPEED] : [])] : [];
    for (const trace of traces) {
      test(`replays ${trace.title} to the same state`, async () => {
        try {
          const { seconds } = await expectSame(host.replay?.(trace.file), trace);
          note(name, { replays: true });
          if (trace === SPEED && seconds && !host.speed) note(name, { speed: stepsPerSecond(seconds) });
        } catch (error) {
          note(name, { failed: true });
          throw error;
        }
      });
    }

    more?.(() => host);
  });
}

// ---

const MINUTES = 5;

/** A route that cannot run is said to be missing; where everything is installed that is a failure. */
function reportLack(name: string, lacking: string): void {
  note(name, { ran: false, lacking });
  if (process.env.CI) {
    test("can run", () => {
      expect.fail(`the route "${name}" is required and cannot run: ${lacking}`);
    });
  } else {
    test.skip(`could not run: ${lacking}`);
  }
}

function stepsPerSecond(seconds: number): string {
  return `${Math.round(SPEED.calls / seconds).toLocaleString("en-GB")} steps/s`;
}

async function expectSame(replay: Played | Promise<Played> | undefined, trace: Trace): Promise<Played> {
  const played = await replay;
  if (played === undefined) throw new Error("the host replays nothing; state takesInput: false");
  const { checksum, state, answers } = played;
  expect(hexadecimal(checksum), "checksum(handle)").toBe(hexadecimal(trace.checksum));
  if (state instanceof Uint8Array) {
    expect(fnv1a(state), "FNV-1a of the state").toBe(trace.checksum);
    expect(Buffer.compare(state, readFileSync(trace.stateFile)), "bytes of the state").toBe(0);
  } else if (state !== undefined) {
    expect(hexadecimal(state), "FNV-1a of the state, by the host").toBe(hexadecimal(trace.checksum));
  }
  if (answers !== undefined) expect(hexadecimal(answers), "answers").toBe(hexadecimal(trace.answers));
  return played;
}
