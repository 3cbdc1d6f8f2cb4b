/**
 * The tables of an untrusted image: every field in range, every offset where the layout puts it.
 * Refusals are E_SPEC with the byte offset of the field; numbers that are no floats are told as they are.
 */
import {
  BINARY_CROSS_ENTROPY, DRIFT_BYTES, DRIFTS_LIMIT, E_FORMAT, E_SPEC, FLAG_CLASS_WEIGHTS, FLAG_FRESH, FLAG_TARGETS,
  FLAGS_KNOWN, HEADER_BATCH, HEADER_DELTA, HEADER_DRIFTS, HEADER_FLAGS, HEADER_INPUTS, HEADER_LAYERS, HEADER_LENGTH,
  HEADER_LOSS, HEADER_MEMBERS, HEADER_OUTPUTS, HEADER_REPLAYS, HEADER_STATE, HEADER_STATE_BYTES, HEADER_TARGET_CLIP,
  HEADER_TARGET_DECAY, HEADER_TARGET_EPSILON, HUBER, LAYER_PARAMETERS, LAYER_SLOTS, MEMBER_AVERAGE_DECAY,
  MEMBER_AVERAGES, MEMBER_LAYERS, MEMBER_OPTIMIZER, MEMBERS_LIMIT, STANDARDIZE, UNITS_LIMIT,
} from "../../src/abi";
import {
  isLast, isLastMember, kind, layer, member, toFirst, toFirstLayer, toFirstMember, toNextLayer, toNextMember, up,
} from "../cursor";
import {
  capacity, classWeightsAt, countExperts, driftsAt, experts, flags, hasReplay, image, layersAt, loss, outputs, rowBytes,
  trainableAt,
} from "../image";
import { slotCount } from "../optimizers";
import { scalerBytes, tensorBytes } from "../tensors";
import {
  byte, checkRecord, DECAY, derived, FRACTION, half, integer, NOT_NEGATIVE, POSITIVE, real, refused, refuseMemory,
  refuseWith, word,
} from "./fields";
import { beginLayers, checkLayers } from "./layers";
import { offset, place, placeFrom, skip } from "./places";
import { checkClasses, checkDrift, checkMember, checkMixture, checkReplay, checkScores } from "./records";

/** Largest batch. */
const BATCH_LIMIT: u32 = 1 << 20;

/** Checks the image at hand, which says that it is `own` bytes long. */
export function checkTables(own: u32): void {
  refuseWith(E_SPEC);
  checkHeader();
  if (refused) return;
  // Every count is within its limit: tables end below 2^27, and 32 bits hold their offsets.
  refuseWith(E_FORMAT);
  integer(HEADER_LENGTH, own, <u32>(layersAt() - image), u32.MAX_VALUE);
  if (refused) return;
  countExperts();
  const end = <u32>(classWeightsAt() - image) + (flags & FLAG_CLASS_WEIGHTS ? outputs << 2 : 0);
  integer(HEADER_LENGTH, own, end, flags & FLAG_FRESH ? end : u32.MAX_VALUE);
  refuseWith(E_SPEC);
  const state = (end + 15) & ~15;
  derived(HEADER_STATE, state);
  for (let p = end; p < state && p < own; p++) byte(p, 0, 0);
  if (refused) return;
  const layerCount = <u32>load<u16>(image, HEADER_LAYERS);
  placeFrom(<u32>(trainableAt() - image) + (layerCount << 2));
  checkMembers(layerCount);
  if (refused) return;
  placeTensors();
  if (experts > 1) checkMixture();
  for (let record = driftsAt(); record < classWeightsAt(); record += DRIFT_BYTES) checkDrift(record);
  checkScores();
  checkClasses();
  if (hasReplay()) checkReplay();
  if (capacity > 1) skip(<u64>rowBytes() * capacity);
  checkRecord(image);
  if (offset > 0x7fffffff) refuseMemory(offset);
  derived(HEADER_STATE_BYTES, <u32>offset - state);
}

function checkHeader(): void {
  const targets = (flags & FLAG_TARGETS) != 0;
  integer(HEADER_FLAGS, flags & ~FLAGS_KNOWN, 0, 0);
  word(HEADER_INPUTS, 1, UNITS_LIMIT);
  word(HEADER_OUTPUTS, 1, UNITS_LIMIT);
  half(HEADER_MEMBERS, 1, MEMBERS_LIMIT);
  half(HEADER_REPLAYS, 0, 1);
  half(HEADER_DRIFTS, 0, DRIFTS_LIMIT);
  half(HEADER_LAYERS, 1, 0xffff);
  word(HEADER_LOSS, 0, BINARY_CROSS_ENTROPY);
  real(HEADER_DELTA, loss == HUBER, POSITIVE);
  word(HEADER_BATCH, 1, BATCH_LIMIT);
  real(HEADER_TARGET_DECAY, targets, DECAY);
  real(HEADER_TARGET_CLIP, targets, NOT_NEGATIVE);
  real(HEADER_TARGET_EPSILON, targets, NOT_NEGATIVE);
  if (targets) byte(HEADER_LOSS, 0, HUBER);
}

/** Members and their layers, `left` in all; scalers are placed on the way. */
function checkMembers(left: u32): void {
  beginLayers(left);
  toFirstMember();
  do {
    checkMember(isLastMember() ? left : 1, left);
    if (!refused) checkLayers();
    if (refused) return;
    left -= load<u16>(member, MEMBER_LAYERS);
  } while (toNextMember());
}

/** Behind the scalers of the inputs: that of the targets, parameters, slots, averages; each in order of the members. */
function placeTensors(): void {
  if (flags & FLAG_TARGETS) skip(scalerBytes(outputs, false));
  toFirstLayer();
  do {
    checkRecord(layer);
    if (kind != STANDARDIZE) place(LAYER_PARAMETERS, tensorBytes(false));
  } while (toNextLayer());
  toFirstLayer();
  do {
    checkRecord(layer);
    place(LAYER_SLOTS, tensorBytes(true) * slotCount(load<u8>(member, MEMBER_OPTIMIZER)));
  } while (toNextLayer());
  toFirstMember();
  do {
    checkRecord(member);
    let bytes: u64 = 0;
    if (load<f32>(member, MEMBER_AVERAGE_DECAY) > 0) {
      for (toFirst(); ; up()) {
        bytes += tensorBytes(false);
        if (isLast()) break;
      }
    }
    // Nothing to average: its answer would be counted twice.
    if (!bytes) real(MEMBER_AVERAGE_DECAY, false, FRACTION);
    place(MEMBER_AVERAGES, bytes);
  } while (toNextMember());
}
