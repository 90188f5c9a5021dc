import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

const clients = 32;
const unitMs: Readonly<Record<string, number>> = { us: 0.001, ms: 1, s: 1000 };

/**
 * The 99th percentile of the time that an answer takes, in milliseconds, at about this rate over all URLs together. Each
 * URL gets its share of the clients and a `wrk` of its own; of several the mean counts.
 */
export async function measureP99(
  urls: readonly string[],
  perSecond: number,
  seconds: number,
): Promise<number> {
  const measured = await Promise.all(urls.map((url) => p99Of(url, urls.length, perSecond, seconds)));
  return measured.reduce((sum, ms) => sum + ms, 0) / urls.length;
}

async function p99Of(url: string, share: number, perSecond: number, seconds: number): Promise<number> {
  const words = [
    "-t1",
    `-c${clients / share}`,
    `-d${seconds}`,
    "--latency",
    "-s",
    join(__dirname, "think.lua"),
  ];
  const env = { ...process.env, THINK_MS: String((clients / perSecond) * 1000) };
  const { stdout } = await promisify(execFile)("wrk", [...words, url], { env });
  const [, value, unit = ""] = /^\s+99%\s+([\d.]+)(us|ms|s)$/m.exec(stdout) ?? [];
  const factor = unitMs[unit];
  if (value === undefined || factor === undefined) throw new Error(`wrk: must measure ${url}, got ${stdout}`);
  return Number(value) * factor;
}
