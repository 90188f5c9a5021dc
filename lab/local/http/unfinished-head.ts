import { REQUEST_HEADERS_LIMIT, REQUEST_LINE_LIMIT } from "../../alb";
import type { Failure } from "./contract";
import type { HeadBuffer } from "./head-buffer";
import { readRequest } from "./read-request";

const ENDS_IN_VERSION = / HTTP\/\d\.\d\r$/;
/** Line ends are not counted by the limits; nobody needs more of them than this. */
const LINE_ENDS = 4_096;

/** What is already wrong with a head whose end has not come; undefined: it may still become one. */
export function unfinishedHead(input: HeadBuffer): Failure | undefined {
  const line = input.firstLine();
  if (line.text.length > REQUEST_LINE_LIMIT) return "request-line-too-long";
  if (input.hasBareLf()) return "malformed-request";
  if (line.whole && !ENDS_IN_VERSION.test(line.text)) return failureOf(line.text);
  if (input.length > REQUEST_LINE_LIMIT + REQUEST_HEADERS_LIMIT + LINE_ENDS) return "headers-too-long";
  return undefined;
}

/** HTTP/0.9 has no more lines to come; whatever else it is, it is no request either. */
function failureOf(line: string): Failure {
  const request = readRequest(`${line}\n\r\n`);
  return "failure" in request ? request.failure : "malformed-request";
}
