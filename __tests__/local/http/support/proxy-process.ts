import { DEFAULT_TIMEOUTS, startHttpListener, TargetPool } from "../../../../lab/local/http";
import { forwardTo, Journal } from "./balancing";

const { IDLE_MS, TARGET_PORT } = process.env;

/** A load balancer in a process of its own, so that its memory can be told from that of clients and targets. */
async function run(targetPort: number): Promise<void> {
  const endpoint = { key: "target", host: "127.0.0.1", port: targetPort, tls: false };
  const timeouts = { ...DEFAULT_TIMEOUTS, ...(IDLE_MS !== undefined && { idleMs: Number(IDLE_MS) }) };
  const targets = new TargetPool(timeouts);
  const balancing = forwardTo([endpoint], new Journal());
  const { port } = await startHttpListener({
    host: "127.0.0.1",
    port: 0,
    timeouts,
    targets,
    balancing,
  });
  let peak = 0;
  setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 2);
  process.on("message", () => {
    process.send?.({ peak: Math.max(peak, process.memoryUsage.rss()) });
    peak = 0;
  });
  process.on("disconnect", () => process.exit());
  process.send?.({ port });
}

void run(Number(TARGET_PORT));
