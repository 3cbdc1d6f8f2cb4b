"""Reads a Millrace trace: an image, the calls that followed, the check sum of the state behind them."""

import struct
import sys
import time

FNV_START, FNV_PRIME = 0x811C9DC5, 0x01000193
OPS = {1: "predict", 2: "learn", 3: "learn_class", 4: "flush", 5: "set"}


def fnv1a(data, value=FNV_START):
    for byte in data:
        value = ((value ^ byte) * FNV_PRIME) & 0xFFFFFFFF
    return value


def replay(core, path, state_path=None):
    """Replays a trace on `core`: call(name, *arguments) -> int, read(address, size) -> bytes, write(address, bytes)."""
    with open(path, "rb") as file:
        trace = file.read()
    magic, version, image_bytes, calls, expected = struct.unpack_from("<5I", trace)
    if magic != 0x5254524D or version != 1:
        sys.exit(f"{path}: not a trace of version 1")
    core.reserve(core.call("arena") + image_bytes)
    image = core.call("arena")
    core.write(image, trace[32 : 32 + image_bytes])
    handle = core.call("open", image, image_bytes)
    if handle <= 0:
        sys.exit(f"{path}: open failed with {handle}")

    addresses = {name: core.call(name, handle) for name in ("input", "target", "output")}
    inputs, outputs = 4 * core.call("input_size", handle), 4 * core.call("output_size", handle)
    at, answers, begin = 32 + (image_bytes + 3) // 4 * 4, FNV_START, time.perf_counter()
    for number in range(1, calls + 1):
        name = OPS[struct.unpack_from("<I", trace, at)[0]]
        at, arguments = at + 4, (handle,)
        if name in ("predict", "learn", "learn_class"):
            core.write(addresses["input"], trace[at : at + inputs])
            at += inputs
        if name == "learn":
            core.write(addresses["target"], trace[at : at + outputs])
            at += outputs
        elif name == "learn_class":
            arguments, at = (handle, *struct.unpack_from("<i", trace, at)), at + 4
        elif name == "set":
            arguments, at = (handle, *struct.unpack_from("<if", trace, at)), at + 8
        status = core.call(name, *arguments)
        if status < 0:
            sys.exit(f"{path}: call {number}, {name}, failed with {status}")
        if name == "predict":
            answers = fnv1a(core.read(addresses["output"], outputs), answers)
    seconds = time.perf_counter() - begin

    checksum = core.call("checksum", handle) & 0xFFFFFFFF
    state = bytes(core.read(core.call("state", handle), core.call("state_size", handle)))
    if state_path:
        with open(state_path, "wb") as file:
            file.write(state)
    print(f"checksum {checksum:08x}\nstate {fnv1a(state):08x}\nanswers {answers:08x}\nseconds {seconds:.6f}")
    if checksum != expected:
        sys.exit(f"{path}: the state ended as {checksum:08x}; recorded {expected:08x}")


def main(host, load):
    """The command line of a host: CORE.wasm prints the self test, with RUN.trace [STATE] behind it replays."""
    if len(sys.argv) not in (2, 3, 4):
        sys.exit(f"usage: {sys.argv[0]} CORE.wasm [RUN.trace [STATE]]")
    core = load(sys.argv[1])
    print(f"version {host}")
    if len(sys.argv) == 2:
        print(f"selftest {core.call('selftest') & 0xFFFFFFFF:08x}")
    else:
        replay(core, *sys.argv[2:])
