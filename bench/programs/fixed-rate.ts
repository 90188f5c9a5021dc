import { Agent, request } from "node:http";

/**
 * Asks URLs (separated by commas) in turn at a fixed rate, however long answers take, and prints the latencies' percentiles as JSON. A request
 * counts from the moment when it was due, so that a pause of the server delays all that were due in it.
 */
const [list = "", perSecond = "100", seconds = "5"] = process.argv.slice(2);
const urls = list.split(",");
const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const total = Number(perSecond) * Number(seconds);
const latencies: number[] = [];
const startedAt = performance.now();
let sent = 0;
let failed = 0;

function tick(): void {
  const due = Math.min(total, Math.floor(((performance.now() - startedAt) / 1000) * Number(perSecond)));
  for (; sent < due; sent += 1) ask(startedAt + (sent / Number(perSecond)) * 1000);
  if (sent < total) setTimeout(tick, 1);
}

function ask(dueAt: number): void {
  const asked = request(urls[sent % urls.length] ?? "", { agent }, (response) => {
    response.resume();
    response.on("end", () => ended(response.statusCode === 200, dueAt));
  });
  asked.on("error", () => ended(false, dueAt));
  asked.end();
}

function ended(isGood: boolean, dueAt: number): void {
  latencies.push(performance.now() - dueAt);
  if (!isGood) failed += 1;
  if (latencies.length < total) return;
  agent.destroy();
  latencies.sort((one, other) => one - other);
  const at = (share: number) => latencies[Math.floor(share * (latencies.length - 1))];
  console.log(JSON.stringify({ p50: at(0.5), p99: at(0.99), failed }));
}

tick();
