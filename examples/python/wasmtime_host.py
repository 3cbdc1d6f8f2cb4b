"""Millrace in Python on wasmtime: wasmtime_host.py CORE.wasm [RUN.trace [STATE]]   (pip install wasmtime)"""

from importlib.metadata import version

from millrace_trace import main
from wasmtime import Engine, Instance, Module, Store


class Core:
    def __init__(self, path):
        engine = Engine()
        self.store = Store(engine)
        self.exports = Instance(self.store, Module.from_file(engine, path), []).exports(self.store)
        self.memory = self.exports["memory"]

    def call(self, name, *arguments):
        return self.exports[name](self.store, *arguments)

    def reserve(self, end):
        missing = end - self.memory.data_len(self.store)
        if missing > 0:
            self.memory.grow(self.store, -(-missing // 65536))

    def read(self, address, size):
        return self.memory.read(self.store, address, address + size)

    def write(self, address, data):
        self.memory.write(self.store, data, address)


if __name__ == "__main__":
    main(f"wasmtime {version('wasmtime')}", Core)
