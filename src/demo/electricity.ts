import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { MillraceError } from "../errors.ts";

/** Half-hours in the stream, and in a day. */
export const ROWS = 45_312;
export const DAY = 48;
/** Rows of the first 184 days, after which the frozen net stops learning and counting begins. */
export const TRAINING_ROWS: number = 184 * DAY;
/** Rows of 91 days. */
export const QUARTER: number = 91 * DAY;
/** Rows of the rolling figures: 30 days. */
export const WINDOW: number = 30 * DAY;

export const FEATURES = ["period", "nswprice", "nswdemand", "vicprice", "vicdemand", "transfer"] as const;
/** In the order of the file's class column: 0 the price goes down, 1 it goes up (against the last 24 hours). */
export const CLASSES = ["DOWN", "UP"] as const;

export type Features = Record<string, number>;

/** One half-hour of the market: values scaled to [0, 1] and what the price did. */
export interface HalfHour {
  features: Features;
  label: string;
}

/** Where the stream lies, beside the sources and beside the built package alike. */
export const ELECTRICITY_FILE: string = fileURLToPath(
  new URL("../../examples/data/electricity.csv.gz", import.meta.url),
);

/**
 * The first `rows` half-hours in order of time.
 * @throws MillraceError `E_FILE` where the file cannot be read, `E_FORMAT` where it is not the stream
 */
export async function readElectricity(rows: number, file: string = ELECTRICITY_FILE): Promise<HalfHour[]> {
  const [header, ...lines] = (await unzip(file)).trimEnd().split("\n");
  const expected = [...FEATURES, "class"].join();
  if (header?.trim() !== expected || lines.length < rows) {
    throw new MillraceError("E_FORMAT", "this is not the electricity stream", {
      where: file,
      expected: `the columns ${expected} and ${rows} rows or more`,
      actual: `${header?.slice(0, 80)} and ${lines.length} rows`,
      remedy: "Install the package again to get the file as it was shipped.",
    });
  }
  return lines.slice(0, rows).map(parseHalfHour);
}

// ---

async function unzip(file: string): Promise<string> {
  try {
    return gunzipSync(await readFile(file)).toString("ascii");
  } catch (cause) {
    throw new MillraceError("E_FILE", "the electricity stream cannot be read", {
      where: file,
      actual: cause instanceof Error ? cause.message : String(cause),
      remedy: "Install the package again to get the file as it was shipped.",
      cause,
    });
  }
}

function parseHalfHour(line: string): HalfHour {
  const cells = line.split(",").map(Number);
  const features = Object.fromEntries(FEATURES.map((name, i) => [name, cells[i] as number]));
  return { features, label: CLASSES[cells[FEATURES.length] === 1 ? 1 : 0] };
}
