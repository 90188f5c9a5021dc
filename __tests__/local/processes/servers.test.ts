import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { TargetProcess } from "../../../lab/local/processes";
import { foreignDocument, serverDocument } from "./documents";
import { type Answer, ask, closeTestFleets, openTestFleet } from "./open-test-fleet";

afterEach(async () => {
  delete process.env.ALB_LAB_TEST_SECRET;
  await closeTestFleets();
});

describe("servers of user data", () => {
  it("run as they would on their instances, each on an address of its own", async () => {
    const { fleet } = await openTestFleet();
    const [first, second] = await Promise.all([
      fleet.start({ key: "a", name: "a", userData: serverDocument(), ports: [3000] }),
      fleet.start({
        key: "b",
        name: "b",
        userData: serverDocument({ name: "Server-2", first: false }),
        ports: [3000],
      }),
    ]);
    expect(await ask(first)).toEqual({ status: 200, text: "Hello World" });
    expect(await ask(second)).toEqual({ status: 200, text: "Hello World from Server-2" });
    expect(await ask(second, "/health")).toEqual({ status: 200, text: "Health Check Success" });
    expect([first.supervision.state, second.supervision.state]).toEqual(["running", "running"]);
    expect(first.standIn).toBeUndefined();
    expect(first.reach(3000)).not.toEqual(second.reach(3000));
    expect(first.host).toMatch(/^127\.0\.0\.\d+$/);
  });

  it("answer health on a port of their own, and nothing on a port that they do not listen on", async () => {
    const { fleet } = await openTestFleet();
    const userData = serverDocument({ port: 3100, healthPort: 9100 });
    const target = await fleet.start({ key: "a", name: "a", userData, ports: [80, 9100] });
    expect(await ask(target, "/health", 9100)).toEqual({ status: 200, text: "Health Check Success" });
    expect(await ask(target, "/", 9100)).toMatchObject({ status: 404 });
    expect(await ask(target, "/", 3100)).toMatchObject({ status: 200 });
    expect(target.reach(80)).toBeUndefined();
  });

  it("run from exactly the files of the document, which are gone after the end", async () => {
    const { fleet, directory } = await openTestFleet();
    const userData = serverDocument();
    await fleet.start({ key: "../../a", name: "a", userData, ports: [3000] });
    const [run = ""] = readdirSync(directory).filter((name) => name.startsWith("run-"));
    const files = readdirSync(join(directory, run), { recursive: true, withFileTypes: true });
    const server = files.find(({ name }) => name === "server.js");
    expect(readFileSync(join(server!.parentPath, "server.js"), "utf8")).toBe(
      userData.files.find(({ path }) => path === "/opt/alb-lab/server.js")!.content,
    );
    await fleet.close();
    expect(readdirSync(directory).filter((name) => name.startsWith("run-"))).toEqual([]);
  });

  it("get no variable of this process, only those of their unit and a plain path [P-71]", async () => {
    process.env.ALB_LAB_TEST_SECRET = "very secret";
    const script = `
      const answer = JSON.stringify({ env: process.env, args: process.argv.slice(2), cwd: process.cwd() });
      require("node:http").createServer((_, response) => response.end(answer)).listen(3000);`;
    const userData = foreignDocument({
      script,
      execStart: "/usr/bin/node-24 main.js --config /opt/app/config.json /etc/other",
      files: { "/opt/app/config.json": "{}" },
      lines: [
        "Environment=NODE_ENV=production HOST=0.0.0.0 LD_PRELOAD=/tmp/evil.so NODE_OPTIONS=--inspect=0.0.0.0:9229",
        "Environment=GREETING=hello PATH=/opt/app/bin",
      ],
    });
    const { fleet, directory } = await openTestFleet();
    const target = await fleet.start({ key: "a", name: "a", userData, ports: [3000] });
    const { env, args, cwd } = JSON.parse((await ask(target)).text);
    expect(env).toEqual({
      PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin",
      NODE_ENV: "production",
      GREETING: "hello",
      HOST: target.host,
    });
    expect(cwd).toMatch(new RegExp(`^${directory}/run-.*/opt/app$`));
    expect(args).toEqual(["--config", join(cwd, "config.json"), "/etc/other"]);
  });

  it.each([
    "server.listen(3000)",
    "server.listen(3000, '0.0.0.0')",
    "server.listen('3000', '::', 511, () => {})",
    "server.listen({ port: 3000, host: '0.0.0.0', ipv6Only: false })",
    "server.listen(3000, () => {})",
  ])("never listen on all addresses, whatever they ask for: %s", async (listen) => {
    const script = `
      const server = require("node:http").createServer((_, response) => response.end(JSON.stringify(server.address())));
      ${listen}`;
    const { fleet } = await openTestFleet();
    const target = await fleet.start({
      key: "a",
      name: "a",
      userData: foreignDocument({ script }),
      ports: [3000],
    });
    const { address, port } = JSON.parse((await ask(target)).text);
    expect({ host: address, port }).toEqual(target.reach(3000));
    expect(address).toMatch(/^127\.0\.0\./);
  });

  it.each([
    ["cluster workers", "cluster.isPrimary ? cluster.fork() : serve();"],
    ["threads", "isMainThread ? serve(3000) || new Worker(__filename) : serve(8123);"],
  ])("keep to that address in %s as well", async (_what, start) => {
    const script = `
      const cluster = require("node:cluster");
      const { isMainThread, Worker } = require("node:worker_threads");
      function serve(port = 3000) {
        const server = require("node:http").createServer((_, response) => response.end(server.address().address));
        server.listen(port, "0.0.0.0");
      }
      ${start}`;
    const { fleet } = await openTestFleet();
    const target = await fleet.start({
      key: "a",
      name: "a",
      userData: foreignDocument({ script }),
      ports: [3000, 8123],
    });
    for (const port of script.includes("serve(8123)") ? [3000, 8123] : [3000])
      expect((await askUntilItListens(target, port)).text).toBe(target.host);
  });

  it("whose files exclude each other fail with one line", async () => {
    const files = { "/opt/app/main.js/other.js": "x" };
    const { fleet } = await openTestFleet();
    const target = await fleet.start({
      key: "a",
      name: "a",
      userData: foreignDocument({ files }),
      ports: [3000],
    });
    expect(target.supervision).toMatchObject({
      state: "failed",
      reason: expect.stringMatching(/^its files must fit into one directory, got E\w+; correct their paths$/),
    });
  });

  it("that choose a port of their own are found there", async () => {
    const script = `require("node:http").createServer((_, response) => response.end("here")).listen(8123);`;
    const { fleet } = await openTestFleet();
    const target = await fleet.start({
      key: "a",
      name: "a",
      userData: foreignDocument({ script }),
      ports: [3000],
    });
    expect(await ask(target, "/", 8123)).toEqual({ status: 200, text: "here" });
  });
});

describe("a stand-in", () => {
  it("answers every path on every port with the target's name, and says why it is there", async () => {
    const { fleet } = await openTestFleet();
    const userData = foreignDocument({ execStart: "/usr/bin/python3 -m http.server" });
    const target = await fleet.start({ key: "a", name: "<b>a</b>", userData, ports: [3000, 9000] });
    expect(await ask(target, "/any?x")).toEqual({ status: 200, text: "<b>a</b>" });
    expect(await ask(target, "/health", 9000)).toEqual({ status: 200, text: "<b>a</b>" });
    expect(target.standIn).toBe('its command must be node with a script, got "/usr/bin/python3"');
    expect(target.reach(80)).toBeUndefined();
  });
});

/** A thread's listener is opened after its target counts as running. */
async function askUntilItListens(target: TargetProcess, port: number): Promise<Answer> {
  for (;;) {
    const answer = await ask(target, "/", port).catch(() => undefined);
    if (answer !== undefined) return answer;
  }
}
