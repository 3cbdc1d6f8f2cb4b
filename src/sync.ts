/** `millrace/sync`: weight sync of a fleet over MQTT. `docs/sync.md` describes the protocol. */
export { decodeAcknowledgement, encodeAcknowledgement } from "./sync/acknowledgement.ts";
export { type ConnectionOptions, Leadership, type LeadershipOptions } from "./sync/aggregator/leadership.ts";
export {
  Aggregator,
  type AggregatorCounts,
  type AggregatorEvent,
  type AggregatorOptions,
  type AggregatorReport,
  type DeviceView,
  type NodeReport,
  type OperatorStance,
  type ServerStep,
  type Tally,
} from "./sync/aggregator.ts";
export { decodeBody, encodeBody, includes } from "./sync/body.ts";
export { checkedId, nodeHashOf } from "./sync/certificate.ts";
export { Assemblies, Assembly, type Whole } from "./sync/chunks.ts";
export {
  type Decision,
  type DeviceEvent,
  type LearnSample,
  type Learnt,
  type MemberState,
  type MessageCounts,
  SyncDevice,
  type SyncDeviceOptions,
} from "./sync/device.ts";
export { baseOf, hashOf, type Opening, openEnvelope, type SealedFields, seal, sealMessage } from "./sync/envelope.ts";
export { architectureText, fingerprintOf, type Sharing } from "./sync/fingerprint.ts";
export { decodeGet, encodeGet, getDelayMs } from "./sync/get.ts";
export { ALL_DEVICES, decodeHead, encodeHead, isInCohort } from "./sync/head.ts";
export { Credentials, type IssueOptions, Root } from "./sync/keys.ts";
export { MqttTransport, type MqttTransportOptions } from "./sync/mqtt-transport.ts";
export { compareVersions, Fence, type FencePosition } from "./sync/order.ts";
export { Refusal, type RefusalReason } from "./sync/refusal.ts";
export { type Freshness, ReplayWindows } from "./sync/replay-window.ts";
export {
  decodeCommand,
  decodeLeader,
  decodeStatus,
  encodeCommand,
  encodeLeader,
  encodeStatus,
} from "./sync/status.ts";
export { STRATEGIES, type Strategy, type StrategyName, type StrategyOptions, type Waiting } from "./sync/strategies.ts";
export { type Address, Topics } from "./sync/topics.ts";
export { Trust } from "./sync/trust.ts";
export type {
  Acknowledgement,
  Body,
  Certificate,
  Command,
  Delivery,
  EncodingName,
  Envelope,
  Fields,
  Get,
  Head,
  Hex,
  Included,
  Kind,
  Leader,
  Leading,
  NodeId,
  Order,
  Piece,
  Presence,
  PublishOptions,
  Role,
  Stance,
  Status,
  SyncTransport,
  Update,
  Verdict,
  Version,
  Will,
} from "./sync/types.ts";
export { decodeUpdate, encodeUpdate } from "./sync/update.ts";
export { WeightSpace } from "./sync/weights.ts";
