import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const room = join(__dirname, "../../environments");
const files = readdirSync(room, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));

test.each(files)(
  "environments/%s imports a schema library at most, and reads no process environment",
  (file) => {
    const text = readFileSync(join(room, file), "utf8");
    const imported = [...text.matchAll(/^.* from "([^"]+)";$/gm)].map(([, name = ""]) => name);
    expect(imported.filter((name) => name !== "zod" && !/^\.\.?(\/|$)/.test(name))).toEqual([]);
    expect(imported.filter((name) => name.includes("constructs"))).toEqual([]);
    expect(text).not.toContain("process.");
  },
);
