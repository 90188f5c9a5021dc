import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { parseUserData, renderUserData, UserDataError } from "../../userdata";
import { SERVER_2 } from "./example-settings";

const encode = (text: string | Buffer) => Buffer.from(text).toString("base64");
const failure = (userData: string): string => {
  try {
    parseUserData(userData);
  } catch (error) {
    expect(error).toBeInstanceOf(UserDataError);
    return (error as Error).message;
  }
  return "no error";
};

test("a shell script gives its text and no files", () => {
  const text = "#!/bin/sh\necho '#cloud-config'\n";
  expect(parseUserData(encode(text))).toEqual({ text, files: [], commands: [], environment: {} });
  expect(parseUserData(encode(gzipSync(text))).text).toBe(text);
});

test("an empty document gives nothing", () => {
  expect(parseUserData("")).toEqual({ text: "", files: [], commands: [], environment: {} });
  expect(parseUserData(encode("#cloud-config")).files).toEqual([]);
  expect(parseUserData(encode("#cloud-config\n# nothing\n")).files).toEqual([]);
});

test("anybody's cloud-config gives its files, commands, unit and environment, and no settings", () => {
  const text = `#cloud-config
packages: [nginx]
write_files:
  - path: /etc/systemd/system/web.service
    owner: web:web
    permissions: 0640
    content: |
      [Unit]
      Environment=NOT=this
      [Service]
      Environment="A=1 2" B=3
      EnvironmentFile=-/etc/web.env
      ExecStart=/usr/bin/web --name "two words" \\
        --port 80
      TimeoutStopSec=30
  - path: /etc/web.env
    encoding: b64
    content: ${encode("B=4\nC='x'\n")}
  - {path: /packed, encoding: gz+b64, content: ${encode(gzipSync("packed"))}}
  - {path: /bytes, encoding: gzip, content: !!binary ${encode("x")}}
  - path: /empty
runcmd:
  - systemctl start web
  - [sleep, 1]
`;
  expect(failure(encode(text))).toMatch(/^user data: write_files\[3\]\.content must be text, got /);
  const userData = parseUserData(encode(text.replace(/.*bytes.*\n/, "")));
  expect(userData.files.map(({ path, permissions, owner }) => [path, permissions, owner])).toEqual([
    ["/etc/systemd/system/web.service", "0640", "web:web"],
    ["/etc/web.env", "0644", undefined],
    ["/packed", "0644", undefined],
    ["/empty", "0644", undefined],
  ]);
  expect(userData.files.slice(1).map(({ content }) => content)).toEqual(["B=4\nC='x'\n", "packed", ""]);
  expect(userData.commands).toEqual(["systemctl start web", ["sleep", "1"]]);
  expect(userData.unit).toMatchObject({
    name: "web.service",
    execStart: ["/usr/bin/web", "--name", "two words", "--port", "80"],
    timeoutStopSeconds: 30,
  });
  expect(userData.environment).toEqual({ A: "1 2", B: "4", C: "x" });
  expect(userData.settings).toBeUndefined();
});

test("a document that was ours but has impossible settings gives no settings", () => {
  const text = parseUserData(renderUserData(SERVER_2)).text.replace('PORT="3000"', 'PORT="http"');
  const userData = parseUserData(encode(text));
  expect(userData.environment.PORT).toBe("http");
  expect(userData.settings).toBeUndefined();
});

test("our document as plain text is read too", () => {
  const { text } = parseUserData(renderUserData(SERVER_2));
  expect(parseUserData(encode(text)).settings).toEqual(SERVER_2);
});

