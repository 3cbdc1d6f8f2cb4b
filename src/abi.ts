/**
 * The binary contract between host and core: codes, keys and byte offsets as plain literals.
 *
 * Both compilers read this file (tsc for the host, asc for the core), so a number is stated once.
 * Everything is little-endian. Offsets are bytes from the start of the thing they belong to.
 *
 *   .millrace file
 *   ┌────────┬─────────┬─────────┬─────────┬─────────┬─────────┬─────────┬───────┬────────────────┐
 *   │ header │ members │ layers  │ mixture │ replay  │ drift   │ class   │ state │ trailer (JSON) │
 *   │ 80     │ 48 each │ 32 each │ 0 or 20 │ 0 or 16 │ 40 each │ weights │       │ may be cut off │
 *   └────────┴─────────┴─────────┴─────────┴─────────┴─────────┴─────────┴───────┴────────────────┘
 *   └───────────────────────── core part: `LENGTH` bytes ────────────────────────┘
 *   A mixture record is there where the model has more than one expert: each member is one, a member whose answer is
 *   both its weights' and their average's is two.
 *   The state begins at the next multiple of 16 and runs to the end of the core part.
 *   An image with FLAG_FRESH ends where the state would begin; `open` draws the state behind it.
 *
 *   state
 *   ┌─────────┬─────────┬───────────┬─────────┬────────┬────────────┬───────┬──────────┬─────────┬───────┬──────┐
 *   │ STATE_* │ member  │ trainable │ input   │ target │ parameters │ slots │ averages │ mixture │ drift │ rows │
 *   │ 32      │ 32 each │ u32 each  │ scalers │ scaler │ by layer   │       │          │         │       │      │
 *   └─────────┴─────────┴───────────┴─────────┴────────┴────────────┴───────┴──────────┴─────────┴───────┴──────┘
 *   input scalers  one for each setting: members with equal standardize layers share one
 *   scaler       weight f32[k], count u32[k], mean f32[n], variance f32[n];  k = n where inputs may be missing, else 1
 *   dense        weight f32[units][inputs], bias f32[units] where FLAG_BIAS
 *   batchNorm    scale, shift, mean, variance: f32[units] each
 *   slots        by layer: slot 0 of its trained tensors (dense: weight, bias; batchNorm: scale, shift), then slot 1
 *   averages     of a member that keeps one: its parameters once more, in their order
 *   mixture      fading loss of each expert f32[experts]; under crossEntropy also the weights of the logistic mix
 *                f32[experts] and the fading losses of Hedge and logistic mix f32[2]
 *   drift        of each detector: assembly/stream/drift.ts; then scores of an anomaly model: assembly/stream/quantile.ts;
 *                then of balanced classes the samples of each u32[outputs]
 *   rows         of the replay, or waiting in the batch
 *   replay       ring: next row u32, rows held u32; balanced: for each class rows seen u32, rows held u32; then the rows
 *   row          inputs f32[inputs], target f32[outputs], sample weight f32; a missing input is MISSING
 */

export const ABI_VERSION = 1;
export const FORMAT_VERSION = 1;
/** What `selftest` answers on every runtime under this ABI version. */
export const SELFTEST_CHECKSUM = 0x6db2ec7c;

// --- Status codes: exports return >= 0 or one of these ---
export const OK = 0;
export const E_HANDLE = -1;
export const E_MEMORY = -2;
export const E_FORMAT = -3;
export const E_VERSION = -4;
export const E_CRC = -5;
export const E_SPEC = -6;
export const E_SHAPE = -7;
export const E_VALUE = -8;
export const E_CLASS = -9;
export const E_KEY = -10;
export const E_STATE = -11;

// `error(i)`: the last failure, raw 32 bits
export const ERROR_CODE = 0;
/**
 * VALUE: index into input, then target (inputs + i), or WHERE_WEIGHT. FORMAT, SPEC: byte offset in the image.
 * STATE: byte offset in the state. KEY: the key. HANDLE: the handle.
 */
export const ERROR_WHERE = 1;
/** VALUE: the f32 bits of the limit. MEMORY: bytes needed. CLASS: number of classes. Elsewhere what was expected. */
export const ERROR_EXPECTED = 2;
/** VALUE: the f32 bits found. MEMORY: bytes available. Elsewhere what was found. */
export const ERROR_ACTUAL = 3;
export const WHERE_WEIGHT = 0xffffffff;

// `learn`, `flush`
export const LEARN_STEPPED = 0;
export const LEARN_BUFFERED = 1;
export const LEARN_SKIPPED = 2;

