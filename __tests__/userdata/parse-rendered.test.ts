import fc from "fast-check";
import { renderCloudInit } from "../../userdata";
import { parseAnybodys } from "../../userdata/parse-cloud-config";
import { parseRendered } from "../../userdata/parse-rendered";
import { anySettings, SERVER_2 } from "./example-settings";

const LIMIT = 262_144;
const rendered = renderCloudInit(SERVER_2);

test("a rendered document is read as a YAML parser reads it, whatever the settings", () => {
  fc.assert(
    fc.property(anySettings, (settings) => {
      const text = renderCloudInit(settings);
      expect(parseRendered(text)).toEqual(parseAnybodys(text, LIMIT));
    }),
    { numRuns: 20 },
  );
});

/** Short, so that a change hits what counts: the same shape with two small files. */
const short = `#cloud-config
runcmd:
  - ["/bin/sh","/opt/install.sh"]
write_files:
  - path: "/a"
    permissions: "0644"
    content: |
      one

        two
  - path: "/b c"
    permissions: "0755"
    content: |
      - path: three
`;

test("a document that is changed anywhere is read as YAML reads it, or not at all", () => {
  const place = fc.nat(short.length);
  const piece = fc.constantFrom(
    "",
    " ",
    "\n",
    '"',
    "|",
    "#",
    "-",
    ":",
    "\\",
    "[",
    "]",
    "x",
    "\t",
    "      ",
    "é",
    "\r",
    ">",
  );
  let read = 0;
  fc.assert(
    fc.property(place, fc.nat(3), piece, (at, removed, added) => {
      const text = short.slice(0, at) + added + short.slice(at + removed);
      const quick = parseRendered(text);
      if (quick === undefined) return;
      read += 1;
      expect(quick).toEqual(parseAnybodys(text, LIMIT));
    }),
    { numRuns: 3000, seed: 1 },
  );
  expect(read).toBeGreaterThan(300);
});

test.each([
  ["another first line", (text: string) => text.replace("#cloud-config", "# cloud-config")],
  ["a comment between", (text: string) => text.replace("write_files:", "# files\nwrite_files:")],
  ["other block styles", (text: string) => text.replaceAll("content: |", "content: >")],
  ["letters beyond ASCII", (text: string) => text.replace("Express", "Exprèss")],
  ["a cut-off end", (text: string) => text.slice(0, -1)],
])("%s is left to the YAML parser", (_, change) => {
  expect(parseRendered(change(rendered))).toBeUndefined();
});
