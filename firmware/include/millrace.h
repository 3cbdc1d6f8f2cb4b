/*
 * Millrace in C: the same core, the same bits. Written by scripts/build-firmware.mjs from src/abi.ts. Do not edit.
 *
 * Functions answer >= 0, or one of MILLRACE_E_...; `checksum`, `selftest`, `count` and `error` are raw 32 bits.
 * Addresses count from the start of millrace_memory and are multiples of 4: another is E_MEMORY, without a record in
 * `error`. Not reentrant: one thread, no interrupt handler.
 */
#ifndef MILLRACE_H
#define MILLRACE_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define MILLRACE_ABI_VERSION 1
#define MILLRACE_FORMAT_VERSION 1
/* What `selftest` answers on every runtime under this ABI version. */
#define MILLRACE_SELFTEST_CHECKSUM 0x6db2ec7cu

/* --- Status codes: exports return >= 0 or one of these --- */
#define MILLRACE_OK 0
#define MILLRACE_E_HANDLE (-1)
#define MILLRACE_E_MEMORY (-2)
#define MILLRACE_E_FORMAT (-3)
#define MILLRACE_E_VERSION (-4)
#define MILLRACE_E_CRC (-5)
#define MILLRACE_E_SPEC (-6)
#define MILLRACE_E_SHAPE (-7)
#define MILLRACE_E_VALUE (-8)
#define MILLRACE_E_CLASS (-9)
#define MILLRACE_E_KEY (-10)
#define MILLRACE_E_STATE (-11)

/* `error(i)`: the last failure, raw 32 bits */
#define MILLRACE_ERROR_CODE 0
/*
 * VALUE: index into input, then target (inputs + i), or WHERE_WEIGHT. FORMAT, SPEC: byte offset in the image.
 * STATE: byte offset in the state. KEY: the key. HANDLE: the handle.
 */
#define MILLRACE_ERROR_WHERE 1
/* VALUE: the f32 bits of the limit. MEMORY: bytes needed. CLASS: number of classes. Elsewhere what was expected. */
#define MILLRACE_ERROR_EXPECTED 2
/* VALUE: the f32 bits found. MEMORY: bytes available. Elsewhere what was found. */
#define MILLRACE_ERROR_ACTUAL 3
#define MILLRACE_WHERE_WEIGHT 0xffffffffu

/* `learn`, `flush` */
#define MILLRACE_LEARN_STEPPED 0
#define MILLRACE_LEARN_BUFFERED 1
#define MILLRACE_LEARN_SKIPPED 2

/* Handle = generation << HANDLE_SLOT_BITS | slot + 1 */
#define MILLRACE_HANDLE_SLOT_BITS 20

/* --- Header --- */
/* The bytes "MILR". */
#define MILLRACE_MAGIC 0x524c494du
#define MILLRACE_HEADER_MAGIC 0 /* u32 */
#define MILLRACE_HEADER_FORMAT 4 /* u16 */
#define MILLRACE_HEADER_ABI 6 /* u16 */
#define MILLRACE_HEADER_LENGTH 8 /* u32, bytes of the core part */
#define MILLRACE_HEADER_CRC 12 /* u32, CRC-32 of the core part without these four bytes */
#define MILLRACE_HEADER_FLAGS 16 /* u32 */
#define MILLRACE_HEADER_INPUTS 20 /* u32 */
#define MILLRACE_HEADER_OUTPUTS 24 /* u32 */
#define MILLRACE_HEADER_STATE 28 /* u32, offset of the state */
#define MILLRACE_HEADER_STATE_BYTES 32 /* u32 */
#define MILLRACE_HEADER_MEMBERS 36 /* u16 */
#define MILLRACE_HEADER_REPLAYS 38 /* u16, 0 or 1 */
#define MILLRACE_HEADER_DRIFTS 40 /* u16 */
#define MILLRACE_HEADER_LAYERS 42 /* u16, of all members */
#define MILLRACE_HEADER_LOSS 44 /* u8, then 3 bytes of 0 */
#define MILLRACE_HEADER_DELTA 48 /* f32, huber; else 0 */
#define MILLRACE_HEADER_BATCH 52 /* u32 */
#define MILLRACE_HEADER_SEED 56 /* u32 */
#define MILLRACE_HEADER_TARGET_DECAY 60 /* f32, 1 = "all"; 0 without FLAG_TARGETS */
#define MILLRACE_HEADER_TARGET_CLIP 64 /* f32, 0 = none */
#define MILLRACE_HEADER_TARGET_EPSILON 68 /* f32 */
#define MILLRACE_HEADER_QUANTILE 72 /* f32, of the scores: FLAG_ANOMALY; else 0 */
#define MILLRACE_HEADER_WARM_UP 76 /* u32, samples before there is a threshold: FLAG_ANOMALY; else 0 */
#define MILLRACE_HEADER_BYTES 80

