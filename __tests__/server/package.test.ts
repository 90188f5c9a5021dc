import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";

const SERVER = resolve(__dirname, "../../server");
const read = (name: string) => readFileSync(resolve(SERVER, name), "utf8");
const lock = JSON.parse(read("package-lock.json")) as { packages: Record<string, Record<string, unknown>> };

test("the lock file pins every package by its hash and names no registry", () => {
  const packages = Object.entries(lock.packages).filter(([path]) => path !== "");
  expect(packages.length).toBeGreaterThan(50);
  for (const [, entry] of packages) {
    expect(entry.integrity).toMatch(/^sha512-/);
    expect(entry).not.toHaveProperty("resolved");
  }
});

test("no package of it runs a script at installation", () => {
  for (const entry of Object.values(lock.packages)) expect(entry).not.toHaveProperty("hasInstallScript");
});

test("the server pins express exactly, to the version these tests run", () => {
  const { dependencies } = JSON.parse(read("package.json"));
  expect(dependencies).toEqual({ express: expect.stringMatching(/^5\.\d+\.\d+$/) });
  expect(dependencies.express).toBe(jest.requireActual<{ version: string }>("express/package.json").version);
  expect(lock.packages["node_modules/express"]?.version).toBe(dependencies.express);
});

test("the source is plain text, so that it can be embedded as it is", () => {
  for (const name of readdirSync(SERVER).filter((file) => /\.(js|json)$/.test(file))) {
    expect(read(name)).toMatch(/^[\n\x20-\x7e]+\n$/);
  }
});
