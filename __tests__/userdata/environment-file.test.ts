import fc from "fast-check";
import { parseDocument } from "yaml";
import { UserDataError } from "../../userdata";
import { renderFile, renderHead } from "../../userdata/cloud-config";
import { parseEnvironmentFile, renderEnvironmentFile } from "../../userdata/environment-file";
import { hostileText } from "./example-settings";

// The checks refuse such text; should one ever let it through, it is still only a value. B75, B76, B77
test("hostile text stays one value of the environment file", () => {
  fc.assert(
    fc.property(hostileText, (value) => {
      const environment = { SERVER_NAME: value, PORT: "3000" };
      expect(parseEnvironmentFile(renderEnvironmentFile(environment))).toEqual(environment);
    }),
    { numRuns: 500 },
  );
});

test("hostile text stays in its file of the document", () => {
  fc.assert(
    fc.property(hostileText, (value) => {
      const content = renderEnvironmentFile({ SERVER_NAME: value, PORT: "3000" });
      const text = renderHead([["a"]]) + renderFile({ path: "/e", content, permissions: "0644" });
      const document = parseDocument(text, { version: "1.1" });
      expect(document.errors).toEqual([]);
      expect(document.toJS()).toEqual({
        runcmd: [["a"]],
        write_files: [{ path: "/e", permissions: "0644", content }],
      });
    }),
    { numRuns: 500 },
  );
});

test.each(["a\0b", "a\u001bb", "a\rb", "a\u007fb", "a\ud800b"])(
  "text that systemd would drop is refused: %j",
  (value) => {
    expect(() => renderEnvironmentFile({ SERVER_NAME: value })).toThrow(UserDataError);
    expect(() => renderEnvironmentFile({ SERVER_NAME: value })).toThrow(
      /^SERVER_NAME must be printable text, got U\+[0-9A-F]{4} at position 2; leave that out$/,
    );
  },
);

test.each([
  ["A=1\nB=2", { A: "1", B: "2" }],
  ["# A=1\n; B=2\n\nC=3\n", { C: "3" }],
  ["A = x y  \n", { A: "x y" }],
  ["A='x  '\n", { A: "x  " }],
  ["A='x\\n'\n", { A: "x\\n" }],
  ['A="x\\n\\$\\`\\"\\\\"\n', { A: 'x\\n$`"\\' }],
  ['A="x\\\ny"\n', { A: "xy" }],
  ["A=x\\\ny\n", { A: "xy" }],
  ["A=\"x\" 'y'z\n", { A: "xyz" }],
  ["A=\nB=1\n", { A: "", B: "1" }],
  ["A=1\nA=2\n", { A: "2" }],
  ["no assignment\nA=1\n", { A: "1" }],
  ["1A=x\nA B=y\n", {}],
  ["A=x#y\n", { A: "x#y" }],
  ['A="x', { A: "x" }],
  ["", {}],
])("%j is read as systemd reads it", (text, environment) => {
  expect(parseEnvironmentFile(text)).toEqual(environment);
});
