// Rows of stdin through the command build.
import { runWasi } from "../dist/wasi.js";

process.exitCode = await runWasi(["predict", process.argv[2] as string]);
const { user, system } = process.cpuUsage();
process.stderr.write(String(user + system));
