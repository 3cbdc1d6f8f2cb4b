import fc from "fast-check";
import type { Received, StreamPlan } from "../../src/gateway/types.ts";
import { featuresOf, labelOf } from "./gateway-streams.ts";
import { Seeded } from "./seeded.ts";

/** What happens to a gateway: messages, and what befalls it between them. */
export type Step =
  | { do: "features"; room: number; qos: 0 | 1 }
  /** The label of the sample that came so many samples ago. */
  | { do: "label"; room: number; back: number }
  /** The label of the next sample, or of the one after it, before the sample. */
  | { do: "early"; room: number; ahead: number }
  | { do: "reboot"; room: number }
  /** The broker sends one of the last messages again. */
  | { do: "resend"; back: number }
  /** The process is killed: before or after the record of the next message is in the journal, which is sent again. */
  | { do: "kill"; when: "before" | "after" }
  /** A model is saved; the file may not be whole yet when the next step comes. */
  | { do: "snapshot"; wait: boolean };

export function steps(maxLength: number, qosZero = false): fc.Arbitrary<Step[]> {
  const room = fc.integer({ min: 0, max: 2 });
  const qos = qosZero ? fc.constantFrom<0 | 1>(0, 1) : fc.constant<1>(1);
  const step = fc.oneof(
    { weight: 8, arbitrary: fc.record({ do: fc.constant<"features">("features"), room, qos }) },
    {
      weight: 6,
      arbitrary: fc.record({ do: fc.constant<"label">("label"), room, back: fc.integer({ min: 0, max: 5 }) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant<"early">("early"), room, ahead: fc.integer({ min: 0, max: 1 }) }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant<"reboot">("reboot"), room }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant<"resend">("resend"), back: fc.integer({ min: 0, max: 9 }) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant<"kill">("kill"),
        when: fc.constantFrom<"before" | "after">("before", "after"),
      }),
    },
    { weight: 3, arbitrary: fc.record({ do: fc.constant<"snapshot">("snapshot"), wait: fc.boolean() }) },
  );
  return fc.array(step, { minLength: 5, maxLength, size: "max" });
}

/** A step with the message it stands for. */
export type Scene = { step: Step; message: Received | undefined };

/** The messages of the sensors: each with a payload of its own, orders counted a session. */
export function scenes(stream: StreamPlan, script: readonly Step[]): Scene[] {
  const seeded = new Seeded(script.length);
  const next = [0, 0, 0];
  const said: { message: Received; room: number; session: number }[] = [];
  const sessions = [0, 0, 0];
  const labelled = new Set<string>();
  const times = new Map<string, number>();
  return script.map((step, i): Scene => {
    const arrivalMs = 1_000 + i;
    if (step.do === "resend") {
      const { message, room, session } = said.at(-1 - step.back) ?? {};
      // The label of a session that is over cannot be told from one of the present session.
      const isStale = message?.message.kind === "label" && sessions[room ?? 0] !== session;
      return { step, message: message && !isStale ? { ...message, dup: true, arrivalMs } : undefined };
    }
    if (step.do === "kill" || step.do === "snapshot") return { step, message: undefined };
    const { room } = step;
    const order = next[room] as number;
    const tell = (message: Received): Scene => {
      said.push({ message, room, session: sessions[room] as number });
      return { step, message };
    };
    if (step.do === "reboot") {
      next[room] = 0;
      sessions[room] = (sessions[room] as number) + 1;
      return { step, message: undefined };
    }
    const delivery = { arrivalMs, packetId: 1 + i, ...("qos" in step && { qos: step.qos }) };
    if (step.do === "features") {
      next[room] = order + 1;
      times.set(`${room} ${sessions[room]} ${order}`, 10 * i);
      const values = [seeded.uniform(-1, 1), seeded.uniform(-1, 1)];
      return tell(featuresOf(stream, `room${room}`, { order, values, timeMs: 10 * i, y: seeded.index(2) }, delivery));
    }
    const wanted = step.do === "early" ? order + step.ahead : order - 1 - step.back;
    const name = `${room} ${sessions[room]} ${wanted}`;
    if (wanted < 0 || labelled.has(name)) return { step, message: undefined };
    labelled.add(name);
    const timeMs = (times.get(name) ?? 10 * i) + 1;
    return tell(labelOf(stream, `room${room}`, { order: wanted, y: seeded.index(2), timeMs }, delivery));
  });
}
