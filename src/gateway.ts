/** `millrace/gateway`: predictions for MQTT streams, learning from their labels, through a kill at any moment. */
export {
  type ConfigurationContext,
  ConfigurationError,
  checkConfiguration,
  type GatewayConfiguration,
  type GatewayOptions,
  loadConfiguration,
  parseConfiguration,
  Secret,
} from "./gateway/config.ts";
export type { GatewayEvent } from "./gateway/events.ts";
export type { GatewayHealth, StreamHealth } from "./gateway/figures.ts";
export { Gateway, type StartOptions } from "./gateway/gateway.ts";
export type { Logger } from "./gateway/log.ts";
export type { RejectedMessage } from "./gateway/messages.ts";
export type { StatusMessage } from "./gateway/mqtt/presence.ts";
export type { Learnt, ModelCounts, ModelSummary, Prediction, StateEvent } from "./gateway/types.ts";
