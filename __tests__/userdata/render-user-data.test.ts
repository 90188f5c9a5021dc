import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { renderCloudInit, renderUserData, USER_DATA_LIMIT_BYTES, UserDataError } from "../../userdata";
import { renderFile } from "../../userdata/cloud-config";
import { compress } from "../../userdata/gzip";
import { readServerFiles, SERVER_FILES } from "../../userdata/read-server-files";
import { checkSize } from "../../userdata/user-data-size";
import { anySettings, SERVER_2 } from "./example-settings";

const bytesOf = (userData: string) => Buffer.from(userData, "base64");

test("equal settings give equal bytes, whatever the order of their keys and whatever came before", () => {
  const before = renderUserData(SERVER_2);
  renderUserData({ ...SERVER_2, serverName: "Server-3" });
  const reversed = Object.fromEntries(Object.entries(SERVER_2).reverse()) as unknown as typeof SERVER_2;
  expect(renderUserData(reversed)).toBe(before);
  jest.isolateModules(() => {
    const again = require("../../userdata") as typeof import("../../userdata");
    expect(again.renderUserData(SERVER_2)).toBe(before);
  });
});

test("different settings give different bytes, for the instance must be replaced", () => {
  const seen = new Set(
    ["Server-1", "Server-2"].map((serverName) => renderUserData({ ...SERVER_2, serverName })),
  );
  expect(seen.size).toBe(2);
});

test("the gzip header tells no time and no system", () => {
  const bytes = bytesOf(renderUserData(SERVER_2));
  expect([...bytes.subarray(0, 4)]).toEqual([0x1f, 0x8b, 8, 0]);
  expect([...bytes.subarray(4, 8)]).toEqual([0, 0, 0, 0]);
  expect(bytes[9]).toBe(255);
});

test("the compressor gives the same bytes on every version of Node.js, every zlib and every processor", () => {
  const text = Array.from(
    { length: 3000 },
    (_, n) => `${(n * n * 2654435761) % 4294967296} line ${n % 37}\n`,
  ).join("");
  // Should this ever change, the user data of a server differs between machines, and so would its instance.
  expect(createHash("sha256").update(compress(text)).digest("hex")).toBe(
    "b54e43f71f649f1fab7159b688ffad0ed6395afacb29850273f739ad855e4cb0",
  );
});

test("the document stays well below what EC2 takes, with the longest settings too", () => {
  const longest = {
    serverName: "a".repeat(63),
    first: false,
    port: 65_535,
    healthPort: 65_534,
    healthPath: "/health".repeat(10),
    basePath: "/a/long/base/path".repeat(10),
    keepAliveSeconds: 7199.999,
    drainSeconds: 3599.999,
    closeSeconds: 3599.999,
  };
  expect(USER_DATA_LIMIT_BYTES).toBe(16_384); // N11, G45
  expect(bytesOf(renderUserData(longest)).length).toBeLessThan(15_000);
});

test("a document that is too large is refused with its size and its largest file", () => {
  const small = { path: "/a", content: "a\n", permissions: "0644" };
  expect(() => checkSize(16_384, [small])).not.toThrow();
  const large = { path: "/b", content: `${"b".repeat(90)}\n`, permissions: "0644" };
  expect(() => checkSize(16_385, [small, large])).toThrow(
    /^user data must be at most 16384 bytes, got 16385; make \/b smaller \(\d+ bytes gzipped\)$/,
  );
});

test("Node.js 22 can be chosen, and nothing that has no package", () => {
  const text = renderCloudInit(SERVER_2, { nodeMajor: 22 });
  expect(text).toContain("retry dnf install -y nodejs22 nodejs22-npm\n");
  expect(text).toContain("ExecStart=/usr/bin/node-22 ");
  expect(text).not.toMatch(/nodejs24|node-24|npm-24/);
  expect(() => renderUserData(SERVER_2, { nodeMajor: 20 as 22 })).toThrow(
    new UserDataError("nodeMajor must be 22 or 24, got 20; Amazon Linux 2023 has packages for these"),
  );
});

test("settings that the server would refuse are not rendered", () => {
  const render = () => renderUserData({ ...SERVER_2, serverName: "a;b" });
  expect(render).toThrow(UserDataError);
  expect(render).toThrow(
    'serverName must be 1 to 63 letters, digits or hyphens, got ";" at position 2; rename the server', // B75
  );
  expect(() => renderCloudInit({ ...SERVER_2, port: 0 })).toThrow(/^port must be/);
});

test("no setting is in a command, in the script or in the unit", () => {
  fc.assert(
    fc.property(anySettings, (settings) => {
      const [common] = renderCloudInit(settings).split(
        '  - path: "/etc/systemd/system/alb-lab.service.d/stop.conf"',
      );
      expect(renderCloudInit(SERVER_2).startsWith(common!)).toBe(true);
    }),
    { numRuns: 30 },
  );
});

test("every file of the server is embedded", () => {
  const files = readdirSync(resolve(__dirname, "../../server")).filter(
    (name) => !name.startsWith(".") && name !== "node_modules",
  );
  expect(files.sort()).toEqual([...SERVER_FILES]);
});

test("a missing server file is named", () => {
  const empty = mkdtempSync(join(tmpdir(), "alb-lab-"));
  expect(() => readServerFiles(empty)).toThrow(
    new UserDataError(`server file app.js must be in ${empty}, got ENOENT; install the package again`),
  );
  rmSync(empty, { recursive: true });
});

test.each([
  ["a\u0001b\n", '/f must be printable text, got "\\u0001" at position 2; leave that out'],
  ["a\r\nb\n", '/f must be printable text, got "\\r" at position 2; leave that out'],
  ["a", '/f must begin with text and end with one line end, got "a"; correct the file'],
  [" a\n", '/f must begin with text and end with one line end, got " a\\n"; correct the file'],
  ["a\n\n", '/f must begin with text and end with one line end, got "a\\n\\n"; correct the file'],
])("a file that a literal block cannot hold is refused: %j", (content, message) => {
  expect(() => renderFile({ path: "/f", content, permissions: "0644" })).toThrow(new UserDataError(message));
});
