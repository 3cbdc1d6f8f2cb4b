// The exports in C: what wasm2c's numbered parameters are called, what is signed, and one line on each.

const parameter = (text) => {
  const [type, name] = text.split(" ");
  return { type, name };
};
const declare = (result, name, parameters, about) => ({ result, name, parameters: parameters.map(parameter), about });

export const isAddress = ({ name }) => name === "image" || name === "address";

const HANDLE = "int32_t handle";
const IMAGE = ["uint32_t image", "uint32_t length"];

export const DECLARATIONS = [
  declare("int32_t", "abi", [], "MILLRACE_ABI_VERSION of the core."),
  declare(
    "uint32_t",
    "selftest",
    [],
    "MILLRACE_SELFTEST_CHECKSUM where floats are computed as everywhere; 0 and E_MEMORY where 16 KiB of arena are not free.",
  ),
  declare("int32_t", "error", ["int32_t field"], "The last failure: MILLRACE_ERROR_..., raw 32 bits."),
  declare("uint32_t", "arena", [], "First free address: where `open` takes an image as it lies."),
  declare("uint32_t", "capacity", [], "Bytes of the arena in all."),
  declare("int32_t", "limit", ["uint32_t bytes"], "Shrinks the arena; before the first `open`."),
  declare("int32_t", "measure", IMAGE, "Bytes of the arena that the model of this image takes."),
  declare("int32_t", "open", IMAGE, "A handle, or what is wrong with the image."),
  declare("int32_t", "close", [HANDLE], "Gives the model's memory back."),
  declare("int32_t", "state", [HANDLE], "Address of the state: all that learning changes."),
  declare("int32_t", "state_size", [HANDLE], "Bytes of the state."),
  declare("int32_t", "seal", [HANDLE], "Refreshes length and CRC: from the address returned on lies a valid file."),
  declare(
    "int32_t",
    "restore",
    [HANDLE, "uint32_t address", "uint32_t length"],
    "Takes a state; refused, nothing changes.",
  ),
  declare("uint32_t", "checksum", [HANDLE], "FNV-1a of the state."),
  declare("int32_t", "input", [HANDLE], "Address of the inputs, for the model's life."),
  declare("int32_t", "input_size", [HANDLE], "Number of inputs."),
  declare("int32_t", "output", [HANDLE], "Address of the answer, good after `predict`."),
  declare("int32_t", "output_size", [HANDLE], "Number of outputs."),
  declare("int32_t", "target", [HANDLE], "Address of the target that `learn` takes."),
  declare("int32_t", "target_size", [HANDLE], "Number of target values."),
  declare("int32_t", "predict", [HANDLE], "Answers the inputs; changes no state."),
  declare(
    "int32_t",
    "learn",
    [HANDLE],
    "MILLRACE_LEARN_..., or what is wrong with the sample; nothing is learnt then.",
  ),
  declare(
    "int32_t",
    "score",
    [HANDLE],
    "1 where the input buffer is an anomaly, else 0; `get` tells score and threshold.",
  ),
  declare("int32_t", "learn_class", [HANDLE, "int32_t index"], "`learn` with a class for a target."),
  declare("float", "loss", [HANDLE], "Data loss of the last step, before it."),
  declare("int32_t", "flush", [HANDLE], "Applies a batch that is not full yet."),
  declare("int32_t", "set", [HANDLE, "int32_t key", "float value"], "Sets what MILLRACE_KEY_... names."),
  declare("float", "get", [HANDLE, "int32_t key"], "Reads what MILLRACE_KEY_... names."),
  declare(
    "uint32_t",
    "count",
    [HANDLE, "int32_t key", "int32_t high"],
    "Low (high = 0) or high half of MILLRACE_COUNT_....",
  ),
  declare("int32_t", "parameter", [HANDLE, "int32_t index", "int32_t field"], "MILLRACE_PARAMETER_... of a tensor."),
];
