/** Tables between the markers of a page: <!-- name --> ... <!-- / --> */
import { readFileSync, writeFileSync } from "node:fs";

/** @param parts of name and text */
export function fillPage(page, parts) {
  let text = readFileSync(page, "utf8");
  for (const [name, content] of Object.entries(parts)) {
    const marked = new RegExp(`(<!-- ${name} -->\n)(?:(?!<!--)[^])*`);
    if (!marked.test(text)) throw new Error(`${page} has no place for ${name}`);
    text = text.replace(marked, (_all, head) => `${head}${content}\n`);
  }
  writeFileSync(page, text);
}

/** @param rows of cells, the head first; the first `left` columns are texts */
export function tableOf(rows, left = 1) {
  const [head, ...others] = rows;
  const rule = head.map((_, i) => (i < left ? "---" : "---:"));
  return [head, rule, ...others].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** A share as .123 */
export function share(value, digits = 3) {
  return value.toFixed(digits).replace(/^0/, "");
}

export function meanOf(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
