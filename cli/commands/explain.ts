import type { Command } from "commander";
import { askedRequest, explainRequest, findLoadBalancer } from "../../lab/alb";
import { type ExitCode, exitCodes } from "../exit-code";
import { renderExplanation } from "../render/explanation";
import { renderJson } from "../render/json";
import type { Terminal } from "../terminal";
import { type InputOptions, inputDescription, nameOf, readInput, stackOption } from "./input-argument";
import { addHeader, sourceAddress } from "./request-options";

interface ExplainOptions extends InputOptions {
  readonly header?: readonly string[];
  readonly sourceIp?: string;
  readonly loadBalancer?: string;
  readonly json?: boolean;
}

export function addExplain(program: Command, terminal: Terminal, done: (exitCode: ExitCode) => void): void {
  program
    .command("explain")
    .description("tell which rule answers a request, why the ones before it do not, and who gets it")
    .argument("<input>", inputDescription)
    .argument("<method>", "such as GET; upper and lower case count")
    .argument("<url>", "scheme and port choose the listener as declared, the host is the Host header")
    .addOption(stackOption())
    .option("--header <name: value>", "a header of the request; may be given several times", addHeader)
    .option("--source-ip <address>", "address of the client (default: one that nobody has)", sourceAddress)
    .option("--load-balancer <name>", "name or address of the load balancer where there are several")
    .option("--json", "print it as JSON, with every verdict on every rule")
    .addHelpText("after", help)
    .action(async (input: string, method: string, url: string, options: ExplainOptions) => {
      const asked = askedRequest(method, url, options);
      const topology = await readInput(input, options, terminal);
      const loadBalancer = findLoadBalancer(topology, options.loadBalancer, {
        input: nameOf(input),
        option: "--load-balancer",
      });
      const report = explainRequest(topology, loadBalancer, asked);
      terminal.out(options.json ? renderJson(report, 2) : renderExplanation(report, terminal));
      done(report.problem === null ? exitCodes.ok : exitCodes.found);
    });
}

const help = `
Paths are compared as given: nothing is decoded, no dot segments are resolved.

Examples:
  alb-lab explain cdktf.out/stacks/prod GET https://lab.example.com/api/users
  alb-lab explain plan.json GET http://example.com/ --header "X-Stage: beta"

Exit codes:
  0  a rule or the default action answers
  1  nobody does: no listener, no way in, no target, or an error of the
     load balancer itself
  2  it cannot be told: the input or the request cannot be read`;
