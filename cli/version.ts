import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Version of this package; its description is one directory above what is compiled, or two. */
export function packageVersion(): string {
  const [file = ""] = ["..", "../.."]
    .map((above) => join(__dirname, above, "package.json"))
    .filter((path) => existsSync(path));
  const { version } = JSON.parse(readFileSync(file, "utf8")) as { readonly version: string };
  return version;
}
