import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cdktfCli } from "../../../scripts/cdktf-command";
import { isRequired, saySkipped } from "../../support/required-tools";
import { dummyAccount } from "./surroundings";

/** What the tests against Terraform need, and how each is recognized: why it does not work, or undefined. */
const checks = {
  terraform: () => failureOf("terraform", ["version"]),
  "aws-provider": providerFailure,
  cdktf: () => failureOf("npx", ["--yes", cdktfCli, "--version"]),
  moto_server: () => failureOf("moto_server", ["--help"]),
  aws: () => failureOf("aws", ["--version"]),
} as const;

/** A program or plugin that may be missing on this machine. */
export type Tool = keyof typeof checks;

/**
 * A suite that needs tools of this machine. Where one is missing the suite is skipped, and the terminal
 * says which and why; where CI_REQUIRE_TOOLS names the tool it fails instead.
 */
export function describeWithTools(name: string, tools: readonly Tool[], suite: () => void): void {
  const missing = tools.map((tool) => [tool, checks[tool]()] as const).find(([, failure]) => failure);
  if (!missing) {
    describe(name, suite);
    return;
  }
  const [tool, failure] = missing;
  const reason = `${tool} is missing: ${failure}`;
  if (!isRequired(tool)) {
    saySkipped(name, reason);
    describe.skip(name, suite);
  } else {
    test(`${name} finds ${tool}`, () => {
      throw new Error(`${reason}; install it, or take it out of CI_REQUIRE_TOOLS`);
    });
  }
}

function failureOf(program: string, args: readonly string[], cwd?: string): string | undefined {
  const env = dummyAccount();
  const { status, error, stderr } = spawnSync(program, args, {
    cwd,
    env,
    encoding: "utf8",
    timeout: 300_000,
  });
  if (status === 0) return undefined;
  const reason = error?.message ?? stderr.split("\n").find((line) => /error|fail|not found/i.test(line));
  return (reason ?? `exit code ${status}`).replace(/[│╷]/g, "").trim();
}

/** The provider comes from a mirror of this machine or from the registry; only Terraform knows. */
function providerFailure(): string | undefined {
  const directory = mkdtempSync(join(tmpdir(), "alb-lab-provider-"));
  try {
    const aws = { source: "hashicorp/aws", version: providerVersion };
    writeFileSync(
      join(directory, "main.tf.json"),
      JSON.stringify({ terraform: { required_providers: { aws } } }),
    );
    return failureOf("terraform", ["init", "-no-color", "-backend=false"], directory);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** The provider that the bindings were made for. */
const providerVersion: string = require("@cdktf/provider-aws/package.json").cdktf.provider.version;