// Handle = generation << HANDLE_SLOT_BITS | slot + 1
export const HANDLE_SLOT_BITS = 20;

// --- Header ---
/** The bytes "MILR". */
export const MAGIC = 0x524c494d;
export const HEADER_MAGIC = 0; // u32
export const HEADER_FORMAT = 4; // u16
export const HEADER_ABI = 6; // u16
export const HEADER_LENGTH = 8; // u32, bytes of the core part
export const HEADER_CRC = 12; // u32, CRC-32 of the core part without these four bytes
export const HEADER_FLAGS = 16; // u32
export const HEADER_INPUTS = 20; // u32
export const HEADER_OUTPUTS = 24; // u32
export const HEADER_STATE = 28; // u32, offset of the state
export const HEADER_STATE_BYTES = 32; // u32
export const HEADER_MEMBERS = 36; // u16
export const HEADER_REPLAYS = 38; // u16, 0 or 1
export const HEADER_DRIFTS = 40; // u16
export const HEADER_LAYERS = 42; // u16, of all members
export const HEADER_LOSS = 44; // u8, then 3 bytes of 0
export const HEADER_DELTA = 48; // f32, huber; else 0
export const HEADER_BATCH = 52; // u32
export const HEADER_SEED = 56; // u32
export const HEADER_TARGET_DECAY = 60; // f32, 1 = "all"; 0 without FLAG_TARGETS
export const HEADER_TARGET_CLIP = 64; // f32, 0 = none
export const HEADER_TARGET_EPSILON = 68; // f32
export const HEADER_QUANTILE = 72; // f32, of the scores: FLAG_ANOMALY; else 0
export const HEADER_WARM_UP = 76; // u32, samples before there is a threshold: FLAG_ANOMALY; else 0
export const HEADER_BYTES = 80;

export const FLAG_FRESH = 1;
export const FLAG_MISSING = 2;
export const FLAG_TARGETS = 4;
/** The target is the standardised input itself; members share one scaler. */
export const FLAG_ANOMALY = 8;
/** Class weights behind the drift records: f32[outputs]. */
export const FLAG_CLASS_WEIGHTS = 16;
/** Each class weighs the inverse of its share so far. */
export const FLAG_BALANCED = 32;
export const FLAGS_KNOWN = 63;

// --- Member record, behind the header ---
export const MEMBER_LAYERS = 0; // u16
export const MEMBER_OPTIMIZER = 2; // u8
export const MEMBER_SCHEDULE = 3; // u8
export const MEMBER_RATE = 4; // f32
export const MEMBER_CLIP = 8; // f32, 0 = none
export const MEMBER_BETA1 = 12; // f32: momentum of momentum and nesterov, rho of rmsprop, beta1 of adam; else 0
export const MEMBER_BETA2 = 16; // f32: adam; else 0
export const MEMBER_EPSILON = 20; // f32: adagrad, rmsprop, adam; else 0
export const MEMBER_SCHEDULE_VALUE = 24; // f32: gamma, decay or final
export const MEMBER_SCHEDULE_STEPS = 28; // u32: every or steps; else 0
/** Steps on replayed rows after each sample. */
export const MEMBER_REPLAY_STEPS = 32; // u32
/** Share of the old average that a sample keeps, once warm; 0 = no average. */
export const MEMBER_AVERAGE_DECAY = 36; // f32
export const MEMBER_AVERAGE_BOTH = 40; // u32, 1 = weights and average both answer
export const MEMBER_AVERAGES = 44; // u32, offset of the average from the start of the image; 0 = none
export const MEMBER_BYTES = 48;
export const MEMBERS_LIMIT = 32;

// --- Layer record, behind the members, member by member ---
export const LAYER_KIND = 0; // u8
export const LAYER_ACTIVATION = 1; // u8
export const LAYER_INITIALIZER = 2; // u8
export const LAYER_FLAGS = 3; // u8
export const LAYER_UNITS = 4; // u32
/** u32, offset of the first tensor (standardize: of its scaler) from the start of the image; 0 where there are none. */
export const LAYER_PARAMETERS = 8;
/** u32, offset of the slots from the start of the image; 0 where there are none. */
export const LAYER_SLOTS = 12;
export const LAYER_VALUES = 16; // f32[4], by kind; unused ones are 0
export const LAYER_BYTES = 32;

export const LAYER_FLAG_BIAS = 1; // dense
export const LAYER_FLAG_TRAINABLE = 2; // dense, batchNorm: as specified; the live one is in the state

