import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { MillraceError } from "../errors.ts";
import { syncFolder } from "../journal/files.ts";
import { checkedId } from "./certificate.ts";
import { Credentials, Root } from "./keys.ts";
import type { NodeId, Role } from "./types.ts";

const ROOT = "root.json";
const ENDING = ".json";
/** Nobody but the owner may read a secret. */
const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;

export interface Rotation {
  readonly root: Root;
  readonly renewed: readonly Credentials[];
  readonly revoked: readonly NodeId[];
}

/** The keys of one fleet: `root.json` and, as `<id>.json`, what each device and aggregator is given. */
export class KeyFolder {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  /** Draws a root. @throws MillraceError `E_CONFIG`, `E_FILE` where there is one already */
  init(fleet: string): Root {
    const root = Root.create(fleet);
    attempt(this.path, () => mkdirSync(this.path, { recursive: true, mode: FOLDER_MODE }));
    this.#refuseOld(ROOT, "Keep it: all that it signed would be worthless. Another fleet takes another folder");
    this.#write(ROOT, root.toText());
    return root;
  }

  /** @throws MillraceError `E_FILE`, `E_FORMAT` */
  root(): Root {
    return Root.read(join(this.path, ROOT));
  }

  fileOf(id: NodeId): string {
    return join(this.path, id + ENDING);
  }

  /** Writes credentials for each id, or for none. @throws MillraceError `E_CONFIG`, `E_FILE` where an id has some already */
  issue(role: Role, ids: readonly NodeId[], expiresMs: number): Credentials[] {
    const root = this.root();
    for (const [i, id] of ids.entries()) {
      if (checkedId(id, role) === "root" || ids.indexOf(id) !== i) {
        throw new MillraceError("E_CONFIG", "this name is taken", { where: id });
      }
      this.#refuseOld(id + ENDING, "To renew keys: millrace keys rotate");
    }
    return ids.map((id) => {
      const credentials = root.issue({ role, id, expiresMs });
      this.#write(id + ENDING, credentials.toText());
      return credentials;
    });
  }

  /** The credentials in the folder, by name. @throws MillraceError for a file that is none, or of another root */
  list(): Credentials[] {
    const root = this.root();
    const names = readdirSync(this.path).filter((name) => name.endsWith(ENDING) && name !== ROOT);
    return names.sort().map((name) => {
      const where = join(this.path, name);
      const credentials = Credentials.read(where);
      if (Buffer.compare(credentials.root, root.publicKey) === 0) return credentials;
      throw new MillraceError("E_TRUST", "credentials of another root", { where });
    });
  }

  /**
   * Begins a new epoch: new keys and certificates for all in the folder but those revoked, whose files go. Broken off, it
   * can be done again.
   * @throws MillraceError `E_FILE` where somebody to be revoked is not there; nothing is changed then
   */
  rotate(expiresMs: number, revoked: readonly NodeId[] = []): Rotation {
    const all = this.list();
    const unknown = revoked.find((id) => !all.some((credentials) => credentials.id === id));
    if (unknown !== undefined)
      throw new MillraceError("E_FILE", "there are no such credentials", { where: this.fileOf(unknown) });
    // The root first: an epoch is never given out twice.
    const root = this.root().rotated();
    this.#write(ROOT, root.toText());
    for (const id of revoked) rmSync(this.fileOf(id));
    const renewed = all
      .filter(({ id }) => !revoked.includes(id))
      .map(({ role, id }) => root.issue({ role, id, expiresMs }));
    for (const credentials of renewed) this.#write(credentials.id + ENDING, credentials.toText());
    return { root, renewed, revoked };
  }

  #refuseOld(name: string, remedy: string): void {
    const where = join(this.path, name);
    if (existsSync(where)) throw new MillraceError("E_FILE", "the file is there already", { where, remedy });
  }

  #write(name: string, text: string): void {
    const place = join(this.path, name);
    const beside = `${place}.unfinished`;
    attempt(place, () => {
      rmSync(beside, { force: true });
      const file = openSync(beside, "wx", FILE_MODE);
      try {
        writeSync(file, text);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      renameSync(beside, place);
      syncFolder(this.path);
    });
  }
}

// ---

function attempt(where: string, work: () => void): void {
  try {
    work();
  } catch (cause) {
    throw new MillraceError("E_FILE", `cannot be written: ${(cause as Error).message}`, { where, cause });
  }
}
