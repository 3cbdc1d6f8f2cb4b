/** 45312 as 45,312. */
export function grouped(value: number): string {
  return Math.round(value)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ",");
}

/** .79812 as 79.8 %; nothing known as a dash. */
export function percent(share: number | null): string {
  return share === null ? "–" : `${(100 * share).toFixed(1)} %`;
}

/** 96 rows as "96 rows", one as "1 row". */
export function counted(count: number, thing: string): string {
  return `${grouped(count)} ${thing}${count === 1 ? "" : "s"}`;
}

/** A u32 as eight hexadecimal digits. */
export function hexadecimal(value: number): string {
  return (value >>> 0).toString(16).padStart(8, "0");
}
