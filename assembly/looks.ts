/** Settings, figures and counters of the model at hand by key. The index of a layer or member stands above its name. */
import {
  COUNT_BYTES, COUNT_DRIFTS, COUNT_LEARNT, COUNT_PENDING, COUNT_PREDICTIONS, COUNT_REFUSED, COUNT_SKIPPED,
  COUNT_UPDATES, E_KEY, E_VALUE, FLAG_ANOMALY, HEADER_DRIFTS, HEADER_LAYERS, HEADER_MEMBERS, KEY_CURRENT_RATE,
  KEY_DRIFT, KEY_EXPERT_SHARE, KEY_FRESH_LOSS, KEY_GRADIENT_NORM, KEY_INDEX_SHIFT, KEY_LEARNING_RATE, KEY_PENALTY,
  KEY_REPLAY_LOSS, KEY_SAMPLE_WEIGHT, KEY_SCORE, KEY_STUCK_UNITS, KEY_THRESHOLD, KEY_TRAINABLE, KEY_WEIGHT_NORM,
  LEARNING_RATE_LIMIT, MEMBER_STATE_RATE, MEMBER_STATE_SKIPPED, MEMBER_STATE_UPDATES, OK, STATE_LEARNT, STATE_PENDING,
} from "../src/abi";
import { shareOfExpert } from "./committee";
import { control, learnable, learns, memberState, toLayer, toMember, trainableWord } from "./cursor";
import { fail, failValue } from "./errors";
import { checkSampleWeight } from "./guard";
import { gradientNorm, penalty, stuckUnits, weightNorm } from "./health";
import { experts, flags, image, stateAt } from "./image";
import {
  CONTROL_BLOCK_BYTES, CONTROL_FRESH_LOSS, CONTROL_PREDICTIONS, CONTROL_REFUSED, CONTROL_REPLAY_LOSS,
  CONTROL_SAMPLE_WEIGHT, CONTROL_SCORE,
} from "./memory";
import { nextRate } from "./schedules";
import { driftCounter, driftStatus } from "./stream/drift";
import { threshold } from "./stream/quantile";

// Names that speak of a layer, a member, a detector: a bit each. The others speak of the model.
const SET_LAYER = 1 << KEY_TRAINABLE;
const SET_MEMBER = 1 << KEY_LEARNING_RATE;
const GET_LAYER = SET_LAYER | (1 << KEY_GRADIENT_NORM) | (1 << KEY_WEIGHT_NORM) | (1 << KEY_STUCK_UNITS);
const GET_MEMBER = SET_MEMBER | (1 << KEY_CURRENT_RATE);
const GET_DETECTOR = 1 << KEY_DRIFT;
const COUNT_MEMBER = (1 << COUNT_SKIPPED) | (1 << COUNT_UPDATES);
const COUNT_DETECTOR = 1 << COUNT_DRIFTS;

let name: i32 = 0;
let index: u32 = 0;

export function set(key: i32, value: f32): i32 {
  if (find(key, SET_LAYER, SET_MEMBER, 0)) {
    if (name == KEY_SAMPLE_WEIGHT) {
      const refused = checkSampleWeight(value);
      if (!refused) store<f32>(control, value, CONTROL_SAMPLE_WEIGHT);
      return refused;
    }
    if (name == KEY_LEARNING_RATE) {
      const limit = <f32>LEARNING_RATE_LIMIT;
      if (!(value >= 0 && value <= limit)) return failValue(E_VALUE, key, limit, value);
      store<f32>(memberState, value, MEMBER_STATE_RATE);
      return OK;
    }
    if (name == KEY_TRAINABLE && learnable()) {
      if (value != 0 && value != 1) return failValue(E_VALUE, key, 1, value);
      store<u32>(trainableWord(), <u32>value);
      return OK;
    }
  }
  return fail(E_KEY, key, 0, key);
}

export function get(key: i32): f32 {
  if (find(key, GET_LAYER, GET_MEMBER, GET_DETECTOR)) {
    switch (name) {
      case KEY_LEARNING_RATE: return load<f32>(memberState, MEMBER_STATE_RATE);
      case KEY_TRAINABLE: return <f32>(<i32>learns());
      case KEY_CURRENT_RATE: return nextRate();
      case KEY_PENALTY: return penalty();
      case KEY_GRADIENT_NORM: return gradientNorm();
      case KEY_WEIGHT_NORM: return weightNorm();
      case KEY_STUCK_UNITS: return stuckUnits();
      case KEY_DRIFT: return <f32>driftStatus(index);
      case KEY_SCORE: return load<f32>(control, CONTROL_SCORE);
      case KEY_THRESHOLD: {
        if (!(flags & FLAG_ANOMALY)) break;
        return threshold();
      }
      case KEY_FRESH_LOSS: return load<f32>(control, CONTROL_FRESH_LOSS);
      case KEY_REPLAY_LOSS: return load<f32>(control, CONTROL_REPLAY_LOSS);
    }
  }
  if (name == KEY_EXPERT_SHARE && index < <u32>experts) return experts > 1 ? shareOfExpert(index) : 1;
  fail(E_KEY, key, 0, key);
  return 0;
}

/** The low (high = 0) or high half of a counter. */
export function count(key: i32, high: i32): u32 {
  let counter: usize = 0;
  if (find(key, 0, COUNT_MEMBER, COUNT_DETECTOR)) {
    switch (name) {
      case COUNT_LEARNT: counter = stateAt() + STATE_LEARNT; break;
      case COUNT_SKIPPED: counter = memberState + MEMBER_STATE_SKIPPED; break;
      case COUNT_UPDATES: counter = memberState + MEMBER_STATE_UPDATES; break;
      case COUNT_PENDING: counter = stateAt() + STATE_PENDING; break;
      case COUNT_PREDICTIONS: counter = control + CONTROL_PREDICTIONS; break;
      case COUNT_REFUSED: counter = control + CONTROL_REFUSED; break;
      case COUNT_BYTES: counter = control + CONTROL_BLOCK_BYTES; break;
      case COUNT_DRIFTS: counter = driftCounter(index); break;
    }
  }
  if (!counter) return fail(E_KEY, key, COUNT_BYTES, key) & 0;
  if (!high) return load<u32>(counter);
  // Bytes, waiting rows and drifts are 32 bits wide.
  return name == COUNT_PENDING || name >= COUNT_BYTES ? 0 : load<u32>(counter, 4);
}

/** Reads a key; whether what it speaks of is there, which is at hand then. */
function find(key: i32, layerNames: i32, memberNames: i32, detectorNames: i32): bool {
  name = key & ((1 << KEY_INDEX_SHIFT) - 1);
  index = <u32>key >>> KEY_INDEX_SHIFT;
  // Names beyond 31 wrap around here; they are no case of anybody's.
  const bit = 1 << name;
  if (bit & layerNames) {
    if (index >= load<u16>(image, HEADER_LAYERS)) return false;
    toLayer(index);
    return true;
  }
  if (bit & memberNames) {
    if (index >= load<u16>(image, HEADER_MEMBERS)) return false;
    toMember(index);
    return true;
  }
  return index < (bit & detectorNames ? <u32>load<u16>(image, HEADER_DRIFTS) : 1);
}
