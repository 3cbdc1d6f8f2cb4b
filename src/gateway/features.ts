export { CYCLES, type Cycle } from "./features/cycles.ts";
export {
  type Feature,
  type FeaturePlan,
  OPERATIONS,
  type Operation,
  planFeatures,
  WINDOW_LIMIT,
} from "./features/plan.ts";
export { FeatureWindows } from "./features/windows.ts";