#define MILLRACE_FLAG_FRESH 1
#define MILLRACE_FLAG_MISSING 2
#define MILLRACE_FLAG_TARGETS 4
/* The target is the standardised input itself; members share one scaler. */
#define MILLRACE_FLAG_ANOMALY 8
/* Class weights behind the drift records: f32[outputs]. */
#define MILLRACE_FLAG_CLASS_WEIGHTS 16
/* Each class weighs the inverse of its share so far. */
#define MILLRACE_FLAG_BALANCED 32
#define MILLRACE_FLAGS_KNOWN 63

/* --- Member record, behind the header --- */
#define MILLRACE_MEMBER_LAYERS 0 /* u16 */
#define MILLRACE_MEMBER_OPTIMIZER 2 /* u8 */
#define MILLRACE_MEMBER_SCHEDULE 3 /* u8 */
#define MILLRACE_MEMBER_RATE 4 /* f32 */
#define MILLRACE_MEMBER_CLIP 8 /* f32, 0 = none */
#define MILLRACE_MEMBER_BETA1 12 /* f32: momentum of momentum and nesterov, rho of rmsprop, beta1 of adam; else 0 */
#define MILLRACE_MEMBER_BETA2 16 /* f32: adam; else 0 */
#define MILLRACE_MEMBER_EPSILON 20 /* f32: adagrad, rmsprop, adam; else 0 */
#define MILLRACE_MEMBER_SCHEDULE_VALUE 24 /* f32: gamma, decay or final */
#define MILLRACE_MEMBER_SCHEDULE_STEPS 28 /* u32: every or steps; else 0 */
/* Steps on replayed rows after each sample. */
#define MILLRACE_MEMBER_REPLAY_STEPS 32 /* u32 */
/* Share of the old average that a sample keeps, once warm; 0 = no average. */
#define MILLRACE_MEMBER_AVERAGE_DECAY 36 /* f32 */
#define MILLRACE_MEMBER_AVERAGE_BOTH 40 /* u32, 1 = weights and average both answer */
#define MILLRACE_MEMBER_AVERAGES 44 /* u32, offset of the average from the start of the image; 0 = none */
#define MILLRACE_MEMBER_BYTES 48
#define MILLRACE_MEMBERS_LIMIT 32

/* --- Layer record, behind the members, member by member --- */
#define MILLRACE_LAYER_KIND 0 /* u8 */
#define MILLRACE_LAYER_ACTIVATION 1 /* u8 */
#define MILLRACE_LAYER_INITIALIZER 2 /* u8 */
#define MILLRACE_LAYER_FLAGS 3 /* u8 */
#define MILLRACE_LAYER_UNITS 4 /* u32 */
/* u32, offset of the first tensor (standardize: of its scaler) from the start of the image; 0 where there are none. */
#define MILLRACE_LAYER_PARAMETERS 8
/* u32, offset of the slots from the start of the image; 0 where there are none. */
#define MILLRACE_LAYER_SLOTS 12
#define MILLRACE_LAYER_VALUES 16 /* f32[4], by kind; unused ones are 0 */
#define MILLRACE_LAYER_BYTES 32

#define MILLRACE_LAYER_FLAG_BIAS 1 /* dense */
#define MILLRACE_LAYER_FLAG_TRAINABLE 2 /* dense, batchNorm: as specified; the live one is in the state */

