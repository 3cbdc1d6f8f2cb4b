import type { Place } from "./problems.ts";

/** Keys and names that have their place in a configuration and are not built yet. `*` is any name. */
const LATER: readonly { readonly at: string; readonly names: readonly string[]; readonly what: string }[] = [
  { at: "", names: ["commands", "control", "cmd"], what: "commands at run time" },
  { at: "", names: ["homeAssistant", "discovery"], what: "Home Assistant discovery" },
  { at: "", names: ["prometheus", "metrics"], what: "the Prometheus endpoint" },
  { at: "http", names: ["metrics", "prometheus", "page", "token"], what: "anything but /healthz on this address" },
  { at: "", names: ["maxModels", "parking"], what: "parking of models" },
  { at: "state", names: ["maxModels", "parking"], what: "parking of models" },
  { at: "state", names: ["partition", "partitions"], what: "more than one partition" },
  { at: "streams.*", names: ["holdBack", "hold"], what: "holding samples back to score them" },
  { at: "streams.*", names: ["homeAssistant", "discovery"], what: "Home Assistant discovery" },
  { at: "streams.*.codec", names: ["sparkplug", "sparkplugB", "sparkplug-b", "cbor"], what: "this codec" },
  { at: "streams.*.label.codec", names: ["sparkplug", "sparkplugB", "sparkplug-b", "cbor"], what: "this codec" },
  { at: "streams.*.model", names: ["anomaly"], what: "anomaly detection in a gateway" },
  { at: "streams.*.model.task", names: ["anomaly"], what: "anomaly detection in a gateway" },
];

/** What is to be said of a name that a later version will know, at a place; undefined where it is no such name. */
export function later(place: Place, name: string): string | undefined {
  const found = LATER.find(({ at, names }) => names.includes(name) && matches(at, place));
  return found && `${found.what} is not in this version`;
}

function matches(pattern: string, place: Place): boolean {
  const steps = pattern === "" ? [] : pattern.split(".");
  return steps.length === place.length && steps.every((step, i) => step === "*" || step === place[i]);
}
