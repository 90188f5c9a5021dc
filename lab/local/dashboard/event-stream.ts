import type { ServerResponse } from "node:http";
import type { DashboardSource } from "./snapshot";

const gapMs = 100;
const heartbeatMs = 1000;
const mostPages = 20;

/**
 * Server-sent events to every open page: a whole snapshot at once, then another after changes, ten a second at most. A
 * page that reads slowly skips snapshots, so that nothing piles up for it, and has the newest within a second.
 */
export class EventStream {
  readonly #source: DashboardSource;
  readonly #start: string;
  /** Each open page with the event that it was sent last. */
  readonly #pages = new Map<ServerResponse, string>();
  #stopListening: (() => void) | undefined;
  #heartbeat: NodeJS.Timeout | undefined;
  #gap: NodeJS.Timeout | undefined;
  #changed = false;
  #last = "";

  /** @param start names this start of the lab, so that a page of an earlier one notices */
  constructor(source: DashboardSource, start: string) {
    this.#source = source;
    this.#start = start;
  }

  /** True when no further page can be served. */
  get full(): boolean {
    return this.#pages.size >= mostPages;
  }

  /** Takes over a response whose head has been written. */
  open(response: ServerResponse): void {
    if (this.#pages.size === 0) this.#listen();
    this.#last = this.#event();
    this.#pages.set(response, this.#last);
    response.on("close", () => this.#forget(response));
    response.on("error", () => this.#forget(response));
    response.write(`retry: 1000\nevent: start\ndata: ${this.#start}\n\n${this.#last}`);
  }

  close(): void {
    for (const page of [...this.#pages.keys()]) {
      this.#forget(page);
      page.end();
    }
  }

  #listen(): void {
    this.#stopListening = this.#source.onChange(() => this.#onChange());
    this.#heartbeat = setInterval(() => this.#send(), heartbeatMs);
  }

  #forget(page: ServerResponse): void {
    if (!this.#pages.delete(page) || this.#pages.size > 0) return;
    this.#stopListening?.();
    clearInterval(this.#heartbeat);
    clearTimeout(this.#gap);
    this.#gap = undefined;
    this.#changed = false;
  }

  #onChange(): void {
    this.#changed = true;
    if (this.#gap === undefined) this.#sendAndWait();
  }

  #sendAndWait(): void {
    this.#changed = false;
    this.#send();
    this.#gap = setTimeout(() => {
      this.#gap = undefined;
      if (this.#changed) this.#sendAndWait();
    }, gapMs);
  }

  #send(): void {
    this.#last = this.#event();
    for (const [page, sent] of this.#pages) {
      if (page.writableNeedDrain || sent === this.#last) continue;
      this.#pages.set(page, this.#last);
      page.write(this.#last);
    }
  }

  #event(): string {
    return `data: ${JSON.stringify(this.#source.snapshot())}\n\n`;
  }
}
