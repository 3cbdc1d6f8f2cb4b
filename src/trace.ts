import { readBytes, urlOf } from "./core/source.ts";
import { Core } from "./core.ts";
import { decodeTrace } from "./trace/format.ts";
import { type Replay, replay } from "./trace/replay.ts";

export { decodeTrace, encodeTrace, type Trace } from "./trace/format.ts";
export { Recording } from "./trace/recording.ts";
export { type Replay, replay } from "./trace/replay.ts";

/**
 * Replays a trace file, in a core of its own if none is given.
 * @throws MillraceError `E_FILE`, `E_FORMAT`, `E_VERSION`, and what opening a model throws
 */
export async function replayFile(path: string | URL, core?: Core): Promise<Replay> {
  const trace = decodeTrace(await readBytes(await urlOf(path), "the trace"));
  return replay(trace, core ?? (await Core.load()));
}
