/** sfc32 seeded by splitmix32, as docs/decisions.md describes the core's generator. */
export class Generator {
  #words: [number, number, number, number] = [0, 0, 0, 1];

  constructor(seed: number) {
    let s = seed >>> 0;
    for (let i = 0; i < 3; i++) {
      s = (s + 0x9e3779b9) >>> 0;
      let t = s ^ (s >>> 16);
      t = Math.imul(t, 0x21f0aaad);
      t = Math.imul(t ^ (t >>> 15), 0x735a2d97);
      this.#words[i] = (t ^ (t >>> 15)) >>> 0;
    }
    for (let i = 0; i < 12; i++) this.next();
  }

  /** 32 random bits. */
  next(): number {
    const [a, b, c, counter] = this.#words;
    const t = (a + b + counter) >>> 0;
    const turned = (c << 21) | (c >>> 11);
    this.#words = [(b ^ (b >>> 9)) >>> 0, (c + (c << 3)) >>> 0, (turned + t) >>> 0, (counter + 1) >>> 0];
    return t;
  }

  /** In [0, 1): 24 bits. */
  uniform(): number {
    return (this.next() >>> 8) * 2 ** -24;
  }

  /** In [0, n): the high word of a draw times n. */
  index(n: number): number {
    return Number((BigInt(this.next()) * BigInt(n)) >> 32n);
  }
}
