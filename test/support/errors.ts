import { MillraceError } from "../../src/index.ts";

/** The typed error of something that must be refused; anything else it throws is thrown on. */
export async function refusalOf(work: () => unknown): Promise<MillraceError> {
  try {
    await work();
  } catch (error) {
    if (error instanceof MillraceError) return error;
    throw error;
  }
  throw new Error("it was not refused");
}

/** Code and message: what a person gets to read. */
export async function complaintOf(work: () => unknown): Promise<string> {
  const { code, message } = await refusalOf(work);
  return `${code} ${message}`;
}