test.each([
  ["${base64encode(x)}", 'user data must be base64, got "$" at position 1; encode the document first'],
  [
    "abc",
    "user data must be whole base64, got 3 characters, not a multiple of 4; check that it is not cut off",
  ],
  ["ab=c", 'user data must be base64, got "=" at position 3; encode the document first'],
  [
    encode(Buffer.from([0xff, 0xfe])),
    "user data must be UTF-8 text, got other bytes; check where it comes from",
  ],
  [
    "A".repeat(262_148),
    "user data must be at most 262144 characters of base64, got 262148; EC2 takes 16384 bytes",
  ],
  [
    encode(gzipSync("x".repeat(300_000))),
    "user data must unpack to at most 262144 bytes, got more; check where it comes from",
  ],
  [
    encode(Buffer.concat([gzipSync("a"), Buffer.from("tail")])),
    "user data must be whole gzip data, got incorrect header check; check that it is not cut off",
  ],
  [encode("#cloud-config\na: [1"), /^user data must be a YAML document, got: [^\n]+; correct the document$/],
  [
    encode("#cloud-config\n- a"),
    'user data: cloud-config must be a mapping, got ["a"]; correct the document',
  ],
  [encode("#cloud-config\nruncmd: a"), 'user data: runcmd must be a list, got "a"; correct the document'],
  [
    encode("#cloud-config\nruncmd: [1]"),
    "user data: runcmd[0] must be text or a list, got 1; correct the document",
  ],
  [
    encode("#cloud-config\nruncmd: [[a, {b: c}]]"),
    'user data: runcmd[0] must be a list of words, got {"b":"c"}; correct the document',
  ],
  [
    encode("#cloud-config\nwrite_files: [{path: 7}]"),
    "user data: write_files[0].path must be text, got 7; correct the document",
  ],
  [
    encode("#cloud-config\nwrite_files: [{path: /a, permissions: rwx}]"),
    'user data: write_files[0].permissions must be octal digits such as 0644, got "rwx"; correct the document',
  ],
  [
    encode("#cloud-config\nwrite_files: [{path: /a, encoding: rot13}]"),
    'user data: write_files[0].encoding must be one that cloud-init knows (b64, gzip, gz+b64), got "rot13"; correct the document',
  ],
])("malformed user data is refused in one line (%#)", (userData, message) => {
  if (typeof message === "string") expect(failure(userData)).toBe(message);
  else expect(failure(userData)).toMatch(message);
});

test("user data that is cut off anywhere is refused", () => {
  const bytes = Buffer.from(renderUserData(SERVER_2), "base64");
  for (const length of [3, 9, 11, 100, bytes.length - 150, bytes.length - 9, bytes.length - 1]) {
    expect(failure(encode(bytes.subarray(0, length)))).toMatch(/^user data must [^\n]+$/);
  }
});

test("a damaged byte is refused", () => {
  const bytes = Buffer.from(renderUserData(SERVER_2), "base64");
  for (const at of [40, 5000, bytes.length - 6]) {
    const damaged = Buffer.from(bytes);
    damaged[at]! ^= 0x55;
    expect(failure(encode(damaged))).toMatch(/^user data must [^\n]+$/);
  }
});

test.each([
  [
    "aliases that multiply",
    `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [${"*a,".repeat(9)}]\nc: &c [${"*b,".repeat(9)}]\nd: [${"*c,".repeat(9)}]`,
  ],
  ["nesting without end", `a: ${"[".repeat(20_000)}`],
])("a document that would exhaust the reader is refused: %s", (_name, yaml) => {
  expect(failure(encode(`#cloud-config\n${yaml}`))).toMatch(
    /^user data must be a YAML document, got: [^\n]+$/,
  );
});

test("packed files count together", () => {
  const packed = encode(gzipSync("x".repeat(200_000)));
  const entry = `  - {path: /a, encoding: gz+b64, content: ${packed}}\n`;
  expect(parseUserData(encode(`#cloud-config\nwrite_files:\n${entry}`)).files).toHaveLength(1);
  expect(failure(encode(`#cloud-config\nwrite_files:\n${entry}${entry}`))).toMatch(
    /must unpack to at most 62144 bytes/,
  );
});

test("a key named like an object's innards is only a key", () => {
  const { commands, environment } = parseUserData(
    encode("#cloud-config\n__proto__: {runcmd: [a]}\nconstructor: 1\n"),
  );
  expect([commands, environment]).toEqual([[], {}]);
  expect(({} as { runcmd?: unknown }).runcmd).toBeUndefined();
});

test("whatever the input, the outcome is data or a one-line error", () => {
  const text = fc.oneof(
    fc.string(),
    fc.base64String(),
    fc.string({ unit: "binary" }).map(encode),
    fc
      .string({ unit: fc.constantFrom(..."#:-[]{}&*!|>'\"%@`?, \nab1<") })
      .map((yaml) => encode(`#cloud-config\n${yaml}`)),
    fc.json().map((json) => encode(`#cloud-config\n{"write_files": ${json}, "runcmd": ${json}}`)),
    fc
      .uint8Array()
      .map((bytes) => encode(Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0]), Buffer.from(bytes)]))),
  );
  fc.assert(
    fc.property(text, (userData) => {
      expect(failure(userData)).toMatch(/^(no error|user data[^\n]+)$/);
    }),
    { numRuns: 1000 },
  );
});
