package main

import (
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"os"
	"time"

	"github.com/tetratelabs/wazero/api"
)

var names = []string{"", "predict", "learn", "learn_class", "flush", "set"}

// Opens the image of a trace, makes its calls and prints how the state ended; writes the state where a path is given.
func replay(core api.Module, trace []byte, statePath string) {
	word := func(at uint32) uint32 { return binary.LittleEndian.Uint32(trace[at:]) }
	if len(trace) < 32 || word(0) != 0x5254524d || word(4) != 1 {
		check(fmt.Errorf("this is no trace of version 1"))
	}
	size, calls, expected := word(8), word(12), word(16)
	image, memory := call(core, "arena"), core.Memory()
	if end := image + size; end > memory.Size() {
		memory.Grow((end - memory.Size() + 65535) / 65536)
	}
	memory.Write(image, trace[32:32+size])
	handle := status("open", call(core, "open", image, size))
	input, target, output := call(core, "input", handle), call(core, "target", handle), call(core, "output", handle)
	inputs, outputs := 4*call(core, "input_size", handle), 4*call(core, "output_size", handle)

	answers, at, begin := fnv.New32a(), 32+(size+3)/4*4, time.Now()
	for n := uint32(1); n <= calls; n++ {
		name, arguments := names[word(at)], []uint32{handle}
		at += 4
		if name != "flush" && name != "set" {
			memory.Write(input, trace[at:at+inputs])
			at += inputs
		}
		switch name {
		case "learn":
			memory.Write(target, trace[at:at+outputs])
			at += outputs
		case "learn_class":
			arguments, at = append(arguments, word(at)), at+4
		case "set":
			arguments, at = append(arguments, word(at), word(at+4)), at+8
		}
		status(fmt.Sprintf("call %d, %s", n, name), call(core, name, arguments...))
		if name == "predict" {
			answers.Write(found(memory.Read(output, outputs)))
		}
	}
	seconds := time.Since(begin).Seconds()

	checksum, hash := call(core, "checksum", handle), fnv.New32a()
	state := found(memory.Read(call(core, "state", handle), call(core, "state_size", handle)))
	hash.Write(state)
	fmt.Printf("checksum %08x\nstate %08x\nanswers %08x\nseconds %.6f\n", checksum, hash.Sum32(), answers.Sum32(), seconds)
	if statePath != "" {
		check(os.WriteFile(statePath, state, 0o644))
	}
	if checksum != expected {
		check(fmt.Errorf("the state ended as %08x; recorded %08x", checksum, expected))
	}
}

func status(what string, code uint32) uint32 {
	if int32(code) < 0 {
		check(fmt.Errorf("%s failed with %d", what, int32(code)))
	}
	return code
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "error:", err)
		os.Exit(1)
	}
}

func must[T any](value T, err error) T {
	check(err)
	return value
}

func found[T any](value T, ok bool) T {
	if !ok {
		check(fmt.Errorf("out of range"))
	}
	return value
}
