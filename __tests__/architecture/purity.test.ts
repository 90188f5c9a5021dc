import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "../..");

/** Sources of a room by their path from the root. */
function sourcesOf(room: string): readonly { readonly file: string; readonly text: string }[] {
  return readdirSync(join(root, room), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.[jt]s$/.test(file))
    .map((file) => ({ file: `${room}/${file}`, text: readFileSync(join(root, room, file), "utf8") }));
}

/** Where a room's sources match, as `file: match`. */
function matches(room: string, pattern: RegExp): readonly string[] {
  return sourcesOf(room).flatMap(({ file, text }) =>
    [...text.matchAll(pattern)].map(([found]) => `${file}: ${found}`),
  );
}

describe("rooms that judge", () => {
  it.each(["lab/alb", "lab/topology", "lab/reach", "lab/simulation", "lab/doctor"])(
    "%s reads no clock, no chance and no process",
    (room) => {
      expect(sourcesOf(room).length).toBeGreaterThan(20);
      const impure =
        /\b(set(Timeout|Interval|Immediate)|queueMicrotask|fetch)\(|\bDate\.now|\bnew Date\(\)|\bMath\.random|\b(performance|process|globalThis)\./g;
      expect(matches(room, impure)).toEqual([]);
    },
  );

  it.each(["lab/alb", "constructs"])(
    "%s takes from Node.js what computes, never what waits or listens",
    (room) => {
      const pure = {
        "node:crypto": ["createHash", "createHmac", "createCipheriv", "createDecipheriv"],
        "node:net": ["BlockList", "isIP", "isIPv4", "isIPv6"],
        "node:http": ["STATUS_CODES"],
      };
      const allowed = new Set(
        Object.entries(pure).flatMap(([module, names]) => names.map((name) => `${module} ${name}`)),
      );
      const taken = sourcesOf(room).flatMap(({ text }) =>
        [...text.matchAll(/^import (?:type )?(.+) from "(node:\w+)";$/gm)].flatMap(([, names = "", module]) =>
          names.split(/[{},\s]+/).flatMap((name) => (name === "" ? [] : [`${module} ${name}`])),
        ),
      );
      expect(taken.length).toBeGreaterThan(0);
      expect(taken.filter((name) => !allowed.has(name))).toEqual([]);
    },
  );
});

describe("printing", () => {
  const print = /\bconsole\.|\bprocess\.std(out|err|in)\b/g;

  it.each(["constructs", "environments", "userdata", "lab"])("is not done in %s", (room) => {
    // a file in child/ is the program of a process of its own
    const found = matches(room, print).filter((place) => !place.includes("/processes/child/"));
    expect(found).toEqual([]);
  });

  it("is done in one file of cli, which can be replaced in tests", () => {
    const files = matches("cli", print).map((place) => place.split(":")[0]);
    expect([...new Set(files)]).toEqual(["cli/terminal.ts"]);
  });
});
