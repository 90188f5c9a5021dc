import { createColors } from "picocolors";

/** Where a command prints, and what it may use there. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** What comes in, to its end or to the first byte past `limit`. */
  in(limit: number): Promise<Uint8Array>;
  readonly colors: Colors;
  /** Columns that a line may take, 40-100. */
  readonly width: number;
  /**
   * Settles when the user asks the command to end, or when nobody reads what it prints any more. Until it is called, a
   * signal ends the process at once.
   */
  interrupted(): Promise<void>;
}

export type Colors = Pick<ReturnType<typeof createColors>, "bold" | "dim" | "green" | "red" | "yellow">;

/** The terminal of this process. A reader that is gone, as with `| head`, is no error. */
export function processTerminal(): Terminal {
  const unread = new Promise<void>((settle) => {
    for (const stream of [process.stdout, process.stderr])
      stream.on("error", (error: NodeJS.ErrnoException) => {
        if (error.code !== "EPIPE") throw error;
        if (stream === process.stdout) settle();
      });
  });
  // picocolors alone would also colour what CI writes to a file
  const colors = createColors(process.stdout.isTTY === true && !process.env.NO_COLOR);
  return {
    out: (text) => void process.stdout.write(`${text}\n`),
    err: (text) => void process.stderr.write(`${text}\n`),
    in: readStandardInput,
    colors,
    width: Math.max(40, Math.min(process.stdout.columns || 80, 100)),
    interrupted: () => Promise.race([interrupted(), unread]),
  };
}

async function readStandardInput(limit: number): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of process.stdin) {
    pieces.push(piece);
    size += piece.length;
    if (size > limit) break;
  }
  return Buffer.concat(pieces);
}

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** The first signal asks; the next one, whichever it is, ends the process as it would without us. */
function interrupted(): Promise<void> {
  return new Promise((settle) => {
    const ask = () => {
      for (const signal of signals) process.removeListener(signal, ask);
      settle();
    };
    for (const signal of signals) process.on(signal, ask);
  });
}
