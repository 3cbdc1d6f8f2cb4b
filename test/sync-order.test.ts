import { describe, expect, test } from "vitest";
import { MillraceError } from "../src/errors.ts";
import { compareVersions, Fence } from "../src/sync/order.ts";
import { ReplayWindows } from "../src/sync/replay-window.ts";
import type { Envelope } from "../src/sync/types.ts";
import { Seeded } from "./support/seeded.ts";

function headOf(term: number, version: number): Envelope {
  return { term, version } as Envelope;
}

describe("a fence", () => {
  const at = { term: 5, version: 40, hash: "a" };

  test.each([
    [5, 41, "newer"],
    [6, 1, "newer"],
    [6, 40, "newer"],
    [1_005, 1, "newer"],
    [5, 40, "same"],
  ])("takes term %i, version %i as %s", (term, version, result) => {
    expect(new Fence(at).check(headOf(term, version), "a")).toBe(result);
  });

  test.each([
    ["an older version", 5, 39, "a"],
    ["a higher version of a term that is over", 4, 1_000, "b"],
    ["another body under the same version", 5, 40, "b"],
    ["a jump of more than 1,000 terms", 1_006, 1, "b"],
  ])("refuses %s", (_, term, version, hash) => {
    const fence = new Fence(at);
    expect(() => fence.check(headOf(term, version), hash)).toThrow(
      expect.objectContaining({ reason: "term", code: "E_STALE" }),
    );
    expect(fence.at).toEqual(at);
  });

  test("that has seen nothing takes any term", () => {
    expect(new Fence().check(headOf(5_000, 1), "a")).toBe("newer");
  });

  test("refuses messages of a term that is over, or too far ahead", () => {
    const fence = new Fence(at);
    fence.checkTerm(headOf(5, 0));
    fence.checkTerm(headOf(1_005, 0));
    expect(() => fence.checkTerm(headOf(4, 99))).toThrow(MillraceError);
    expect(() => fence.checkTerm(headOf(1_006, 0))).toThrow(MillraceError);
  });

  test("goes forwards only", () => {
    const fence = new Fence(at);
    fence.advance({ term: 6, version: 1, hash: "b" });
    expect(() => fence.advance(at)).toThrow(expect.objectContaining({ code: "E_STATE" }));
    expect(fence.at).toEqual({ term: 6, version: 1, hash: "b" });
    expect(compareVersions(fence.at, at)).toBeGreaterThan(0);
  });
});

describe("replay windows", () => {
  test("tell new from seen, in whatever order updates come", () => {
    const windows = new ReplayWindows();
    for (const seq of [3, 1, 7]) windows.mark("aa", { session: 1, seq });
    const found = [1, 2, 3, 4, 7, 8].map((seq) => windows.check("aa", { session: 1, seq }));
    expect(found).toEqual(["seen", "new", "seen", "new", "seen", "new"]);
    expect(windows.newest("aa")).toEqual({ session: 1, seq: 7 });
    expect(windows.check("bb", { session: 1, seq: 7 })).toBe("new");
    expect(windows.newest("bb")).toEqual({ session: 0, seq: 0 });
  });

  test("call old what is 64 behind, and a session that is over", () => {
    const windows = new ReplayWindows();
    windows.mark("aa", { session: 2, seq: 100 });
    expect(windows.check("aa", { session: 2, seq: 37 })).toBe("new");
    expect(windows.check("aa", { session: 2, seq: 36 })).toBe("old");
    expect(windows.check("aa", { session: 1, seq: 200 })).toBe("old");
    windows.mark("aa", { session: 3, seq: 1 });
    expect(windows.check("aa", { session: 2, seq: 101 })).toBe("old");
    expect(windows.check("aa", { session: 3, seq: 2 })).toBe("new");
  });

  test("refuse to mark twice", () => {
    const windows = new ReplayWindows();
    windows.mark("aa", { session: 1, seq: 1 });
    expect(() => windows.mark("aa", { session: 1, seq: 1 })).toThrow(expect.objectContaining({ code: "E_STATE" }));
  });

  test("agree with a plain set over random walks, and after a round through bytes", () => {
    const random = new Seeded(11);
    let windows = new ReplayWindows();
    const seen = new Set<number>();
    let top = 0;
    for (let step = 0; step < 4_000; step++) {
      const seq = Math.max(1, top + random.index(random.index(8) === 0 ? 120 : 70) - 60);
      const expected = top - seq >= 64 ? "old" : seen.has(seq) ? "seen" : "new";
      expect(windows.check("00ff00ff00ff00ff", { session: 1, seq }), `step ${step}, seq ${seq}, top ${top}`).toBe(
        expected,
      );
      if (expected === "new") {
        windows.mark("00ff00ff00ff00ff", { session: 1, seq });
        seen.add(seq);
        top = Math.max(top, seq);
      }
      if (step % 100 === 0) windows = ReplayWindows.fromBytes(windows.toBytes());
    }
  });

  test("give the same bytes whatever the order of the nodes", () => {
    const [one, other] = [new ReplayWindows(), new ReplayWindows()];
    const marks = [
      ["0000000000000001", { session: 1, seq: 5 }],
      ["0000000000000002", { session: 9, seq: 2 ** 40 }],
    ] as const;
    for (const [node, at] of marks) one.mark(node, at);
    for (const [node, at] of [...marks].reverse()) other.mark(node, at);
    expect(one.toBytes()).toEqual(other.toBytes());
    expect(ReplayWindows.fromBytes(one.toBytes()).newest("0000000000000002")).toEqual({ session: 9, seq: 2 ** 40 });
    expect(() => ReplayWindows.fromBytes(Buffer.alloc(5))).toThrow(expect.objectContaining({ code: "E_FORMAT" }));
  });
});
