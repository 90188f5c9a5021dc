import { openFleet } from "../../../lab/local/processes";
import { foreignDocument, serverDocument } from "./documents";

/** Run as a process of its own: starts targets, says where they are, waits to be told to close or to be killed. */
async function main(): Promise<void> {
  const script = `
    const child = require("node:child_process").spawn("sleep", ["600"]);
    require("node:http").createServer((_, response) => response.end(String(child.pid))).listen(3000);`;
  const busy = `
    require("node:http").createServer().listen(3000, () => setImmediate(() => { for (;;); }));`;
  const fleet = await openFleet({ cacheDirectory: process.argv[2] ?? "" });
  const targets = await Promise.all([
    fleet.start({ key: "server", name: "server", userData: serverDocument(), ports: [3000] }),
    fleet.start({ key: "foreign", name: "foreign", userData: foreignDocument({ script }), ports: [3000] }),
    fleet.start({ key: "busy", name: "busy", userData: foreignDocument({ script: busy }), ports: [3000] }),
    fleet.start({ key: "stand-in", name: "stand-in", ports: [3000] }),
  ]);
  const { host = "", port = 0 } = targets[1]?.reach(3000) ?? {};
  const grandchild = Number(await (await fetch(`http://${host}:${port}/`)).text());
  process.send?.({ pids: [...targets.map(({ pid }) => pid), grandchild] });
  process.on("message", async () => {
    await fleet.close();
    process.disconnect();
  });
}

void main();
