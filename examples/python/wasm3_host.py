"""Millrace in Python on wasm3: wasm3_host.py CORE.wasm [RUN.trace [STATE]]   (pip install pywasm3)"""

from importlib.metadata import version

import wasm3
from millrace_trace import main

STACK_BYTES = 65536


class Core:
    def __init__(self, path):
        environment = wasm3.Environment()
        self.runtime = environment.new_runtime(STACK_BYTES)
        with open(path, "rb") as file:
            self.runtime.load(environment.parse_module(file.read()))
        self.functions = {}

    def call(self, name, *arguments):
        if name not in self.functions:
            self.functions[name] = self.runtime.find_function(name)
        return self.functions[name](*arguments)

    def reserve(self, end):
        # This host cannot grow memory; core.mcu.wasm never does.
        if end > len(self.runtime.get_memory(0)):
            raise SystemExit("the model does not fit the memory of this core")

    def read(self, address, size):
        return bytes(self.runtime.get_memory(0)[address : address + size])

    def write(self, address, data):
        self.runtime.get_memory(0)[address : address + len(data)] = data


if __name__ == "__main__":
    main(f"wasm3 {version('pywasm3')}", Core)
