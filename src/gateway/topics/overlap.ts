/** Whether some topic goes through both filters. `{name}` of a template counts as any text. */
export function overlaps(a: string, b: string): boolean {
  const left = levelsOf(a);
  const right = levelsOf(b);
  for (let i = 0; ; i++) {
    const one = left[i];
    const other = right[i];
    // "a/#" takes "a" too.
    if (one === "#") return i > 0 || !startsHidden(right);
    if (other === "#") return i > 0 || !startsHidden(left);
    if (one === undefined || other === undefined) return one === other;
    if (i === 0 && ((one === "+" && startsHidden(right)) || (other === "+" && startsHidden(left)))) return false;
    if (!levelsMeet(one, other)) return false;
  }
}

// ---

/** Levels of a filter or a template, a level with names in braces as `{`, its fixed text around them aside. */
function levelsOf(filter: string): string[] {
  return filter.split("/").map((level) => (level.startsWith("+") ? "+" : level));
}

function levelsMeet(one: string, other: string): boolean {
  if (one === "+" || other === "+" || one === other) return true;
  if (!one.includes("{") && !other.includes("{")) return false;
  if (one.includes("{") && other.includes("{")) return true;
  const [template, text] = one.includes("{") ? [one, other] : [other, one];
  const parts = template.split(/\{[^{}]*\}/);
  return text.startsWith(parts[0] ?? "") && text.endsWith(parts.at(-1) ?? "");
}

function startsHidden(levels: readonly string[]): boolean {
  return levels[0]?.startsWith("$") ?? false;
}
