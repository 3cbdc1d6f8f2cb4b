/** Shorter texts stand everywhere: to hide them would make a riddle of every message. */
const LEAST = 4;
/** No message shows more of a text. */
const CUT = 60;

/** Texts that came from the environment, by their names: what no message shows. */
export class Mask {
  readonly #names: Map<string, string> = new Map();

  add(name: string, text: string): void {
    if (text.length >= LEAST) this.#names.set(text, name);
  }

  /** The text with names in the place of what they stand for, also where it is quoted or cut off. */
  hide(text: string): string {
    let hidden = text;
    // The longest first: one may be a part of another.
    for (const [secret, name] of [...this.#names].sort(([a], [b]) => b.length - a.length)) {
      for (const form of new Set([secret, JSON.stringify(secret).slice(1, -1)])) {
        hidden = hidden.replaceAll(form, () => `\${${name}}`);
        for (let length = Math.min(form.length - 1, CUT); length >= LEAST; length--) {
          hidden = hidden.replaceAll(`${form.slice(0, length)}...`, () => `\${${name}}...`);
        }
      }
    }
    return hidden;
  }
}
