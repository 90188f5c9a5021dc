import type { Command } from "commander";
import { renderTopology, renderTopologyJson } from "../render/topology";
import type { Terminal } from "../terminal";
import { defaultInput, type InputOptions, inputDescription, readInput, stackOption } from "./input-argument";

interface TopologyOptions extends InputOptions {
  readonly json?: boolean;
}

export function addTopology(program: Command, terminal: Terminal): void {
  program
    .command("topology")
    .description("show what is there: load balancers, rules, target groups, targets, security groups")
    .argument("[input]", inputDescription, defaultInput)
    .addOption(stackOption())
    .option("--json", "print the whole model as JSON, with what could not be linked")
    .addHelpText("after", help)
    .action(async (input: string, options: TopologyOptions) => {
      const topology = await readInput(input, options, terminal);
      terminal.out(options.json ? renderTopologyJson(topology) : renderTopology(topology, terminal));
    });
}

const help = `
What the input leaves open is not guessed: it is shown with the reason.

Examples:
  alb-lab topology cdktf.out/stacks/prod
  terraform show -json plan | alb-lab topology - --json

Exit codes: 0 it is shown, 2 the input cannot be read.`;
