import { type Command, InvalidArgumentError } from "commander";
import { verifyServers } from "../../lab/local";
import { type ExitCode, exitCodes } from "../exit-code";
import { renderVerification } from "../render/verification";
import type { Terminal } from "../terminal";

interface VerifyOptions {
  readonly servers: number;
  readonly requests: number;
  readonly healthPath: string;
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
    .option("--health-path <path>", "path of the health check", "/health")
    .option("--json", "print the result as JSON")
    .addHelpText("after", "\nExample:\n  alb-lab verify http://localhost:8080 --servers 2")
    .action(async (url: URL, options: VerifyOptions) => {
      const verification = await verifyServers(url, options);
      terminal.out(
        options.json ? JSON.stringify(verification, null, 2) : renderVerification(verification, terminal),
      );
      done(verification.passed ? exitCodes.ok : exitCodes.found);
    });
}

function readUrl(text: string): URL {
  const url = [text, `http://${text}`].find(
    (candidate) => /^https?:\/\//.test(candidate) && URL.canParse(candidate),
  );
  if (url === undefined)
    throw new InvalidArgumentError(
      `must be a URL, such as http://localhost:8080, got ${JSON.stringify(text)}.`,
    );
  return new URL(url);
}

function readCount(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new InvalidArgumentError(`must be a whole number from 1 to 999999, got ${JSON.stringify(text)}.`);
}
