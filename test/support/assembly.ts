import asc from "assemblyscript/asc";

const MVP = ["bulk-memory", "sign-extension", "nontrapping-f2i", "mutable-globals"];

/** Compiles one file of the core on its own, with the flags of the scalar build, and gives its exports. */
export async function compileAlone(file: string): Promise<WebAssembly.Exports> {
  let wasm: Uint8Array<ArrayBuffer> | undefined;
  const flags = [
    "-o",
    "alone.wasm",
    ...["--runtime", "stub", "--noAssert", "--use", "abort=", "-O3"],
    ...MVP.flatMap((feature) => ["--disable", feature]),
  ];
  const { error, stderr } = await asc.main([file, ...flags], {
    writeFile: (_name: string, contents: Uint8Array | string) => {
      if (typeof contents !== "string") wasm = contents.slice() as Uint8Array<ArrayBuffer>;
    },
  });
  if (error || wasm === undefined) throw new Error(`asc: ${stderr.toString()}`);
  const { instance } = await WebAssembly.instantiate(wasm);
  return instance.exports;
}
