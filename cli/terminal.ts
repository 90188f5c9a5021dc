import { createColors } from "picocolors";

/** Where a command prints, and what it may use there. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  readonly colors: Pick<ReturnType<typeof createColors>, "bold" | "dim" | "green" | "red" | "yellow">;
  /** Columns that a line may take. */
  readonly width: number;
  /** Settles when the user asks the command to end. */
  readonly interrupted: Promise<void>;
}

/** The terminal of this process. A reader that is gone, as with `| head`, is no error. */
export function processTerminal(): Terminal {
  for (const stream of [process.stdout, process.stderr])
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  // picocolors alone would also colour what CI writes to a file
  const colors = createColors(process.stdout.isTTY === true && !process.env.NO_COLOR);
  return {
    out: (text) => void process.stdout.write(`${text}\n`),
    err: (text) => void process.stderr.write(`${text}\n`),
    colors,
    width: Math.min(process.stdout.columns ?? 80, 100),
    interrupted: interruption(),
  };
}

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** The first signal asks; the second one ends the process as it would without us. */
function interruption(): Promise<void> {
  return new Promise((interrupted) => {
    for (const signal of signals)
      process.once(signal, () => {
        interrupted();
      });
  });
}
