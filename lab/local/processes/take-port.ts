import { createSocket } from "node:dgram";
import { createServer } from "node:net";

/** A port that is free to listen on, and that no other run of the lab takes as long as it is held. */
export interface Hold {
  readonly port: number;
  release(): void;
}

/** Takes a port of this address, 0: any; undefined when it cannot be had. */
export type TakePort = (host: string, port: number) => Promise<Hold | undefined>;

const ATTEMPTS = 10;

/**
 * The target's process listens later, in its own time. Until then, and while it restarts, the port is kept for it by a UDP
 * socket with the same number, which is in nobody's way: a second run that begins at the same time takes another port.
 */
export const takePort: TakePort = async (host, port) => {
  if (port !== 0) return takeExactly(host, port);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const free = await listenOnce(host, 0);
    if (free === undefined) return undefined;
    const hold = await takeExactly(host, free);
    if (hold !== undefined) return hold;
  }
  return undefined;
};

async function takeExactly(host: string, port: number): Promise<Hold | undefined> {
  const hold = await holdByUdp(host, port);
  if (hold === undefined || (await listenOnce(host, port)) !== undefined) return hold;
  hold.release();
  return undefined;
}

function holdByUdp(host: string, port: number): Promise<Hold | undefined> {
  return new Promise((resolve) => {
    const socket = createSocket("udp4");
    socket.once("error", () => {
      socket.close();
      resolve(undefined);
    });
    socket.bind({ address: host, port, exclusive: true }, () =>
      resolve({ port, release: () => void socket.close() }),
    );
    socket.unref();
  });
}

/** The port that could be listened on. */
function listenOnce(host: string, port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(undefined));
    server.listen({ host, port, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" ? address?.port : undefined));
    });
  });
}
