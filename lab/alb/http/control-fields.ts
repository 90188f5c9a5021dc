import { NameTable } from "./name-table";
import type { RawHeaders } from "./types";

/** The values of the headers that steer a message, in their order; undefined where there is no such header. */
export interface ControlFields {
  contentLength?: string[];
  transferEncoding?: string[];
  connection?: string[];
  upgrade?: string[];
  expect?: string[];
}

const FIELDS = new NameTable<keyof ControlFields>([
  ["content-length", "contentLength"],
  ["transfer-encoding", "transferEncoding"],
  ["connection", "connection"],
  ["upgrade", "upgrade"],
  ["expect", "expect"],
]);

export function controlFields(headers: RawHeaders): ControlFields {
  const fields: ControlFields = {};
  for (let index = 0; index < headers.length; index += 2) {
    const field = FIELDS.get(headers[index] ?? "");
    if (field === undefined) continue;
    const values = fields[field];
    if (values === undefined) fields[field] = [headers[index + 1] ?? ""];
    else values.push(headers[index + 1] ?? "");
  }
  return fields;
}

/** Members of a comma-separated list, lower case, empty ones left out. */
export function members(values: readonly string[]): string[] {
  return values
    .flatMap((value) => value.toLowerCase().split(","))
    .map((member) => member.trim())
    .filter((member) => member !== "");
}

/** Whether a list has this member, given in lower case; the usual list of one member is not taken apart. */
export function hasMember(values: readonly string[] | undefined, member: string): boolean {
  if (values === undefined) return false;
  const only = values.length === 1 ? values[0] : undefined;
  if (only === undefined || only.includes(",")) return members(values).includes(member);
  return only.length === member.length && only.toLowerCase() === member;
}
