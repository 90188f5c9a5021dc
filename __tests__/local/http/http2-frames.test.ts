import { connect as connectTls, type TLSSocket } from "node:tls";
import { closeAll, startAnswering, startLab } from "./support/lab";
import { labTls } from "./support/tls";

afterEach(closeAll);

interface Frame {
  readonly type: number;
  readonly flags: number;
  readonly stream: number;
}

const frameTypes = { data: 0, headers: 1, reset: 3 };
const END_STREAM = 1;

/** Settles with the frames of stream 1 once one of them ends or resets it. */
function framesOfAnswer(socket: TLSSocket): Promise<readonly Frame[]> {
  return new Promise((settle) => {
    const frames: Frame[] = [];
    let bytes = Buffer.alloc(0);
    socket.on("data", (chunk: Buffer) => {
      bytes = Buffer.concat([bytes, chunk]);
      while (bytes.length >= 9 && bytes.length >= 9 + bytes.readUIntBE(0, 3)) {
        const frame = { type: bytes[3]!, flags: bytes[4]!, stream: bytes.readUInt32BE(5) };
        bytes = bytes.subarray(9 + bytes.readUIntBE(0, 3));
        if (frame.stream !== 1) continue;
        frames.push(frame);
        if (frame.type === frameTypes.reset || frame.flags & END_STREAM) settle(frames);
      }
    });
  });
}

/** `GET / HTTP/2` by hand: preface, empty settings, and indexed headers of the static table. */
function askByHand(socket: TLSSocket): void {
  const authority = Buffer.from("localhost");
  const block = Buffer.concat([Buffer.from([0x82, 0x87, 0x84, 0x41, authority.length]), authority]);
  const head = Buffer.from([0, 0, block.length, frameTypes.headers, 0x5, 0, 0, 0, 1]);
  socket.write(
    Buffer.concat([
      Buffer.from("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
      Buffer.from([0, 0, 0, 4, 0, 0, 0, 0, 0]),
      head,
      block,
    ]),
  );
}

describe("an HTTP/2 answer of unknown length", () => {
  it.each([
    [
      "is ended by a frame that says so, not by a reset",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
    ],
    [
      "is ended by its trailers",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\nX-Sum: 1\r\n\r\n",
    ],
  ])("%s", async (_, answer) => {
    const target = await startAnswering(answer);
    const lab = await startLab([target.endpoint], { tls: await labTls() });
    const options = {
      host: "127.0.0.1",
      port: lab.listener.port,
      rejectUnauthorized: false,
      ALPNProtocols: ["h2"],
    };
    const socket = connectTls(options, () => askByHand(socket));
    const frames = await framesOfAnswer(socket);
    socket.destroy();
    expect(frames.map(({ type }) => type)).not.toContain(frameTypes.reset);
    expect(frames.at(-1)!.flags & END_STREAM).toBe(END_STREAM);
  });
});