/* offsets of the f32 values in the record */
#define MILLRACE_LAYER_ALPHA 16 /* dense, activation: slope of leakyRelu; else 0 */
#define MILLRACE_LAYER_L1 20 /* dense */
#define MILLRACE_LAYER_L2 24 /* dense */
#define MILLRACE_LAYER_RATE 16 /* dropout */
#define MILLRACE_LAYER_DECAY 16 /* batchNorm, standardize (1 = "all") */
#define MILLRACE_LAYER_EPSILON 20 /* batchNorm, standardize */
#define MILLRACE_LAYER_CLIP 24 /* standardize, 0 = none */

/* kinds */
#define MILLRACE_DENSE 1
#define MILLRACE_DROPOUT 2
#define MILLRACE_BATCH_NORM 3
#define MILLRACE_STANDARDIZE 4
#define MILLRACE_ACTIVATION 5

/* activations */
#define MILLRACE_LINEAR 0
#define MILLRACE_SIGMOID 1
#define MILLRACE_TANH 2
#define MILLRACE_RELU 3
#define MILLRACE_LEAKY_RELU 4
#define MILLRACE_SOFTMAX 5

/* initializers */
#define MILLRACE_TORCH_LINEAR 0
#define MILLRACE_HE_UNIFORM 1
#define MILLRACE_HE_NORMAL 2
#define MILLRACE_GLOROT_UNIFORM 3
#define MILLRACE_GLOROT_NORMAL 4
#define MILLRACE_ZEROS 5

/* losses */
#define MILLRACE_MSE 0
#define MILLRACE_MAE 1
#define MILLRACE_HUBER 2
#define MILLRACE_CROSS_ENTROPY 3
#define MILLRACE_BINARY_CROSS_ENTROPY 4

/* optimizers */
#define MILLRACE_SGD 0
#define MILLRACE_MOMENTUM 1
#define MILLRACE_NESTEROV 2
#define MILLRACE_ADAGRAD 3
#define MILLRACE_RMSPROP 4
#define MILLRACE_ADAM 5

/* schedules */
#define MILLRACE_CONSTANT 0
#define MILLRACE_STEP 1
#define MILLRACE_INVERSE_TIME 2
#define MILLRACE_COSINE 3

/* --- Mixture record, behind the layers where there is more than one expert --- */
#define MILLRACE_MIXTURE_ETA 0 /* f32 */
#define MILLRACE_MIXTURE_DECAY 4 /* f32 */
#define MILLRACE_MIXTURE_CAP 8 /* f32, most of a loss that counts */
#define MILLRACE_MIXTURE_LOGISTIC_RATE 12 /* f32 */
#define MILLRACE_MIXTURE_STATE 16 /* u32, offset of its state from the start of the image */
#define MILLRACE_MIXTURE_BYTES 20

/* --- Replay record, behind the mixture --- */
#define MILLRACE_REPLAY_CAPACITY 0 /* u32, rows; balanced: a multiple of the classes */
#define MILLRACE_REPLAY_POLICY 4 /* u32 */
#define MILLRACE_REPLAY_ROWS 8 /* u32, offset of the replay's state from the start of the image */
#define MILLRACE_REPLAY_RESERVED 12 /* u32, 0 */
#define MILLRACE_REPLAY_BYTES 16

/* --- Drift records, behind the replay --- */
#define MILLRACE_DRIFT_KIND 0 /* u8 */
#define MILLRACE_DRIFT_ON 1 /* u8 */
#define MILLRACE_DRIFT_REACTION 2 /* u8, then a byte of 0 */
#define MILLRACE_DRIFT_INPUT 4 /* u32, ON_INPUT; else 0 */
#define MILLRACE_DRIFT_VALUES 8 /* f32[4], by kind: the files in assembly/stream say which; unused ones are 0 */
#define MILLRACE_DRIFT_ROWS 24 /* u32, adwin: bucket sizes kept; else 0 */
#define MILLRACE_DRIFT_FACTOR 28 /* f32, raiseLearningRate: factor; reopenScaler: decay; else 0 */
#define MILLRACE_DRIFT_SAMPLES 32 /* u32, how long these two last; else 0 */
#define MILLRACE_DRIFT_STATE 36 /* u32, offset of its state from the start of the image */
#define MILLRACE_DRIFT_BYTES 40
#define MILLRACE_DRIFTS_LIMIT 8

