import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { closeAll, startHttpTarget, startLab } from "./support/lab";

const sockets: Socket[] = [];
let child: ChildProcess | undefined;
afterEach(async () => {
  child?.kill("SIGKILL");
  for (const socket of sockets.splice(0)) socket.destroy();
  await closeAll();
});

/** A port of a process that does not accept: connections fill its backlog until the system answers no more of them. */
async function startFullPort(): Promise<number> {
  child = fork(join(__dirname, "support", "stopped-server.ts"), {
    execArgv: ["-r", "ts-node/register/transpile-only"],
  });
  const [{ port }] = (await once(child, "message")) as [{ port: number }];
  child.kill("SIGSTOP");
  while (sockets.filter(({ connecting }) => connecting).length < 3) {
    const socket = connect({ host: "127.0.0.1", port });
    sockets.push(socket.on("error", () => {}));
    await Promise.race([once(socket, "connect"), new Promise((resolve) => setTimeout(resolve, 100))]);
  }
  return port;
}

const GET = "GET / HTTP/1.1\r\nHost: lab.test\r\n\r\n";
// Other systems refuse where Linux is silent.
const onLinux = process.platform === "linux" ? it : it.skip;

describe("a target whose backlog is full", () => {
  onLinux("is 504 at the connect timeout, while other targets are asked as ever [P-07]", async () => {
    const port = await startFullPort();
    const full = { key: "full", host: "127.0.0.1", port, tls: false };
    const stuck = await startLab([full], { timeouts: { connectMs: 300 } });
    const fine = await startHttpTarget();
    const lab = await startLab([fine.endpoint]);
    const [waiting, other] = [await stuck.client(), await lab.client()];
    waiting.send(GET);
    while (stuck.listener.inFlight === 0) await new Promise(setImmediate);
    expect((await other.send(GET).answers(1))[0]?.status).toBe(200);
    expect((await waiting.answers(1))[0]?.status).toBe(504);
    const [ended] = await stuck.journal.ends(1);
    expect(ended?.end).toMatchObject({ failure: "connect-timeout", targetProcessingMs: -1 });
    expect(stuck.targets.count()).toBe(0);
  });
});
