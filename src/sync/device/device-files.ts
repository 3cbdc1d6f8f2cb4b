import { crc32 } from "node:zlib";
import { MillraceError } from "../../errors.ts";
import { FileStore, type FileStoreOptions } from "../../journal.ts";
import type { Included, Version } from "../types.ts";

const SNAPSHOT = "device";
const FOLDERS = { body: "bodies", update: "updates", saved: "saved" } as const;
const CRC_BYTES = 4;

export function bodyFile({ term, version }: Version): string {
  return `${FOLDERS.body}/${term}-${version}`;
}

export function updateFile({ session, seq }: Included): string {
  return `${FOLDERS.update}/${session}-${seq}`;
}

/** The model as it was before a version was accepted. */
export function savedFile({ term, version }: Version): string {
  return `${FOLDERS.saved}/before-${term}-${version}`;
}

export function isUpdateFile(name: string): boolean {
  return name.startsWith(`${FOLDERS.update}/`);
}

export interface Snapshot {
  /** The last record that is in it. */
  readonly seq: number;
  readonly epoch: number;
  readonly member: Uint8Array;
  readonly model: Uint8Array;
}

/** What a device stores besides its journal: each file whole or not at all, with a CRC-32 behind it, in two generations. */
export class DeviceFiles {
  readonly #store: FileStore;

  constructor(directory: string, options: FileStoreOptions = {}) {
    this.#store = new FileStore(directory, options);
  }

  write(name: string, content: Uint8Array): Promise<void> {
    const bytes = Buffer.alloc(content.length + CRC_BYTES);
    bytes.set(content);
    bytes.writeUInt32LE(crc32(content), content.length);
    return this.#store.write(name, bytes);
  }

  /** @returns undefined where there is none, or none that is whole */
  find(name: string): Uint8Array | undefined {
    const { bytes } = this.#store.read(name, isWhole);
    return bytes?.subarray(0, bytes.length - CRC_BYTES);
  }

  /** @throws MillraceError `E_FILE` */
  read(name: string): Uint8Array {
    const content = this.find(name);
    if (content) return content;
    throw new MillraceError("E_FILE", "a file that the journal needs is missing or damaged", {
      where: name,
      remedy: "Bring it back from a copy of the folder, or begin with an empty folder: what is global is pulled again",
    });
  }

  writeSnapshot({ seq, epoch, member, model }: Snapshot): Promise<void> {
    const head = Buffer.alloc(SNAPSHOT_HEAD);
    head.writeUInt32LE(SNAPSHOT_VERSION, 0);
    head.writeDoubleLE(seq, 4);
    head.writeUInt32LE(epoch, 12);
    head.writeUInt32LE(member.length, 16);
    return this.write(SNAPSHOT, Buffer.concat([head, member, model]));
  }

  /** @throws MillraceError `E_VERSION` */
  readSnapshot(): Snapshot | undefined {
    const content = this.find(SNAPSHOT);
    if (!content) return undefined;
    const bytes = Buffer.from(content.buffer, content.byteOffset, content.length);
    const version = bytes.readUInt32LE(0);
    if (version !== SNAPSHOT_VERSION) {
      throw new MillraceError("E_VERSION", "another version of a device's snapshot", {
        expected: SNAPSHOT_VERSION,
        actual: version,
      });
    }
    const memberEnd = SNAPSHOT_HEAD + bytes.readUInt32LE(16);
    const member = content.subarray(SNAPSHOT_HEAD, memberEnd);
    return { seq: bytes.readDoubleLE(4), epoch: bytes.readUInt32LE(12), member, model: content.subarray(memberEnd) };
  }

  /** Bytes of bodies, updates and saved models. */
  bytes(): number {
    const files = Object.values(FOLDERS).flatMap((folder) => this.#store.list(folder));
    return files.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** Deletes the bodies, updates and saved models that `isNeeded` does not name. */
  clean(isNeeded: (name: string) => boolean): void {
    for (const folder of Object.values(FOLDERS)) {
      for (const { name } of this.#store.list(folder)) if (!isNeeded(name)) this.#store.remove(name);
    }
  }
}

// ---

const SNAPSHOT_VERSION = 1;
const SNAPSHOT_HEAD = 20;

function isWhole(bytes: Uint8Array): boolean {
  const end = bytes.length - CRC_BYTES;
  if (end < 0) return false;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).readUInt32LE(end) === crc32(bytes.subarray(0, end));
}
