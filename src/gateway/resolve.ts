import { fileURLToPath } from "node:url";
import { checkConfiguration, type GatewayConfiguration, type GatewayOptions, loadConfiguration } from "./config.ts";

/** The path of a configuration file, what stands in one as an object, or what reading one has given. */
export type ConfigurationSource = string | URL | GatewayOptions | GatewayConfiguration;

/** @throws MillraceError `E_CONFIG`, `E_FILE` */
export async function resolveConfiguration(source: ConfigurationSource): Promise<GatewayConfiguration> {
  if (typeof source === "string") return loadConfiguration(source);
  if (source instanceof URL) return loadConfiguration(fileURLToPath(source));
  return isResolved(source) ? source : checkConfiguration(source);
}

/** Streams are named members of an object as they are written, and a list once they are compiled. */
function isResolved(source: GatewayOptions | GatewayConfiguration): source is GatewayConfiguration {
  return typeof source === "object" && source !== null && Array.isArray(source.streams) && "subscriptions" in source;
}
