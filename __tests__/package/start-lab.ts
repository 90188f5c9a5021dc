import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { ownEnvironment } from "./packed";

/** A stack that runs on this machine by the installed command. */
export interface InstalledLab {
  /** Of the first listener. */
  readonly url: string;
  readonly dashboard: string;
  /** Ends it as Ctrl-C does; settles with its exit code. */
  stop(): Promise<number | null>;
}

/** Starts it with a cache of its own, so that nothing of an earlier run is used; settles once it is ready. */
export async function startLab(project: string, cache: string, stack: string): Promise<InstalledLab> {
  const words = ["up", stack, "--json", "--port", "80=0"];
  const child = spawn(join(project, "node_modules/.bin/alb-lab"), words, {
    cwd: project,
    env: { ...ownEnvironment(), XDG_CACHE_HOME: cache },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const closed = once(child, "close").then(([code]) => code as number | null);
  const ended = closed.then((code) => Promise.reject(new Error(`up: ended with ${code}; it said: ${said}`)));
  const [line] = (await Promise.race([once(createInterface(child.stdout), "line"), ended])) as [string];
  const { listeners, dashboard } = JSON.parse(line) as Ready;
  return {
    url: listeners[0]?.url ?? "",
    dashboard,
    stop() {
      child.kill("SIGINT");
      return closed;
    },
  };
}

interface Ready {
  readonly listeners: readonly { readonly url: string | null }[];
  readonly dashboard: string;
}
