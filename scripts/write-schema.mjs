// Writes schema/gateway.schema.json and the tables of docs/configuration.md from the one definition of a configuration.
// `test/gateway-config-schema.test.ts` holds both to it.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { configurationSchema, keyTable } from "../dist/gateway/config/json-schema.js";

const PAGE = "docs/configuration.md";

mkdirSync("schema", { recursive: true });
writeFileSync("schema/gateway.schema.json", `${JSON.stringify(configurationSchema(), null, 2)}\n`);
const filled = readFileSync(PAGE, "utf8").replace(
  /(<!-- keys of (\S+) -->\n)[\s\S]*?(<!-- end -->)/g,
  (_, head, at, end) => `${head}\n${keyTable(at === "top" ? "" : at)}\n\n${end}`,
);
writeFileSync(PAGE, filled);
