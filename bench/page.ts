import { readFileSync, writeFileSync } from "node:fs";

const PAGE = new URL("../docs/benchmarks.md", import.meta.url);

/** Puts a text between `<!-- name -->` and `<!-- / -->` of docs/benchmarks.md. */
export function writeSection(name: string, text: string): void {
  const page = readFileSync(PAGE, "utf8");
  const place = new RegExp(`(<!-- ${name} -->\n)[^]*?(<!-- / -->)`);
  if (!place.test(page)) throw new Error(`docs/benchmarks.md has no place for ${name}`);
  writeFileSync(
    PAGE,
    page.replace(place, (_, start: string, end: string) => `${start}${text.trim()}\n${end}`),
  );
  console.log(`written: docs/benchmarks.md, ${name}`);
}
