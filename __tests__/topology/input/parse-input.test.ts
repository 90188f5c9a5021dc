import { parseInput, TopologyInputError } from "../../../lab/topology/input";

const plan = { format_version: "1.2", terraform_version: "1.11.4", planned_values: {} };
const state = { format_version: "1.0", terraform_version: "1.11.4", values: {} };
const stateFile = { version: 4, terraform_version: "1.11.4", serial: 1, lineage: "a", resources: [] };
const synth = { "//": {}, terraform: {}, provider: {}, resource: {} };

const messageOf = (input: string | Uint8Array): string => {
  try {
    parseInput(input, "it");
  } catch (error) {
    if (error instanceof TopologyInputError) return error.message;
    throw error;
  }
  throw new Error("must be refused");
};

describe("parseInput", () => {
  it.each([
    ["a synthesized stack", synth, "synth"],
    ["a configuration with modules only", { module: {} }, "synth"],
    ["a plan", plan, "plan"],
    ["a state", state, "state"],
    ["a state in which nothing is", { format_version: "1.0" }, "state"],
    ["a state file", stateFile, "state-file"],
  ])("tells %s", (_, json, kind) => {
    expect(parseInput(JSON.stringify(json), "it")).toEqual({ kind, json });
  });

  it.each([
    ["an empty file", " \n", "must be JSON, got nothing; synthesize the stack first"],
    ["a binary plan", "PK\u0003\u0004\u0014", "must be JSON, got a binary plan file; convert it with"],
    ["a binary file", "\u007fELF\0\0", "must be JSON, got a binary file"],
    ["a page", "<!DOCTYPE html>", "must be JSON, got a web page"],
    ["configuration", 'resource "aws_lb" "a" {\n}', "must be JSON, got Terraform's own language; plan it"],
    [
      "a log",
      '{"@level":"info"}\n{"@level":"info"}',
      "must be JSON, got the log that 'terraform plan -json'",
    ],
    [
      "a printed plan",
      "Terraform will perform the following actions:",
      "must be JSON, got a plan written for",
    ],
    ["half a plan", JSON.stringify(plan).slice(0, 40), "must be whole, got JSON that ends in the middle"],
    ["a mistake", '{\n  "a": 1,,\n}', "must be JSON, got a mistake in line 2, column 10;"],
    ["a package", '{"name":"shop","version":"1.0.0"}', "got the package shop; give it cdk.tf.json"],
    ["a manifest", '{"version":"0.21.0","stacks":{}}', "got a manifest; give it the directory"],
    ["schemas", '{"format_version":"1.0","provider_schemas":{}}', "got the schemas of providers"],
    ["a list", "[]", "got a list"],
    ["null", "null", "got null"],
    ["a number", "1", "got a number"],
    ["nothing in it", "{}", "got an empty object"],
    ["something else", '{"a":1,"b":2,"c":3,"d":4}', "got an object with a, b, c and more"],
    [
      "an old state file",
      '{"version":3,"serial":1,"lineage":"a"}',
      "must be a state file of version 4, got version 3",
    ],
    ["a new format", '{"format_version":"2.0","values":{}}', "must have format version 1, got 2.0"],
    ["a failed plan", JSON.stringify({ ...plan, errored: true }), "must be a whole plan, got one that ended"],
  ])("says in one line what is wrong with %s", (_, text, message) => {
    expect(messageOf(text)).toMatch(/^it: [^\n]+, got [^\n]+; [^\n]+$/);
    expect(messageOf(text)).toContain(message);
  });

  it("never quotes a text that is not JSON", () => {
    expect(messageOf('{"password": hunter2}')).not.toContain("hunter2");
  });

  it.each([200, 201, 10_000, 3_000_000])("stays upright at %d levels", (levels) => {
    const text = `{"resource":${"[".repeat(levels - 1)}${"]".repeat(levels - 1)}}`;
    if (levels <= 200) expect(parseInput(text, "it").kind).toBe("synth");
    else expect(messageOf(text)).toContain("must be nested at most 200 levels deep, got more");
  });

  it("does not count brackets in texts as levels", () => {
    const text = JSON.stringify({ locals: { a: `${"[{".repeat(500)}\\"` } });
    expect(parseInput(text, "it").kind).toBe("synth");
  });

  it("keeps names and keys of outsiders on the line", () => {
    expect(messageOf('{"a\\nb\\u001b[31m":1}')).toContain("an object with a b [31m;");
  });
});

describe("bytes", () => {
  const text = JSON.stringify({ locals: { city: "Zürich 서울" } });
  const utf16 = Buffer.from(text, "utf16le");
  const mark = Buffer.from([0xff, 0xfe]);

  it.each([
    ["UTF-8", Buffer.from(text)],
    ["UTF-8 with a byte order mark", Buffer.from(`\uFEFF${text}`)],
    ["UTF-16, as PowerShell writes it", Buffer.concat([mark, utf16])],
    ["UTF-16 without a mark", utf16],
    ["big-endian UTF-16", Buffer.concat([mark, utf16]).swap16()],
    ["big-endian UTF-16 without a mark", Buffer.from(utf16).swap16()],
  ])("are read as %s", (_, bytes) => {
    expect(parseInput(bytes, "it").json).toEqual(JSON.parse(text));
  });

  it("that are more than 256 MB are refused", () => {
    const bytes = { length: 256 * 1024 * 1024 + 1 } as Uint8Array;
    expect(messageOf(bytes)).toBe("it: must be at most 256 MB, got 257 MB; plan a part of it with -target");
  });
});
