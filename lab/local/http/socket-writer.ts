import type { Socket } from "node:net";

/** Up to this size bytes are copied into the text that waits; above it a write of their own is cheaper. */
const SMALL = 4096;

/**
 * Writes a head, the first bytes of its body and chunk framing together: what is held goes out with the next large
 * piece or at `flush`, which ends every event that may have written.
 */
export class SocketWriter {
  private held = "";
  /** Bytes given to the socket or held. */
  bytes = 0;

  constructor(private readonly socket: Socket) {}

  /** The socket has more than it should; wait for its `drain`. */
  get full(): boolean {
    return this.socket.writableNeedDrain;
  }

  /** One character is one byte. */
  text(text: string): void {
    this.held += text;
    this.bytes += text.length;
  }

  data(chunk: Buffer): void {
    this.bytes += chunk.length;
    if (chunk.length <= SMALL && this.held.length <= SMALL) {
      this.held += chunk.toString("latin1", 0, chunk.length);
      return;
    }
    if (this.held === "") {
      this.socket.write(chunk);
      return;
    }
    this.socket.cork();
    this.socket.write(this.held, "latin1");
    this.socket.write(chunk);
    this.held = "";
    this.socket.uncork();
  }

  chunk(chunk: Buffer): void {
    this.text(`${chunk.length.toString(16)}\r\n`);
    this.data(chunk);
    this.text("\r\n");
  }

  flush(): void {
    if (this.held === "") return;
    this.socket.write(this.held, "latin1");
    this.held = "";
  }
}
