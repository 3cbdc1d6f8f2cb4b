const MVP = ["bulk-memory", "sign-extension", "nontrapping-f2i", "mutable-globals"];

interface Compiler {
  main(
    flags: string[],
    host: { writeFile(name: string, contents: Uint8Array | string): void },
  ): Promise<{ error: Error | null; stderr: { toString(): string } }>;
}

/** Compiles one file of the core on its own, with the flags of the scalar build, and gives its exports. */
export async function compileAlone(file: string): Promise<WebAssembly.Exports> {
  // By a name the type checker does not follow: the compiler's types declare i32 and its like as globals.
  const name: string = "assemblyscript/asc";
  const { default: asc } = (await import(name)) as { default: Compiler };
  let wasm: Uint8Array<ArrayBuffer> | undefined;
  const flags = [
    ...["-o", "alone.wasm", "--runtime", "stub", "--noAssert", "--use", "abort=", "-O3"],
    ...MVP.flatMap((feature) => ["--disable", feature]),
  ];
  const { error, stderr } = await asc.main([file, ...flags], {
    writeFile: (_, contents) => {
      if (typeof contents !== "string") wasm = contents.slice();
    },
  });
  if (error || wasm === undefined) throw new Error(`asc: ${stderr.toString()}`);
  const { instance } = await WebAssembly.instantiate(wasm);
  return instance.exports;
}
