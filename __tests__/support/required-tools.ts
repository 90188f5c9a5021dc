/** Says on the terminal what is skipped and why; a test runner that shows counts only would hide it. */
export function saySkipped(name: string, reason: string): void {
  process.stderr.write(`skipped: ${name}: ${reason}\n`);
}

/**
 * True when the lack of a program must fail the tests that need it, instead of skipping them. CI_REQUIRE_TOOLS
 * names these programs, separated by commas; `1` means all of them.
 */
export function isRequired(program: string): boolean {
  const required = (process.env.CI_REQUIRE_TOOLS ?? "").split(",").map((name) => name.trim());
  return required.includes("1") || required.includes(program);
}
