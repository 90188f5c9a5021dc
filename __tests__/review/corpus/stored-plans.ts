import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { gzipSync } from "fflate";

const directory = join(__dirname, "plans");
const ending = ".json.gz";
const OS_BYTE = 9;
const OS_UNKNOWN = 255;

/** Names of all stored plans, in order. */
export function storedPlans(): readonly string[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .sort();
}

/** What `terraform show -json` printed; undefined where there is no such plan. */
export function readPlan(name: string): string | undefined {
  const file = fileOf(name);
  return existsSync(file) ? gunzipSync(readFileSync(file)).toString("utf8") : undefined;
}

/** The same bytes for the same text on every machine. */
export function storePlan(name: string, text: string): void {
  const bytes = gzipSync(Buffer.from(text), { level: 9, mem: 0, mtime: 0 });
  bytes[OS_BYTE] = OS_UNKNOWN;
  writeFileSync(fileOf(name), bytes);
}

export function removePlan(name: string): void {
  rmSync(fileOf(name));
}

function fileOf(name: string): string {
  return join(directory, `${name}${ending}`);
}
