import type { Target } from "./target";

const LONGEST_LINE = 160;

/** The last line that a machine has printed and that looks like this. */
export function printedLine({ seen }: Target, pattern: RegExp): string | undefined {
  const lines = seen?.console?.split(/\r?\n/) ?? [];
  const line = lines
    .filter((text) => pattern.test(text))
    .at(-1)
    ?.trim();
  return line === undefined || line.length <= LONGEST_LINE ? line : `${line.slice(0, LONGEST_LINE)}...`;
}

/** What the machine printed: lines that cannot be read as more than one. */
export function consoleSeen({ name }: Target, line: string): string {
  return `${name} printed: ${line}`;
}

/** Downloads of the user data that failed for good, whoever made them. */
export const PACKAGES_FAILED =
  /must succeed, failed \d+ times|npm (ERR!|error)|No match for argument|Unable to find a match|Could not (resolve host|retrieve)|Curl error/i;

/** cloud-init says that something of the user data went wrong. */
export const USER_DATA_FAILED =
  /cloud-init.*(\bfailed\b|\bfailure\b|WARNING|error)|Failed to start.*cloud-|Failed to run module|Failed loading yaml|Unhandled non-multipart/i;

/** A server that came up and ended again. */
export const CRASHED =
  /Main process exited, code=(exited|killed|dumped)|Start request repeated too quickly|Scheduled restart job|Cannot find module|EADDRINUSE|Uncaught|Failed with result 'exit-code'/;

/** cloud-init is through, whatever came of it. */
export const BOOT_FINISHED =
  /Cloud-init v\.? ?\S+ finished|cloud-init.*finished at|Reached target .*cloud-init/i;

/** Something of a service, or a server that says that it listens. */
export const SERVER_STARTED = /Started .*(\.service|server|lab)|"event":\s*"listening"|listening on/i;