/* detectors */
#define MILLRACE_DDM 0
#define MILLRACE_HDDM_W 1
#define MILLRACE_PAGE_HINKLEY 2
#define MILLRACE_ADWIN 3

/* what a detector watches */
#define MILLRACE_ON_ERROR 0
#define MILLRACE_ON_LOSS 1
#define MILLRACE_ON_INPUT 2

/* reactions */
#define MILLRACE_REPORT 0
#define MILLRACE_RAISE_LEARNING_RATE 1
#define MILLRACE_REOPEN_SCALER 2
#define MILLRACE_RESET_HEAD 3

/* replay policies */
#define MILLRACE_RING 0
#define MILLRACE_BALANCED 1

/* --- State --- */
#define MILLRACE_STATE_LEARNT 0 /* u64, samples taken by learn */
#define MILLRACE_STATE_PENDING 8 /* u32, rows waiting in the batch */
#define MILLRACE_STATE_RESERVED 12 /* u32, 0 */
#define MILLRACE_STATE_GENERATOR 16 /* u32[4], sfc32: a, b, c, counter */
#define MILLRACE_STATE_BYTES 32

#define MILLRACE_MEMBER_STATE_RATE 0 /* f32, learning rate before the schedule */
#define MILLRACE_MEMBER_STATE_FACTOR 4 /* f32, product of the step schedule */
#define MILLRACE_MEMBER_STATE_CORRECTION1 8 /* f32, adam: 1 - beta1^t */
#define MILLRACE_MEMBER_STATE_CORRECTION2 12 /* f32, adam: 1 - beta2^t */
#define MILLRACE_MEMBER_STATE_UPDATES 16 /* u64 */
#define MILLRACE_MEMBER_STATE_SKIPPED 24 /* u64 */
#define MILLRACE_MEMBER_STATE_BYTES 32

/* --- Keys. Where a key speaks of one layer or member its index stands above KEY_INDEX_SHIFT: key | index << 8 --- */
#define MILLRACE_KEY_INDEX_SHIFT 8
/* set, get (member): the learning rate before the schedule, 0 to 1000. */
#define MILLRACE_KEY_LEARNING_RATE 1
/* set: the weight of the next learnt sample alone, 0 to below 1e18. */
#define MILLRACE_KEY_SAMPLE_WEIGHT 2
/* set, get (layer): 1 learns, 0 is frozen. */
#define MILLRACE_KEY_TRAINABLE 3
/* get (member): the learning rate the next update will use. */
#define MILLRACE_KEY_CURRENT_RATE 4
/* get: l1 sum |w| + l2 sum w^2 over the dense layers. */
#define MILLRACE_KEY_PENALTY 5
/* get (layer): root of the fading mean of the squared gradient norm, before clipping. */
#define MILLRACE_KEY_GRADIENT_NORM 6
/* get (layer): norm of the weights. */
#define MILLRACE_KEY_WEIGHT_NORM 7
/* get (expert): its share in the Hedge over the experts; members in order, weights before average. */
#define MILLRACE_KEY_EXPERT_SHARE 9
/* get (layer): units with no slope in any sample of the last full window: dead (relu) or saturated (sigmoid, tanh). */
#define MILLRACE_KEY_STUCK_UNITS 8

/* get (detector): 0, 1 warning, 2 drift: of the last learnt sample. */
#define MILLRACE_KEY_DRIFT 10
/* get: of the last `score`; the threshold is infinite during the warm-up. */
#define MILLRACE_KEY_SCORE 11
#define MILLRACE_KEY_THRESHOLD 12
/* get: fading losses of the members that replay, before the step: on new samples, on replayed ones. */
#define MILLRACE_KEY_FRESH_LOSS 13
#define MILLRACE_KEY_REPLAY_LOSS 14

