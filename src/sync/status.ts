import { PayloadReader, PayloadWriter } from "./bytes.ts";
import type { Command, Leader, Leading, Order, Presence, Stance, Status } from "./types.ts";

/** What devices, aggregators and whoever runs the fleet say of themselves. All by their numbers on the wire. */
const PRESENCES: readonly Presence[] = ["offline", "online"];
const STANCES: readonly Stance[] = ["none", "accepted", "unproven", "refused", "rolledBack"];
const LEADINGS: readonly Leading[] = ["offline", "standby", "leading"];
const ORDERS: readonly Order[] = ["pin", "unpin", "rollBack", "pause", "resume"];
const LONGEST_SOFTWARE = 32;

export function encodeStatus({ presence, stance, unproven, refused, rolledBack, kept, software }: Status): Buffer {
  const name = shortened(software);
  return new PayloadWriter(21 + name.length)
    .u8(PRESENCES.indexOf(presence))
    .u8(STANCES.indexOf(stance))
    .skip(2)
    .u32(unproven)
    .u32(refused)
    .u32(rolledBack)
    .u32(kept)
    .u8(name.length)
    .block(name).bytes;
}

/** @throws Refusal `payload` */
export function decodeStatus(payload: Uint8Array): Status {
  const reader = new PayloadReader(payload, "a status");
  const presence = known(PRESENCES, reader);
  const stance = known(STANCES, reader);
  reader.reserved(2);
  const [unproven, refused, rolledBack, kept] = [reader.u32(), reader.u32(), reader.u32(), reader.u32()];
  return { presence, stance, unproven, refused, rolledBack, kept, software: softwareOf(reader) };
}

export function encodeLeader({ state, instance, software }: Leader): Buffer {
  const name = shortened(software);
  return new PayloadWriter(21 + name.length)
    .u8(LEADINGS.indexOf(state))
    .skip(3)
    .hex(instance)
    .u8(name.length)
    .block(name).bytes;
}

/** @throws Refusal `payload` */
export function decodeLeader(payload: Uint8Array): Leader {
  const reader = new PayloadReader(payload, "an aggregator's word");
  const state = known(LEADINGS, reader);
  reader.reserved(3);
  return { state, instance: reader.hex(16), software: softwareOf(reader) };
}

export function encodeCommand({ order, target }: Command): Buffer {
  return new PayloadWriter(16).u8(ORDERS.indexOf(order)).skip(3).u32(target.term).u64(target.version).bytes;
}

/** @throws Refusal `payload`, `format` */
export function decodeCommand(payload: Uint8Array): Command {
  const reader = new PayloadReader(payload, "an order");
  const order = known(ORDERS, reader);
  reader.reserved(3);
  const target = { term: reader.u32(), version: reader.u64() };
  reader.end();
  return { order, target };
}

// ---

function known<Name>(names: readonly Name[], reader: PayloadReader): Name {
  const name = names[reader.u8()];
  if (name !== undefined) return name;
  throw reader.refused("a number this version does not know");
}

function softwareOf(reader: PayloadReader): string {
  const length = reader.u8();
  if (length > LONGEST_SOFTWARE) throw reader.refused("a name is too long", `at most ${LONGEST_SOFTWARE} bytes`);
  const text = reader.text(length);
  reader.end();
  return text;
}

/** Cut at a whole character. */
function shortened(text: string): Buffer {
  let cut = text;
  while (Buffer.byteLength(cut) > LONGEST_SOFTWARE) cut = [...cut].slice(0, -1).join("");
  return Buffer.from(cut);
}
