// Millrace in Go on wazero: a recorded run, replayed. No cgo.
//
//	go run . [-interpreter] CORE.wasm [RUN.trace [STATE]]
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"runtime/debug"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
)

func main() {
	interpreter := flag.Bool("interpreter", false, "interpret the module instead of compiling it")
	flag.Parse()
	config := wazero.NewRuntimeConfigCompiler()
	if *interpreter {
		config = wazero.NewRuntimeConfigInterpreter()
	}
	wasm := must(os.ReadFile(flag.Arg(0)))
	core := must(wazero.NewRuntimeWithConfig(context.Background(), config).Instantiate(context.Background(), wasm))
	for _, module := range found(debug.ReadBuildInfo()).Deps {
		if module.Path == "github.com/tetratelabs/wazero" {
			fmt.Println("version wazero", module.Version[1:])
		}
	}
	if flag.NArg() < 2 {
		fmt.Printf("selftest %08x\n", call(core, "selftest"))
	} else {
		replay(core, must(os.ReadFile(flag.Arg(1))), flag.Arg(2))
	}
}

// Calls an export. Arguments and results are words of 32 bits, floats as their bits; a negative result is an error code.
func call(core api.Module, name string, arguments ...uint32) uint32 {
	var stack [3]uint64
	for i, argument := range arguments {
		stack[i] = uint64(argument)
	}
	check(core.ExportedFunction(name).CallWithStack(context.Background(), stack[:]))
	return uint32(stack[0])
}
