import { type Command, InvalidArgumentError } from "commander";
import { type ExitCode, exitCodes } from "../exit-code";
import { renderJson } from "../render/json";
import { renderVerification } from "../render/verification";
import type { Terminal } from "../terminal";

interface VerifyOptions {
  readonly servers: number;
  readonly requests: number;
  readonly healthPath: string;
  readonly timeout: number;
  readonly json?: boolean;
}

export function addVerify(program: Command, terminal: Terminal, done: (exitCode: ExitCode) => void): void {
  program
    .command("verify")
    .description(
      "ask a load balancer, here or on AWS, until every server has answered; then check its health",
    )
    .argument("<url>", "such as http://localhost:8080 or the DNS name of a real load balancer", readUrl)
    .option("--servers <count>", "how many different answers to wait for", readCount, 2)
    .option("--requests <count>", "requests at most", readCount, 100)
    .option("--health-path <path>", "path of the health check", readPath, "/health")
    .option("--timeout <seconds>", "time for all requests together", readCount, 60)
    .option("--json", "print the result as JSON")
    .addHelpText("after", help)
    .action(async (url: URL, options: VerifyOptions) => {
      const { verifyServers } = await import("../../lab/local");
      const verification = await verifyServers(url, { ...options, limitMs: options.timeout * 1000 });
      terminal.out(options.json ? renderJson(verification, 2) : renderVerification(verification, terminal));
      done(verification.passed ? exitCodes.ok : exitCodes.found);
    });
}

const help = `
Example:
  alb-lab verify http://localhost:8080 --servers 2

Exit codes: 0 every server answered, 1 it did not, or not well, 2 it cannot ask.`;

/** A name without a scheme, as AWS shows it, is asked over HTTP. */
function readUrl(text: string): URL {
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  if (/^https?:/i.test(url) && URL.canParse(url)) return new URL(url);
  throw new InvalidArgumentError(
    `must be a URL, such as http://localhost:8080, got ${JSON.stringify(text)}.`,
  );
}

function readPath(text: string): string {
  if (text.startsWith("/")) return text;
  throw new InvalidArgumentError(`must be a path, such as /health, got ${JSON.stringify(text)}.`);
}

function readCount(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new InvalidArgumentError(`must be a whole number from 1 to 999999, got ${JSON.stringify(text)}.`);
}
