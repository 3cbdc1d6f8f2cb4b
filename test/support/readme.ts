import { readFileSync } from "node:fs";

/** A fenced block; `output` is the text block that follows it directly. */
export interface Block {
  language: string;
  code: string;
  output: string | undefined;
}

export const README: string = readFileSync(new URL("../../README.md", import.meta.url), "utf8");

/** All fenced blocks but those of text, which are the output of the block before. */
export function blocksOf(markdown: string): Block[] {
  const fences = [...markdown.matchAll(/^```(\w*)\n(.*?)^```$(\s*)/gms)];
  return fences.flatMap(([, language = "", code = ""], i) => {
    if (language === "text") return [];
    const next = fences[i + 1];
    const follows = next?.[1] === "text" && next.index === endOf(fences[i]);
    return [{ language, code, output: follows ? next[2] : undefined }];
  });
}

function endOf(match: RegExpMatchArray | undefined): number {
  return (match?.index ?? 0) + (match?.[0].length ?? 0);
}