/* count: u64 in two halves. */
#define MILLRACE_COUNT_LEARNT 1
#define MILLRACE_COUNT_SKIPPED 2
#define MILLRACE_COUNT_UPDATES 3
#define MILLRACE_COUNT_PENDING 4
/* Not part of the state: since the model was opened. */
#define MILLRACE_COUNT_PREDICTIONS 5
#define MILLRACE_COUNT_REFUSED 6
/* Bytes of the arena this model takes: what `measure` said. */
#define MILLRACE_COUNT_BYTES 7

/* count (detector): drifts so far. */
#define MILLRACE_COUNT_DRIFTS 8

/* fields of `parameter(h, i, field)`; i runs over all tensors, member by member, layer by layer, then the target scaler */
#define MILLRACE_PARAMETER_MEMBER 0
#define MILLRACE_PARAMETER_LAYER 1 /* index in the member; LAYER_OF_TARGETS for the target scaler */
#define MILLRACE_PARAMETER_NAME 2
#define MILLRACE_PARAMETER_RANK 3
#define MILLRACE_PARAMETER_ROWS 4
#define MILLRACE_PARAMETER_COLUMNS 5 /* 1 where the rank is 1 */
#define MILLRACE_PARAMETER_POINTER 6
#define MILLRACE_PARAMETER_TRAINABLE 7
#define MILLRACE_LAYER_OF_TARGETS 0xffffu

/* names of tensors */
#define MILLRACE_NAME_WEIGHT 0
#define MILLRACE_NAME_BIAS 1
#define MILLRACE_NAME_SCALE 2
#define MILLRACE_NAME_SHIFT 3
#define MILLRACE_NAME_MEAN 4
#define MILLRACE_NAME_VARIANCE 5
/* Of a scaler: the sum of the (fading) weights of the samples seen, f32[k]. */
#define MILLRACE_NAME_WEIGHT_SUM 6

/* --- Limits --- */
/* Values of this magnitude and more are refused; compare with Math.fround(LIMIT). */
#define MILLRACE_LIMIT 1.0e18f
/* A missing input in the batch. */
#define MILLRACE_MISSING 3.0e38f
#define MILLRACE_LEARNING_RATE_LIMIT 1000
/* Samples of one window of the stuck-unit figure. */
#define MILLRACE_HEALTH_WINDOW 256
/* Samples a scaler takes as they are before its statistics move with limited ones. */
#define MILLRACE_SCALER_WARM_UP 20
/* Most units of a layer and most inputs: sizes stay within 64 bits until they are refused for memory. */
#define MILLRACE_UNITS_LIMIT 16777216

/* --- Trailer, behind the core part --- */
/* The bytes "MLTR". */
#define MILLRACE_TRAILER_MAGIC 0x52544c4du
#define MILLRACE_TRAILER_LENGTH 4 /* u32, bytes of the JSON text */
#define MILLRACE_TRAILER_CRC 8 /* u32, of the JSON text */
#define MILLRACE_TRAILER_BYTES 12 /* then the JSON text, UTF-8 */

/* --- Memory --- */

/* What all models may take together; the header of an exported model says what it takes. */
#ifndef MILLRACE_ARENA_BYTES
#define MILLRACE_ARENA_BYTES 64512
#endif
#define MILLRACE_ARENA_START 80
#define MILLRACE_MEMORY_BYTES (MILLRACE_ARENA_START + MILLRACE_ARENA_BYTES)
/* Taken besides the memory. The sum is all the RAM there is, the C stack aside. */
#define MILLRACE_GLOBAL_BYTES 448
#define MILLRACE_RAM_BYTES (MILLRACE_MEMORY_BYTES + MILLRACE_GLOBAL_BYTES)

extern uint8_t millrace_memory[];

#if defined(__GNUC__)
typedef float __attribute__((may_alias)) millrace_float;
#else
typedef float millrace_float;
#endif

/* Inputs, outputs and targets: millrace_floats(millrace_input(handle))[0] = 21.5f; */
static inline millrace_float *millrace_floats(int32_t address) {
  return (millrace_float *)(void *)(millrace_memory + address);
}

