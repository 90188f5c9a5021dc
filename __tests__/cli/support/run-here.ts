import { createColors } from "picocolors";
import { run, type Terminal } from "../../../cli";

/** What a command printed and how it ended. */
export interface Ended {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

interface Surroundings {
  /** What comes in on standard input. */
  readonly input?: string | Uint8Array;
  /** @default 80 */
  readonly width?: number;
}

/** Runs a command line in this process; tests of processes and signals start one of their own. */
export async function runHere(words: readonly string[], surroundings: Surroundings = {}): Promise<Ended> {
  const { input = "", width = 80 } = surroundings;
  const printed = { out: "", err: "" };
  const terminal: Terminal = {
    out: (text) => {
      printed.out += `${text}\n`;
    },
    err: (text) => {
      printed.err += `${text}\n`;
    },
    in: async () => (typeof input === "string" ? Buffer.from(input) : input),
    interrupted: () => new Promise(() => {}),
    colors: createColors(false),
    width,
  };
  const exitCode = await run(words, terminal);
  return { exitCode, ...printed };
}

/** Text without the spaces that lay it out, so that a sentence is found wherever its lines break. */
export function flat(text: string): string {
  return text.replace(/\s+/g, " ");
}
