import type { EncodedUpdate } from "../update.ts";
import type { Cut } from "./decisions.ts";
import { type DeviceFiles, updateFile } from "./device-files.ts";
import { decodeFrames, encodeFrames } from "./frames.ts";
import { type FleetMember, MOST_KEPT } from "./member.ts";
import type { Kept } from "./member-state.ts";
import type { Postbox } from "./postbox.ts";
import type { Schedule } from "./schedule.ts";
import type { WorkQueue } from "./work.ts";

export interface OutgoingParts {
  readonly member: FleetMember;
  readonly files: DeviceFiles;
  readonly postbox: Postbox;
  readonly schedule: Schedule;
  readonly work: WorkQueue;
  /** Brings the journal to the disk. */
  readonly sync: () => Promise<void>;
  readonly now: () => number;
}

/** Updates on their way: stored before they are sent, and sent byte for byte until they are answered. */
export class Outgoing {
  readonly #parts: OutgoingParts;
  /** On the disk, and so free to be sent. */
  readonly #stored = new Map<string, readonly Uint8Array[]>();
  /** Not yet: tried again at each tick. */
  readonly #unstored = new Map<string, readonly Uint8Array[]>();
  #isClosed = false;
  /** How many were sent more than once. */
  resent = 0;

  constructor(parts: OutgoingParts) {
    this.#parts = parts;
  }

  /** A cut was made: on the disk, with its record before it, before the first publish. */
  add(cut: Cut, update: EncodedUpdate): void {
    this.#store(updateFile(cut), this.#parts.postbox.sealUpdate(cut, update));
  }

  /** After a restart. @param cuttings that were replayed: what was not stored was never sent, and made again is the same */
  recover(cuttings: readonly { readonly cut: Cut; readonly update: EncodedUpdate }[]): void {
    const { member, files } = this.#parts;
    for (const kept of member.state.kept) {
      const file = updateFile(kept);
      const stored = files.find(file);
      const cutting = cuttings.find(({ cut }) => updateFile(cut) === file);
      if (stored) this.#stored.set(file, decodeFrames(stored));
      else if (cutting) this.add(cutting.cut, cutting.update);
    }
  }

  storeAgain(): void {
    for (const [file, frames] of this.#unstored) this.#store(file, frames);
  }

  /** Sends what is outstanding, where it is due. With as many kept as may be, the oldest asks what has become of it. */
  send(): void {
    const { member, postbox, schedule, now } = this.#parts;
    if (this.#isClosed) return;
    const { kept: all } = member.state;
    this.#forget(all);
    const kept = member.outstanding ?? (all.length >= MOST_KEPT ? all[0] : undefined);
    if (!kept || !postbox.connected || postbox.sending) return;
    const file = updateFile(kept);
    const frames = this.#stored.get(file);
    if (!frames || !schedule.isDue(file, now())) return;
    if (schedule.sent(now())) this.resent++;
    const isWanted = (): boolean => !this.#isClosed && member.find(kept) !== undefined;
    // Answered meanwhile, it leaves the way free for the next one.
    void postbox.sendUpdate(kept, frames, isWanted).then(() => this.send());
  }

  close(): void {
    this.#isClosed = true;
  }

  #store(file: string, frames: readonly Uint8Array[]): void {
    const { files, work, sync } = this.#parts;
    this.#unstored.set(file, frames);
    work.add(async () => {
      if (!this.#unstored.has(file)) return;
      await files.write(file, encodeFrames(frames));
      await sync();
      this.#unstored.delete(file);
      this.#stored.set(file, frames);
      this.send();
    });
  }

  #forget(kept: readonly Kept[]): void {
    const names = new Set(kept.map(updateFile));
    for (const file of this.#stored.keys()) if (!names.has(file)) this.#stored.delete(file);
    for (const file of this.#unstored.keys()) if (!names.has(file)) this.#unstored.delete(file);
  }
}
