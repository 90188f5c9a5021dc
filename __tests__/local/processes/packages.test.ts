import { execFileSync } from "node:child_process";
import { once } from "node:events";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { findInstalled } from "../../../lab/local/processes/find-installed";
import { parsePackageLock } from "../../../lab/local/processes/package-lock";
import { foreignDocument } from "./documents";
import { ask, closeTestFleets, openTestFleet } from "./open-test-fleet";

const directory = realpathSync(mkdtempSync(join(tmpdir(), "alb-lab-packages-")));
afterAll(() => rmSync(directory, { recursive: true, force: true }));
afterEach(closeTestFleets);

function lay(root: string, files: Readonly<Record<string, unknown>>): string {
  for (const [path, content] of Object.entries(files)) {
    const file = join(directory, root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  }
  return join(directory, root);
}

function lockOf(packages: Readonly<Record<string, unknown>>) {
  const lock = parsePackageLock(JSON.stringify({ lockfileVersion: 3, packages }));
  if (lock === undefined) throw new Error("no lock");
  return lock;
}

const locked = lockOf({
  "": { dependencies: { a: "^1.0.0", "@s/b": "*" } },
  "node_modules/a": { version: "1.0.0", dependencies: { c: "*" }, optionalDependencies: { d: "*" } },
  "node_modules/@s/b": { version: "2.0.0", dependencies: { c: "*" } },
  "node_modules/@s/b/node_modules/c": { version: "9.0.0" },
  "node_modules/c": { version: "3.0.0" },
});

describe("installed packages", () => {
  const same = {
    "node_modules/a/package.json": { version: "1.0.0" },
    "node_modules/@s/b/package.json": { version: "2.0.0" },
    "node_modules/@s/b/node_modules/c/package.json": { version: "9.0.0" },
    "node_modules/c/package.json": { version: "3.0.0" },
  };

  it("are linked when the whole tree has the locked versions, wherever they lie above", () => {
    const root = lay("same", same);
    const found = findInstalled(locked, join(root, "deep/er"));
    expect(Object.fromEntries(found ?? [])).toEqual({
      a: join(root, "node_modules/a"),
      "@s/b": join(root, "node_modules/@s/b"),
    });
  });

  it("may be laid out in another way, as long as each package finds the locked version", () => {
    const root = lay("other", {
      ...same,
      "node_modules/c/package.json": { version: "9.0.0" },
      "node_modules/a/node_modules/c/package.json": { version: "3.0.0" },
    });
    expect(findInstalled(locked, root)?.size).toBe(2);
  });

  it.each([
    ["a direct one has another version", { "node_modules/a/package.json": { version: "1.0.1" } }],
    [
      "a deep one has another version",
      { "node_modules/@s/b/node_modules/c/package.json": { version: "9.0.1" } },
    ],
    ["one is broken", { "node_modules/c/package.json": "{" }],
  ])("are not linked when %s", (why, files) => {
    expect(findInstalled(locked, lay(why, { ...same, ...files }))).toBeUndefined();
  });

  it("are never looked for outside of node_modules", () => {
    const root = lay("outside/project", { "../evil/package.json": { version: "1.0.0" } });
    const lock = lockOf({ "": { dependencies: { "../evil": "*" } }, evil: { version: "1.0.0" } });
    expect(findInstalled(lock, root)).toBeUndefined();
  });

  it.each(["", "{", "null", "[]", "{}", '{"packages":[]}', '{"packages":{}}', '{"packages":{"":null}}'])(
    "need a lock file, which %j is not",
    (text) => expect(parsePackageLock(text)).toBeUndefined(),
  );

  it("of this project fit the lock of its own server", () => {
    const lock = parsePackageLock(readFileSync("server/package-lock.json", "utf8"));
    expect([...(findInstalled(lock!, __dirname)?.keys() ?? [])]).toEqual(["express"]);
  });
});

describe("packages that are not installed", () => {
  // npm takes its time.
  jest.setTimeout(60_000);

  /** A server that needs a package, and the lock that says where the package is. */
  function documentWith(resolved: string, files: Readonly<Record<string, string>> = {}) {
    const root = { name: "app", version: "1.0.0", dependencies: { greeting: "1.0.0" } };
    const packages = { "": root, "node_modules/greeting": { version: "1.0.0", resolved } };
    return foreignDocument({
      script: `require("node:http").createServer((_, response) => response.end(require("greeting"))).listen(3000);`,
      files: {
        "/opt/app/package.json": JSON.stringify(root),
        "/opt/app/package-lock.json": JSON.stringify({
          ...root,
          lockfileVersion: 3,
          requires: true,
          packages,
        }),
        ...files,
      },
    });
  }

  function packGreeting(): string {
    const root = lay("greeting", {
      "package.json": {
        name: "greeting",
        version: "1.0.0",
        scripts: { install: "echo ran > /tmp/alb-lab-install-script-ran" },
      },
      "index.js": `module.exports = "packed";`,
    });
    execFileSync("npm", ["pack", "--ignore-scripts", "--pack-destination", directory], {
      cwd: root,
      stdio: "ignore",
    });
    return `file:${join(directory, "greeting-1.0.0.tgz")}`;
  }

  it("are installed once for all servers with the same lock, with no setting of the document's", async () => {
    const userData = documentWith(packGreeting(), { "/opt/app/.npmrc": "registry=http://evil.invalid/\n" });
    const { fleet, directory: cache } = await openTestFleet();
    const targets = await Promise.all(
      ["a", "b"].map((key) => fleet.start({ key, name: key, userData, ports: [3000] })),
    );
    for (const target of targets) expect((await ask(target)).text).toBe("packed");
    const [installed = "", ...others] = readdirSync(join(cache, "packages"));
    expect(others).toEqual([]);
    expect(readdirSync(join(cache, "packages", installed)).sort()).toEqual([
      "node_modules",
      "package-lock.json",
      "package.json",
    ]);
  });

  it("and cannot be installed fail the target with one line", async () => {
    const { fleet } = await openTestFleet();
    const userData = documentWith("http://127.0.0.1:9/greeting-1.0.0.tgz");
    const target = await fleet.start({ key: "a", name: "a", userData, ports: [3000] });
    expect(target.supervision).toEqual({
      state: "failed",
      crashes: 0,
      reason: "npm ci must install the locked packages, got ECONNREFUSED; check the network",
    });
  });

  it("are no longer waited for once the fleet closes", async () => {
    const { fleet } = await openTestFleet({ startTimeoutMs: 1 });
    const silent = createServer();
    const isAsked = once(silent.listen(0, "127.0.0.1"), "connection");
    await once(silent, "listening");
    const { port } = silent.address() as AddressInfo;
    const userData = documentWith(`http://127.0.0.1:${port}/greeting-1.0.0.tgz`);
    const target = await fleet.start({ key: "a", name: "a", userData, ports: [3000] });
    const [socket] = await isAsked;
    await fleet.close();
    expect(target.supervision.state).toBe("stopped");
    socket.destroy();
    silent.close();
  });

  it("are not looked for when the document brings its own", async () => {
    const files = { "/opt/app/node_modules/greeting/index.js": `module.exports = "brought";` };
    const { fleet } = await openTestFleet();
    const userData = documentWith("http://127.0.0.1:9/greeting-1.0.0.tgz", files);
    const target = await fleet.start({ key: "a", name: "a", userData, ports: [3000] });
    expect((await ask(target)).text).toBe("brought");
  });
});
