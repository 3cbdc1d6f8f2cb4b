import { readFileSync } from "node:fs";
import { join } from "node:path";
import { writeFileWhole } from "../../model/files.ts";

/** What the broker's session held when it was last looked at: sessions keep subscriptions nobody asks for any more. */
export class SessionMemory {
  readonly #file: string;
  #filters: ReadonlySet<string> | undefined;

  constructor(folder: string) {
    this.#file = join(folder, "session.json");
    this.#filters = read(this.#file);
  }

  /** Whether there has been a session before. */
  get isKnown(): boolean {
    return this.#filters !== undefined;
  }

  /** Filters subscribed before that are not among these. */
  without(filters: readonly string[]): string[] {
    return [...(this.#filters ?? [])].filter((filter) => !filters.includes(filter));
  }

  /** @throws MillraceError `E_FILE` */
  async set(filters: readonly string[]): Promise<void> {
    if (this.#filters?.size === filters.length && this.without(filters).length === 0) return;
    const text = `${JSON.stringify({ v: 1, filters })}\n`;
    await writeFileWhole(this.#file, Buffer.from(text), "the list of subscriptions");
    this.#filters = new Set(filters);
  }
}

function read(file: string): ReadonlySet<string> | undefined {
  try {
    const { filters } = JSON.parse(readFileSync(file, "utf8")) as { filters?: unknown };
    return Array.isArray(filters) ? new Set(filters.map(String)) : new Set();
  } catch (error) {
    // A file that cannot be read was there all the same.
    return (error as NodeJS.ErrnoException).code === "ENOENT" ? undefined : new Set();
  }
}
