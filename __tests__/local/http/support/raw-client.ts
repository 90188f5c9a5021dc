import { connect, type Socket } from "node:net";

/** A socket that keeps everything it received. Nothing is read into it: what is sent are these bytes. */
export class RawClient {
  received = "";
  private readonly changes: (() => void)[] = [];
  private over = false;
  error: Error | undefined;

  constructor(readonly socket: Socket) {
    socket.on("data", (chunk) => {
      this.received += chunk.toString("latin1");
      this.changed();
    });
    socket.on("error", (error) => {
      this.error = error;
    });
    socket.on("close", () => {
      this.over = true;
      this.changed();
    });
  }

  send(text: string): this {
    this.socket.write(text, "latin1");
    return this;
  }

  /** Everything received, once it matches; what came by then when the connection closed before. */
  async until(pattern: RegExp | string): Promise<string> {
    while (!this.over && !matches(this.received, pattern)) await this.change();
    return this.received;
  }

  /** Everything received, once the other side has closed. */
  async closed(): Promise<string> {
    while (!this.over) await this.change();
    return this.received;
  }

  /** Whole answers so far, as `status body`. */
  async answers(count: number): Promise<Answer[]> {
    while (!this.over && parseAnswers(this.received).length < count) await this.change();
    return parseAnswers(this.received);
  }

  private change(): Promise<void> {
    return new Promise((resolve) => this.changes.push(resolve));
  }

  private changed(): void {
    for (const wake of this.changes.splice(0)) wake();
  }
}

export interface Answer {
  readonly status: number;
  readonly head: string;
  readonly body: string;
}

function matches(text: string, pattern: RegExp | string): boolean {
  return typeof pattern === "string" ? text.includes(pattern) : pattern.test(text);
}

/** Answers with a length or chunks; one that is not complete is left out. */
function parseAnswers(text: string): Answer[] {
  const answers: Answer[] = [];
  let rest = text;
  for (;;) {
    const end = rest.indexOf("\r\n\r\n");
    if (end < 0) return answers;
    const head = rest.slice(0, end);
    const status = Number(head.slice(9, 12));
    const body = readBody(head, rest.slice(end + 4));
    if (body === undefined) return answers;
    if (status >= 200) answers.push({ status, head, body: body.text });
    rest = rest.slice(end + 4 + body.bytes);
  }
}

function readBody(head: string, rest: string): { text: string; bytes: number } | undefined {
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
  if (!/\r\ntransfer-encoding: chunked/i.test(head)) {
    return rest.length < length ? undefined : { text: rest.slice(0, length), bytes: length };
  }
  let text = "";
  let at = 0;
  for (;;) {
    const line = rest.indexOf("\r\n", at);
    if (line < 0) return undefined;
    const size = Number.parseInt(rest.slice(at, line), 16);
    if (rest.length < line + 2 + size + 2) return undefined;
    text += rest.slice(line + 2, line + 2 + size);
    at = line + 2 + size + 2;
    if (size === 0) return { text, bytes: at };
  }
}

export function openClient(port: number): Promise<RawClient> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: "127.0.0.1", port, noDelay: true }, () => resolve(new RawClient(socket)));
    socket.once("error", reject);
  });
}