/* Bytes of a model's file, once `seal` has said where it lies. */
static inline uint32_t millrace_file_bytes(int32_t sealed) {
  const uint8_t *length = millrace_memory + sealed + MILLRACE_HEADER_LENGTH;
  return length[0] | (uint32_t)length[1] << 8 | (uint32_t)length[2] << 16 | (uint32_t)length[3] << 24;
}

/* --- Traps: a division by zero, or with MILLRACE_CHECKED an address outside. None happens in a core that is intact. --- */
#define MILLRACE_TRAP_UNREACHABLE 1
#define MILLRACE_TRAP_MEMORY 2
#define MILLRACE_TRAP_DIVISION 3
#define MILLRACE_TRAP_CONVERSION 4
/* Define it to be told, and do not return: nothing goes on after it. */
void millrace_trap(int32_t reason);

/* --- The core --- */

/* MILLRACE_ABI_VERSION of the core. */
int32_t millrace_abi(void);
/* MILLRACE_SELFTEST_CHECKSUM where floats are computed as everywhere; 0 and E_MEMORY where 16 KiB of arena are not free. */
uint32_t millrace_selftest(void);
/* The last failure: MILLRACE_ERROR_..., raw 32 bits. */
int32_t millrace_error(int32_t field);
/* First free address: where `open` takes an image as it lies. */
uint32_t millrace_arena(void);
/* Bytes of the arena in all. */
uint32_t millrace_capacity(void);
/* Shrinks the arena; before the first `open`. */
int32_t millrace_limit(uint32_t bytes);
/* Bytes of the arena that the model of this image takes. */
int32_t millrace_measure(uint32_t image, uint32_t length);
/* A handle, or what is wrong with the image. */
int32_t millrace_open(uint32_t image, uint32_t length);
/* Gives the model's memory back. */
int32_t millrace_close(int32_t handle);
/* Address of the state: all that learning changes. */
int32_t millrace_state(int32_t handle);
/* Bytes of the state. */
int32_t millrace_state_size(int32_t handle);
/* Refreshes length and CRC: from the address returned on lies a valid file. */
int32_t millrace_seal(int32_t handle);
/* Takes a state; refused, nothing changes. */
int32_t millrace_restore(int32_t handle, uint32_t address, uint32_t length);
/* FNV-1a of the state. */
uint32_t millrace_checksum(int32_t handle);
/* Address of the inputs, for the model's life. */
int32_t millrace_input(int32_t handle);
/* Number of inputs. */
int32_t millrace_input_size(int32_t handle);
/* Address of the answer, good after `predict`. */
int32_t millrace_output(int32_t handle);
/* Number of outputs. */
int32_t millrace_output_size(int32_t handle);
/* Address of the target that `learn` takes. */
int32_t millrace_target(int32_t handle);
/* Number of target values. */
int32_t millrace_target_size(int32_t handle);
/* Answers the inputs; changes no state. */
int32_t millrace_predict(int32_t handle);
/* MILLRACE_LEARN_..., or what is wrong with the sample; nothing is learnt then. */
int32_t millrace_learn(int32_t handle);
/* 1 where the input buffer is an anomaly, else 0; `get` tells score and threshold. */
int32_t millrace_score(int32_t handle);
/* `learn` with a class for a target. */
int32_t millrace_learn_class(int32_t handle, int32_t index);
/* Data loss of the last step, before it. */
float millrace_loss(int32_t handle);
/* Applies a batch that is not full yet. */
int32_t millrace_flush(int32_t handle);
/* Sets what MILLRACE_KEY_... names. */
int32_t millrace_set(int32_t handle, int32_t key, float value);
/* Reads what MILLRACE_KEY_... names. */
float millrace_get(int32_t handle, int32_t key);
/* Low (high = 0) or high half of MILLRACE_COUNT_.... */
uint32_t millrace_count(int32_t handle, int32_t key, int32_t high);
/* MILLRACE_PARAMETER_... of a tensor. */
int32_t millrace_parameter(int32_t handle, int32_t index, int32_t field);

#ifdef __cplusplus
}
#endif

#endif
