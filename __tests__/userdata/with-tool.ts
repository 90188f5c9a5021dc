import { spawnSync } from "node:child_process";
import { isRequired, saySkipped } from "../support/required-tools";

/**
 * A test that needs a program of this machine. Without it the test is skipped, and the terminal says why; where
 * CI_REQUIRE_TOOLS names the program it fails instead.
 */
export function testWithTool(name: string, [program, ...args]: [string, ...string[]], run: () => void) {
  const found = spawnSync(program, args, { stdio: "ignore" }).status === 0;
  const tool = [program, ...args].join(" ");
  if (found) test(name, run);
  else if (isRequired(program)) {
    test(name, () => {
      throw new Error(
        `${program} must be installed where CI_REQUIRE_TOOLS names it, got a failure of \`${tool}\``,
      );
    });
  } else {
    saySkipped(name, `\`${tool}\` does not work here`);
    test.skip(name, run);
  }
}

/** Output and exit code of a program, for one assertion that shows both. */
export function outcomeOf(program: string, args: string[], input?: string) {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: "utf8", input });
  return { status, output: stdout + stderr };
}
