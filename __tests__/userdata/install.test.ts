import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseUserData, renderUserData } from "../../userdata";
import { request } from "../server/request";
import { killServers, startServer } from "../server/start-server";
import { SERVER_2 } from "./example-settings";
import { layOut, removeRoots } from "./lay-out";

const userData = parseUserData(renderUserData({ ...SERVER_2, drainSeconds: 2 }));

afterAll(() => {
  killServers();
  removeRoots();
});

/** A root with the document's files and, first on PATH, programs that record their calls. */
function prepare(programs: Record<string, string>) {
  const root = layOut(userData);
  const bin = join(root, "stub-bin");
  const calls = join(root, "calls");
  mkdirSync(bin);
  writeFileSync(calls, "");
  for (const [name, body] of Object.entries({ systemctl: "", ...programs })) {
    writeFileSync(join(bin, name), `#!/bin/sh\necho "${name} $*" >> "${calls}"\n${body}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  return {
    root,
    path: `${bin}:${process.env.PATH}`,
    calls: () => readFileSync(calls, "utf8").trim().split("\n"),
  };
}

/** Runs the document's own command on the files below the root. */
async function install(
  { root, path }: { root: string; path: string },
  environment: Record<string, string> = {},
) {
  const [program, script] = userData.commands[0] as [string, string];
  const child = spawn(program, [join(root, script)], {
    env: { ...process.env, PATH: path, RETRY_SECONDS: "0", ...environment },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let errors = "";
  child.stderr.setEncoding("utf8").on("data", (text) => {
    errors += text;
  });
  const [code] = (await once(child, "close")) as [number];
  return { code, errors };
}

/** Fails as long as fewer than `times` calls of it were recorded. */
const failing = (name: string, times: number) =>
  `[ "$(grep -c '^${name} ' "$(dirname "$0")/../calls")" -gt ${times} ] || exit 1`;

test("the document installs the server from the embedded lock, and the unit's command serves", async () => {
  const machine = prepare({
    dnf: failing("dnf", 2),
    "npm-24": `${failing("npm-24", 1)}\nexec npm "$@"`,
  });
  const { code, errors } = await install(machine);
  expect({ code, errors }).toEqual({
    code: 0,
    errors: expect.stringContaining("failed, attempt 2 of 10; next one in 0 s"),
  });
  const dnf = "dnf install -y nodejs24 nodejs24-npm";
  const npm = "npm-24 ci --omit=dev --ignore-scripts --no-audit --no-fund";
  expect(machine.calls()).toEqual([
    ...[dnf, dnf, dnf],
    ...[npm, npm],
    "systemctl daemon-reload",
    "systemctl enable alb-lab.service",
    "systemctl restart alb-lab.service",
  ]);
  expect(existsSync(join(machine.root, "/opt/alb-lab/node_modules/express/package.json"))).toBe(true);

  const [node, ...args] = userData.unit!.execStart;
  expect(node).toBe("/usr/bin/node-24"); // stands for itself: this machine's Node.js runs instead, on a free port
  const command = [process.execPath, ...args.map((path) => join(machine.root, path))];
  const server = await startServer({ ...userData.environment, PORT: "0" }, command);
  expect((await request(server.port, "/")).text).toBe("Hello World from Server-2");
  expect((await request(server.port, "/health")).text).toBe("Health Check Success");
  server.child.kill("SIGTERM");
  await server.logged("draining");
  expect((await request(server.port, "/health")).text).toBe("Draining");
  expect(await server.exitCode()).toBe(0);
}, 120_000);

test("the script gives up after the last attempt, says what to do, and starts nothing", async () => {
  const machine = prepare({ dnf: "exit 1", "npm-24": "" });
  const { code, errors } = await install(machine, { RETRY_ATTEMPTS: "3" });
  expect(code).toBe(1);
  expect(machine.calls()).toHaveLength(3);
  expect(errors.trim().split("\n").at(-1)).toMatch(
    /^install: 'dnf install -y nodejs24 nodejs24-npm' must succeed, failed 3 times; check the route to the internet and run .*install\.sh again$/,
  );
});

test("the wait doubles up to a minute", async () => {
  const machine = prepare({ dnf: "exit 1", sleep: "" });
  await install(machine, { RETRY_SECONDS: "5" });
  const waits = machine.calls().filter((call) => call.startsWith("sleep"));
  expect(waits.map((call) => Number(call.split(" ")[1]))).toEqual([5, 10, 20, 40, 60, 60, 60, 60, 60]);
});

test("a failed npm ci starts nothing", async () => {
  const machine = prepare({ dnf: "", "npm-24": "exit 1" });
  expect((await install(machine, { RETRY_ATTEMPTS: "2" })).code).toBe(1);
  expect(machine.calls().filter((call) => call.startsWith("systemctl"))).toEqual([]);
});
