import type { TLSSocket } from "node:tls";
import { closeAll, startLab, startRawTarget } from "./support/lab";
import { labTls, openTls } from "./support/tls";

afterEach(closeAll);

const DATA = 0;
const HEADERS = 1;
const RST_STREAM = 3;
const SETTINGS = 4;
const GOAWAY = 7;
const END_HEADERS = 4;

/** A frame by hand: a client of Node's would end its stream before it resets it. */
function frame(type: number, flags: number, stream: number, payload: Buffer): Buffer {
  const head = Buffer.alloc(9);
  head.writeUIntBE(payload.length, 0, 3);
  head.set([type, flags], 3);
  head.writeUInt32BE(stream, 5);
  return Buffer.concat([head, payload]);
}

function code(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function field(name: string, value: string): Buffer {
  return Buffer.concat([
    Buffer.from([0, name.length]),
    Buffer.from(name),
    Buffer.from([value.length]),
    Buffer.from(value),
  ]);
}

/** An upload of which five bytes are sent, and never the end. */
const UPLOAD = Buffer.concat([
  Buffer.from("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
  frame(SETTINGS, 0, 0, Buffer.alloc(0)),
  frame(
    HEADERS,
    END_HEADERS,
    1,
    Buffer.concat([
      field(":method", "POST"),
      field(":path", "/"),
      field(":scheme", "https"),
      field(":authority", "lab.test"),
    ]),
  ),
  frame(DATA, 0, 1, Buffer.from("hello")),
]);

const BREAK_OFFS: readonly (readonly [string, (socket: TLSSocket) => unknown])[] = [
  ["reset as cancelled", (socket) => socket.write(frame(RST_STREAM, 0, 1, code(8)))],
  ["reset without an error", (socket) => socket.write(frame(RST_STREAM, 0, 1, code(0)))],
  ["left behind by GOAWAY", (socket) => socket.end(frame(GOAWAY, 0, 0, Buffer.concat([code(0), code(0)])))],
  ["cut off with its connection", (socket) => socket.destroy()],
];

describe("an HTTP/2 upload that does not end", () => {
  it.each(BREAK_OFFS)("%s is never made a complete one for the target [E400]", async (_how, breakOff) => {
    let received = "";
    let began: () => void = () => {};
    let over: () => void = () => {};
    const beginning = new Promise<void>((resolve) => {
      began = resolve;
    });
    const closed = new Promise<void>((resolve) => {
      over = resolve;
    });
    const target = await startRawTarget(
      (_socket, text) => {
        received = text;
        if (text.includes("hello")) began();
      },
      (socket) => socket.once("close", over),
    );
    const lab = await startLab([target.endpoint], { tls: await labTls() });
    const socket = await openTls(lab.listener.port, { ALPNProtocols: ["h2"] });
    socket.on("error", () => {});
    socket.write(UPLOAD);
    await beginning;
    breakOff(socket);
    const [ended] = await lab.journal.ends(1);
    await closed;
    expect(received).toMatch(/\r\n\r\n5\r\nhello\r\n$/);
    expect(ended?.end).toMatchObject({ status: 400, failure: "client-body-incomplete" });
    socket.destroy();
  });
});
