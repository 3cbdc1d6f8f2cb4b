"""The Millrace command in Python on wasmtime: wasmtime_wasi.py millrace.wasi.wasm FOLDER learn MODEL ... < rows

The command sees FOLDER and nothing else; names of files are relative to it.   (pip install wasmtime)
"""

import sys

from wasmtime import Engine, ExitTrap, Linker, Module, Store, WasiConfig


def run(path, folder, arguments):
    wasi = WasiConfig()
    wasi.argv = ["millrace", *arguments]
    wasi.preopen_dir(folder, ".")
    wasi.inherit_stdin()
    wasi.inherit_stdout()
    wasi.inherit_stderr()
    engine = Engine()
    store = Store(engine)
    store.set_wasi(wasi)
    linker = Linker(engine)
    linker.define_wasi()
    command = linker.instantiate(store, Module.from_file(engine, path))
    try:
        command.exports(store)["_start"](store)
    except ExitTrap as trap:
        return trap.code
    return 0


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(f"usage: {sys.argv[0]} millrace.wasi.wasm FOLDER predict|learn|inspect MODEL ...")
    sys.exit(run(sys.argv[1], sys.argv[2], sys.argv[3:]))
