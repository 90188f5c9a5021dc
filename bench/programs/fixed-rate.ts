import { connect, type Socket } from "node:net";

/**
 * Asks URLs (separated by commas) in turn at a fixed rate, however long answers take, and prints the latencies'
 * percentiles as JSON. A request counts from the moment when it was due, so that a pause of the server delays all that
 * were due in it. On plain sockets, because a client library would take more time than what is measured. The first
 * second is for warming up.
 */
const [list = "", perSecond = "100", seconds = "5"] = process.argv.slice(2);
const hosts = list.split(",").map((url) => new URL(url));
const warmUpMs = 1000;
const total = Math.round(Number(perSecond) * (Number(seconds) + warmUpMs / 1000));
const idle: Socket[][] = hosts.map(() => []);
const latencies: number[] = [];
const startedAt = performance.now();
let sent = 0;
let ended = 0;
let failed = 0;

function tick(): void {
  const due = Math.min(total, Math.floor(((performance.now() - startedAt) / 1000) * Number(perSecond)));
  for (; sent < due; sent += 1) ask(sent % hosts.length, startedAt + (sent / Number(perSecond)) * 1000);
  if (sent < total) setTimeout(tick, 1);
}

function ask(at: number, dueAt: number): void {
  const { hostname, port } = hosts[at] as URL;
  const socket = idle[at]?.pop() ?? connect({ host: hostname, port: Number(port), noDelay: true });
  let answer = "";
  const done = (isGood: boolean) => {
    socket.removeAllListeners();
    end(isGood, dueAt);
  };
  socket.on("data", (chunk) => {
    answer += chunk.toString("latin1");
    if (!isWhole(answer)) return;
    done(answer.startsWith("HTTP/1.1 200"));
    idle[at]?.push(socket);
  });
  socket.on("error", () => done(false));
  socket.on("close", () => done(false));
  socket.write(`GET / HTTP/1.1\r\nHost: ${hostname}:${port}\r\n\r\n`);
}

function isWhole(answer: string): boolean {
  const head = answer.indexOf("\r\n\r\n");
  const [, length = "0"] = /content-length: (\d+)/i.exec(answer) ?? [];
  return head >= 0 && answer.length >= head + 4 + Number(length);
}

function end(isGood: boolean, dueAt: number): void {
  ended += 1;
  if (dueAt - startedAt >= warmUpMs) latencies.push(performance.now() - dueAt);
  if (!isGood) failed += 1;
  if (ended < total) return;
  for (const socket of idle.flat()) socket.destroy();
  latencies.sort((one, other) => one - other);
  const share = (of: number) => latencies[Math.floor(of * (latencies.length - 1))];
  console.log(JSON.stringify({ p50: share(0.5), p99: share(0.99), failed }));
}

tick();
