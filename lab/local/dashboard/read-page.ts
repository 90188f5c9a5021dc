import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";

export interface PageFile {
  readonly type: string;
  readonly body: Buffer;
}

const types: ReadonlyMap<string, string> = new Map([
  [".html", "text/html; charset=utf-8"],
  [".css", "text/css; charset=utf-8"],
  [".js", "text/javascript; charset=utf-8"],
  [".svg", "image/svg+xml"],
]);

/** Every file of the page by the path it is asked for, read once: no request ever names a file. */
export function readPage(token: string): ReadonlyMap<string, PageFile> {
  const folder = join(__dirname, "page");
  const files = new Map<string, PageFile>();
  for (const name of readdirSync(folder)) {
    const type = types.get(extname(name));
    if (type !== undefined) files.set(`/${name}`, { type, body: readFileSync(join(folder, name)) });
  }
  const index = files.get("/index.html");
  if (!index)
    throw new Error(`dashboard: index.html must be in ${folder}, got none; install the package again`);
  files.delete("/index.html");
  return files.set("/", { ...index, body: Buffer.from(index.body.toString().replace("{{token}}", token)) });
}
