import { isUrl, readBytes, urlOf } from "../core/source.ts";
import { MillraceError, show } from "../errors.ts";

/**
 * What a model is loaded from: a path, a URL, or the bytes of a file. Text is a path, `C:\models\pump.millrace` and
 * `pump-12:30.millrace` too, unless it begins with `file:`, `http:` or `https:`; in a browser it is always a URL.
 */
export type ModelSource = string | URL | ArrayBuffer | ArrayBufferView;

/** @throws MillraceError `E_FILE` where it cannot be read */
export async function readModel(source: ModelSource): Promise<Uint8Array> {
  if (source instanceof ArrayBuffer) return new Uint8Array(source);
  if (ArrayBuffer.isView(source)) return new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
  if (typeof source === "string" || source instanceof URL) return readBytes(await urlOf(source), "the model");
  throw new MillraceError("E_FILE", "nothing to load", {
    expected: "a path, a URL or the bytes of a .millrace file",
    actual: show(source),
  });
}

/**
 * Writes a file whole or not at all: beside its place first, to the disk, then under its name.
 * @param what the file is called in the message, as "the model"
 * @param path as that of a model that is loaded, but for URLs of other schemes than `file:`
 * @throws MillraceError `E_FILE`; what was there before is untouched
 */
export async function writeFileWhole(path: string | URL, bytes: Uint8Array, what: string): Promise<void> {
  const [fs, { dirname }, { fileURLToPath }] = await fileModules();
  const place = pathOf(path, fileURLToPath);
  const temporary = `${place}.${crypto.randomUUID()}.tmp`;
  try {
    const file = await fs.open(temporary, "wx");
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await fs.rename(temporary, place);
    await syncFolder(fs, dirname(place));
  } catch (cause) {
    await fs.rm(temporary, { force: true }).catch(() => undefined);
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new MillraceError("E_FILE", `cannot save ${what}: ${reason}`, { where: place, cause });
  }
}

function pathOf(path: unknown, fileURLToPath: (url: string | URL) => string): string {
  if (typeof path === "string" && path !== "" && !isUrl(path)) return path;
  try {
    if (path instanceof URL || (typeof path === "string" && path !== "")) return fileURLToPath(path);
  } catch (cause) {
    throw notAPlace(String(path), cause);
  }
  throw notAPlace(show(path));
}

function notAPlace(actual: string, cause?: unknown): MillraceError {
  return new MillraceError("E_FILE", "no place to save to", { expected: "a path or a file: URL", actual, cause });
}

// Loaded here and not above: a browser has none of them, and reads models all the same.
async function fileModules(): Promise<
  [typeof import("node:fs/promises"), typeof import("node:path"), typeof import("node:url")]
> {
  try {
    return await Promise.all([import("node:fs/promises"), import("node:path"), import("node:url")]);
  } catch (cause) {
    throw new MillraceError("E_FILE", "there are no files to save to here", { remedy: "Take toBytes()", cause });
  }
}

async function syncFolder(fs: typeof import("node:fs/promises"), folder: string): Promise<void> {
  // Not every system lets a folder be opened or synced; the rename is done by then.
  const handle = await fs.open(folder, "r").catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
