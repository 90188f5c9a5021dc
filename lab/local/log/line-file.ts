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
const blockBytes = 65_536;
const lineFeed = 10;

/** Appends lines to a file without ever holding up who writes them. A line that cannot be written is lost. */
export class LineFile {
  readonly path: string;
  readonly #options: LineFileOptions;
  /** Lines become bytes at once: thousands of small strings that wait would be moved about by every garbage collection. */
  #block = Buffer.allocUnsafe(blockBytes);
  #filled = 0;
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
    const most = 3 * line.length + 1;
    if (most > this.#block.length - this.#filled) this.#handOver(Math.max(most, blockBytes));
    this.#filled += this.#block.write(line, this.#filled);
    this.#filled = this.#block.writeUInt8(lineFeed, this.#filled);
    this.#timer ??= setTimeout(() => this.flush(), flushEveryMs);
  }

  /** Settles once everything that was written before is on its way to the disk. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#handOver(blockBytes);
    return this.#writing;
  }

  async close(): Promise<void> {
    await this.flush();
    await this.#handle?.close().catch(() => {});
    this.#handle = undefined;
  }

  /** What is there goes to the disk after what went before; the next lines get a block of their own. */
  #handOver(nextBytes: number): void {
    const bytes = this.#block.subarray(0, this.#filled);
    this.#block = Buffer.allocUnsafe(nextBytes);
    this.#filled = 0;
    if (bytes.length > 0) this.#writing = this.#writing.then(() => this.#append(bytes));
  }

  async #append(bytes: Buffer): Promise<void> {
    if (this.#failed) return;
    try {
      this.#handle ??= await this.#open();
      await this.#handle.appendFile(bytes);
      this.#bytes += bytes.length;
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