// offsets of the f32 values in the record
export const LAYER_ALPHA = 16; // dense, activation: slope of leakyRelu; else 0
export const LAYER_L1 = 20; // dense
export const LAYER_L2 = 24; // dense
export const LAYER_RATE = 16; // dropout
export const LAYER_DECAY = 16; // batchNorm, standardize (1 = "all")
export const LAYER_EPSILON = 20; // batchNorm, standardize
export const LAYER_CLIP = 24; // standardize, 0 = none

// kinds
export const DENSE = 1;
export const DROPOUT = 2;
export const BATCH_NORM = 3;
export const STANDARDIZE = 4;
export const ACTIVATION = 5;

// activations
export const LINEAR = 0;
export const SIGMOID = 1;
export const TANH = 2;
export const RELU = 3;
export const LEAKY_RELU = 4;
export const SOFTMAX = 5;

// initializers
export const TORCH_LINEAR = 0;
export const HE_UNIFORM = 1;
export const HE_NORMAL = 2;
export const GLOROT_UNIFORM = 3;
export const GLOROT_NORMAL = 4;
export const ZEROS = 5;

// losses
export const MSE = 0;
export const MAE = 1;
export const HUBER = 2;
export const CROSS_ENTROPY = 3;
export const BINARY_CROSS_ENTROPY = 4;

// optimizers
export const SGD = 0;
export const MOMENTUM = 1;
export const NESTEROV = 2;
export const ADAGRAD = 3;
export const RMSPROP = 4;
export const ADAM = 5;

// schedules
export const CONSTANT = 0;
export const STEP = 1;
export const INVERSE_TIME = 2;
export const COSINE = 3;

// --- Mixture record, behind the layers where there is more than one expert ---
export const MIXTURE_ETA = 0; // f32
export const MIXTURE_DECAY = 4; // f32
export const MIXTURE_CAP = 8; // f32, most of a loss that counts
export const MIXTURE_LOGISTIC_RATE = 12; // f32
export const MIXTURE_STATE = 16; // u32, offset of its state from the start of the image
export const MIXTURE_BYTES = 20;

// --- Replay record, behind the mixture ---
export const REPLAY_CAPACITY = 0; // u32, rows; balanced: a multiple of the classes
export const REPLAY_POLICY = 4; // u32
export const REPLAY_ROWS = 8; // u32, offset of the replay's state from the start of the image
export const REPLAY_RESERVED = 12; // u32, 0
export const REPLAY_BYTES = 16;

// --- Drift records, behind the replay ---
export const DRIFT_KIND = 0; // u8
export const DRIFT_ON = 1; // u8
export const DRIFT_REACTION = 2; // u8, then a byte of 0
export const DRIFT_INPUT = 4; // u32, ON_INPUT; else 0
export const DRIFT_VALUES = 8; // f32[4], by kind: the files in assembly/stream say which; unused ones are 0
export const DRIFT_ROWS = 24; // u32, adwin: bucket sizes kept; else 0
export const DRIFT_FACTOR = 28; // f32, raiseLearningRate: factor; reopenScaler: decay; else 0
export const DRIFT_SAMPLES = 32; // u32, how long these two last; else 0
export const DRIFT_STATE = 36; // u32, offset of its state from the start of the image
export const DRIFT_BYTES = 40;
export const DRIFTS_LIMIT = 8;

// detectors
export const DDM = 0;
export const HDDM_W = 1;
export const PAGE_HINKLEY = 2;
export const ADWIN = 3;

// what a detector watches
export const ON_ERROR = 0;
export const ON_LOSS = 1;
export const ON_INPUT = 2;

// reactions
export const REPORT = 0;
export const RAISE_LEARNING_RATE = 1;
export const REOPEN_SCALER = 2;
export const RESET_HEAD = 3;

// replay policies
export const RING = 0;
export const BALANCED = 1;

// --- State ---
export const STATE_LEARNT = 0; // u64, samples taken by learn
export const STATE_PENDING = 8; // u32, rows waiting in the batch
export const STATE_RESERVED = 12; // u32, 0
export const STATE_GENERATOR = 16; // u32[4], sfc32: a, b, c, counter
export const STATE_BYTES = 32;

export const MEMBER_STATE_RATE = 0; // f32, learning rate before the schedule
export const MEMBER_STATE_FACTOR = 4; // f32, product of the step schedule
export const MEMBER_STATE_CORRECTION1 = 8; // f32, adam: 1 - beta1^t
export const MEMBER_STATE_CORRECTION2 = 12; // f32, adam: 1 - beta2^t
export const MEMBER_STATE_UPDATES = 16; // u64
export const MEMBER_STATE_SKIPPED = 24; // u64
export const MEMBER_STATE_BYTES = 32;

