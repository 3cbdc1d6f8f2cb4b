// Runs the experiments of docs/concepts.md, draws them into docs/pictures and writes their figures: npm run concepts
// With -- --check nothing is written, and what would be is held against what is there.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { EXPERIMENTS } from "./concepts/experiments.mjs";
import { picture } from "./concepts/picture.mjs";

const DOCS = new URL("../docs/", import.meta.url);
const { values } = parseArgs({ options: { check: { type: "boolean" } } });

const differing = [];
mkdirSync(new URL("pictures/", DOCS), { recursive: true });
let page = readFileSync(new URL("concepts.md", DOCS), "utf8");
for (const experiment of EXPERIMENTS) {
  const { name, title, figures, ...rest } = await experiment();
  put(`pictures/${name}.svg`, picture({ title, ...rest }));
  const place = new RegExp(`(<!-- ${name} -->\n)[^]*?(<!-- / -->)`);
  if (!place.test(page)) throw new Error(`docs/concepts.md has no place for ${name}`);
  const text = `![${title}](pictures/${name}.svg)\n\n${figures.map((line) => `- ${line}`).join("\n")}\n`;
  page = page.replace(place, (_, start, end) => `${start}${text}${end}`);
  console.error(`${name}: ${figures.join(" ")}`);
}
put("concepts.md", page);
if (differing.length > 0) throw new Error(`not as it is run today: ${differing.join(", ")}; npm run concepts`);

function put(file, text) {
  const path = new URL(file, DOCS);
  if (!values.check) writeFileSync(path, text);
  else if (readFileSync(path, "utf8") !== text) differing.push(`docs/${file}`);
}
