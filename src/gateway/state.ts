export { GatewayState } from "./state/gateway-state.ts";
export { hashOf } from "./state/hash.ts";
export type { Flushed, StateOptions } from "./state/options.ts";