// --- Keys. Where a key speaks of one layer or member its index stands above KEY_INDEX_SHIFT: key | index << 8 ---
export const KEY_INDEX_SHIFT = 8;
/** set, get (member): the learning rate before the schedule, 0 to 1000. */
export const KEY_LEARNING_RATE = 1;
/** set: the weight of the next learnt sample alone, 0 to below 1e18. */
export const KEY_SAMPLE_WEIGHT = 2;
/** set, get (layer): 1 learns, 0 is frozen. */
export const KEY_TRAINABLE = 3;
/** get (member): the learning rate the next update will use. */
export const KEY_CURRENT_RATE = 4;
/** get: l1 sum |w| + l2 sum w^2 over the dense layers. */
export const KEY_PENALTY = 5;
/** get (layer): root of the fading mean of the squared gradient norm, before clipping. */
export const KEY_GRADIENT_NORM = 6;
/** get (layer): norm of the weights. */
export const KEY_WEIGHT_NORM = 7;
/** get (expert): its share in the Hedge over the experts; members in order, weights before average. */
export const KEY_EXPERT_SHARE = 9;
/** get (layer): units with no slope in any sample of the last full window: dead (relu) or saturated (sigmoid, tanh). */
export const KEY_STUCK_UNITS = 8;

/** get (detector): 0, 1 warning, 2 drift: of the last learnt sample. */
export const KEY_DRIFT = 10;
/** get: of the last `score`; the threshold is infinite during the warm-up. */
export const KEY_SCORE = 11;
export const KEY_THRESHOLD = 12;
/** get: fading losses of the members that replay, before the step: on new samples, on replayed ones. */
export const KEY_FRESH_LOSS = 13;
export const KEY_REPLAY_LOSS = 14;

/** count: u64 in two halves. */
export const COUNT_LEARNT = 1;
export const COUNT_SKIPPED = 2;
export const COUNT_UPDATES = 3;
export const COUNT_PENDING = 4;
/** Not part of the state: since the model was opened. */
export const COUNT_PREDICTIONS = 5;
export const COUNT_REFUSED = 6;
/** Bytes of the arena this model takes: what `measure` said. */
export const COUNT_BYTES = 7;

/** count (detector): drifts so far. */
export const COUNT_DRIFTS = 8;

// fields of `parameter(h, i, field)`; i runs over all tensors, member by member, layer by layer, then the target scaler
export const PARAMETER_MEMBER = 0;
export const PARAMETER_LAYER = 1; // index in the member; LAYER_OF_TARGETS for the target scaler
export const PARAMETER_NAME = 2;
export const PARAMETER_RANK = 3;
export const PARAMETER_ROWS = 4;
export const PARAMETER_COLUMNS = 5; // 1 where the rank is 1
export const PARAMETER_POINTER = 6;
export const PARAMETER_TRAINABLE = 7;
export const LAYER_OF_TARGETS = 0xffff;

// names of tensors
export const NAME_WEIGHT = 0;
export const NAME_BIAS = 1;
export const NAME_SCALE = 2;
export const NAME_SHIFT = 3;
export const NAME_MEAN = 4;
export const NAME_VARIANCE = 5;
/** Of a scaler: the sum of the (fading) weights of the samples seen, f32[k]. */
export const NAME_WEIGHT_SUM = 6;

// --- Limits ---
/** Values of this magnitude and more are refused; compare with Math.fround(LIMIT). */
export const LIMIT = 1e18;
/** A missing input in the batch. */
export const MISSING = 3e38;
export const LEARNING_RATE_LIMIT = 1000;
/** Samples of one window of the stuck-unit figure. */
export const HEALTH_WINDOW = 256;
/** Samples a scaler takes as they are before its statistics move with limited ones. */
export const SCALER_WARM_UP = 20;
/** Most units of a layer and most inputs: sizes stay within 64 bits until they are refused for memory. */
export const UNITS_LIMIT = 16777216;

// --- Trailer, behind the core part ---
/** The bytes "MLTR". */
export const TRAILER_MAGIC = 0x52544c4d;
export const TRAILER_LENGTH = 4; // u32, bytes of the JSON text
export const TRAILER_CRC = 8; // u32, of the JSON text
export const TRAILER_BYTES = 12; // then the JSON text, UTF-8
