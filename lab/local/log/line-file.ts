import { type FileHandle, mkdir, open, rename } from "node:fs/promises";
import { dirname } from "node:path";

export interface LineFileOptions {
  /** The file is renamed to `<path>.1` once it is this large, and begun anew. */
  readonly rotateBytes?: number;
  /** Told once when a line could not be written; the lab goes on without. */
  readonly onError?: (error: Error) => void;
}

/** Lines are handed over to the disk in the background, this often at most. */
const flushEveryMs = 100;

/** Appends lines to a file without ever holding up who writes them. A line that cannot be written is lost. */
export class LineFile {
  readonly path: string;
  readonly #options: LineFileOptions;
  #lines: string[] = [];
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();
  #handle: FileHandle | undefined;
  #bytes = 0;
  #failed = false;

  constructor(path: string, options: LineFileOptions = {}) {
    this.path = path;
    this.#options = options;
  }

  write(line: string): void {
    if (this.#failed) return;
    this.#lines.push(line);
    this.#timer ??= setTimeout(() => this.flush(), flushEveryMs);
  }

  /** Settles once everything that was written before is on its way to the disk. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const lines = this.#lines;
    this.#lines = [];
    if (lines.length > 0) this.#writing = this.#writing.then(() => this.#append(`${lines.join("\n")}\n`));
    return this.#writing;
  }

  async close(): Promise<void> {
    await this.flush();
    await this.#handle?.close().catch(() => {});
    this.#handle = undefined;
  }

  async #append(text: string): Promise<void> {
    if (this.#failed) return;
    try {
      this.#handle ??= await this.#open();
      await this.#handle.appendFile(text);
      this.#bytes += Buffer.byteLength(text);
      if (this.#bytes >= (this.#options.rotateBytes ?? Number.POSITIVE_INFINITY)) await this.#rotate();
    } catch (error) {
      this.#failed = true;
      this.#options.onError?.(error as Error);
    }
  }

  async #open(): Promise<FileHandle> {
    await mkdir(dirname(this.path), { recursive: true });
    const handle = await open(this.path, "a", 0o600);
    this.#bytes = (await handle.stat()).size;
    return handle;
  }

  async #rotate(): Promise<void> {
    await this.#handle?.close();
    this.#handle = undefined;
    await rename(this.path, `${this.path}.1`);
  }
}
