import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "../..");
const page = readFileSync(join(root, "ARCHITECTURE.md"), "utf8");

/** Files of the repository that are under version control or about to be, with slashes. */
function files(): readonly string[] {
  const words = ["ls-files", "--cached", "--others", "--exclude-standard"];
  return execFileSync("git", words, { cwd: root }).toString().trim().split("\n");
}

/** Folders at the root; in `lab/` each folder is a room of its own. */
function rooms(): readonly string[] {
  const found = files().flatMap((file) => /^(?:lab\/[^/]+|[^./][^/]*)\//.exec(file) ?? []);
  return [...new Set(found)];
}

describe("ARCHITECTURE.md", () => {
  it("has a paragraph for main.ts and for every folder, and for no other", () => {
    const named = [...page.matchAll(/^### (.+)$/gm)].map(([, name = ""]) => name.replaceAll("\\", ""));
    expect(named.sort()).toEqual(["main.ts", ...rooms()].sort());
  });

  it("says what each room of the product may and may not do", () => {
    const unbound = ["__tests__/", "bench/", "docs/", "examples/"];
    for (const room of ["main.ts", ...rooms().filter((name) => !unbound.includes(name))]) {
      const paragraph = page.split(`### ${room}`)[1]?.split("###")[0] ?? "";
      expect({ room, may: paragraph.includes("*May*"), mayNot: /\*May\s+not\*/.test(paragraph) }).toEqual({
        room,
        may: true,
        mayNot: true,
      });
    }
  });

  it("keeps its promise that main.ts has at most 40 lines", () => {
    expect(readFileSync(join(root, "main.ts"), "utf8").trimEnd().split("\n").length).toBeLessThanOrEqual(40);
  });

  it("names only files that exist", () => {
    const known = files().join("\n");
    const named = [...page.matchAll(/`([a-z-]+\.(?:ts|cjs|js))`/g)].map(([, name = ""]) => name);
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
  });
});

describe("index.ts of a room", () => {
  const rooms = [
    "topology",
    "alb",
    "lint",
    "reach",
    "simulation",
    "doctor",
    "review",
    "diagram",
    "aws",
    "local",
  ];

  it.each(["constructs", "environments", "userdata", "cli", ...rooms.map((room) => `lab/${room}`)])(
    "%s re-exports and does nothing else",
    (room) => {
      const text = readFileSync(join(root, room, "index.ts"), "utf8");
      const rest = text
        .replace(/export (type )?\{[^}]*\} from "[^"]+";/g, "")
        .replace(/\/\*\*[\s\S]*?\*\//g, "");
      expect(rest.trim()).toBe("");
    },
  );
});

describe("constructs", () => {
  it("never read the environment of the process", () => {
    const files = readdirSync(join(root, "constructs"), { recursive: true, encoding: "utf8" }).filter(
      (file) => file.endsWith(".ts"),
    );
    expect(files.length).toBeGreaterThan(20);
    const readers = files.filter((file) =>
      readFileSync(join(root, "constructs", file), "utf8").includes("process.env"),
    );
    expect(readers).toEqual([]);
  });
});
