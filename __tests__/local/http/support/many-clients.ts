import { connect, type Socket } from "node:net";

/** Clients in a process of their own, so that their descriptors are not those of the load balancer. */
interface Order {
  /** Connections to be open by now; what is above it is closed. */
  readonly open: number;
  /** What each of them sends once, and then, one byte a second. */
  readonly send?: string;
  readonly drip?: string;
  /** Wait until the other side has closed so many. */
  readonly closed?: number;
}

const port = Number(process.env.PORT);
const sockets = new Set<Socket>();
/** What those had got that the other side closed. */
const ended: string[] = [];

function open(send = ""): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect({ host: "127.0.0.1", port }, () => {
      if (send !== "") socket.write(send);
      resolve();
    });
    let received = "";
    socket.setEncoding("latin1").on("data", (text) => {
      received += text;
    });
    socket.on("error", () => {});
    socket.on("close", () => {
      if (sockets.delete(socket)) ended.push(received.slice(0, 12));
      resolve();
    });
    sockets.add(socket);
  });
}

async function follow({ open: wanted, send, drip, closed = 0 }: Order): Promise<void> {
  for (const socket of [...sockets].slice(wanted)) {
    sockets.delete(socket);
    socket.destroy();
  }
  for (let left = wanted - sockets.size; left > 0; left -= 500)
    await Promise.all(Array.from({ length: Math.min(500, left) }, () => open(send)));
  while (ended.length < closed) await new Promise((resolve) => setTimeout(resolve, 5));
  if (drip !== undefined) startDripping(drip);
  process.send?.({ open: sockets.size, ended });
}

/** A byte a second of each, all of them evenly spread over the second. */
function startDripping(drip: string): void {
  const startedAt = performance.now();
  let dripped = 0;
  setInterval(() => {
    const all = [...sockets];
    const due = ((performance.now() - startedAt) / 1000) * all.length;
    for (; dripped < due; dripped += 1) all[dripped % all.length]?.write(drip);
  }, 10);
}

process.on("message", (order: Order) => void follow(order));
process.on("disconnect", () => process.exit());
process.send?.("ready");
