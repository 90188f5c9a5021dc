import { spawnSync } from "node:child_process";

/** What keep-alive clients got in a few seconds. */
export interface Throughput {
  readonly perSecond: number;
  /** Answers that were not 2xx or 3xx, and connections that failed. */
  readonly failures: number;
}

/** Asks as fast as answers come, with 32 clients on one thread. */
export function measureThroughput(url: string, seconds: number): Throughput {
  const { stdout, status, stderr } = spawnSync("wrk", ["-t1", "-c32", `-d${seconds}`, url], {
    encoding: "utf8",
  });
  const [, perSecond] = /Requests\/sec:\s+([\d.]+)/.exec(stdout) ?? [];
  if (status !== 0 || perSecond === undefined)
    throw new Error(`wrk: must measure ${url}, got ${stdout}${stderr}`);
  const [, bad = "0"] = /Non-2xx or 3xx responses: (\d+)/.exec(stdout) ?? [];
  const [, errors = ""] = /Socket errors: (.*)/.exec(stdout) ?? [];
  const broken = [...errors.matchAll(/\d+/g)].reduce((sum, [count]) => sum + Number(count), 0);
  return { perSecond: Number(perSecond), failures: Number(bad) + broken };
}
