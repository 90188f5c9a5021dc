import { writeFileSync } from "node:fs";
import { type Command, Option } from "commander";
import { type Diagram, diagramOf, marksOf, renderHtml, renderMermaid, renderSvg } from "../../lab/diagram";
import { SensitiveMask } from "../../lab/review";
import {
  changesOf,
  INPUT_LIMIT_BYTES,
  parseInput,
  priorTopology,
  readInput,
  sensitiveTexts,
  type TopologyInput,
  TopologyInputError,
  topologyOfInput,
} from "../../lab/topology";
import { CannotRun } from "../exit-code";
import type { Terminal } from "../terminal";
import { defaultInput, type InputOptions, inputDescription, nameOf, stackOption } from "./input-argument";

const formats = ["svg", "mermaid", "html"] as const;
type Format = (typeof formats)[number];

interface DiagramCommandOptions extends InputOptions {
  readonly format?: Format;
  readonly out?: string;
}

export function addDiagram(program: Command, terminal: Terminal): void {
  program
    .command("diagram")
    .description("draw what is there, and what a plan changes")
    .argument("[input]", inputDescription, defaultInput)
    .addOption(stackOption())
    .addOption(
      new Option("--format <format>", "what it is drawn as (default: as --out ends, else svg)").choices(
        formats,
      ),
    )
    .option("--out <file>", "file to write (default: standard output)")
    .addHelpText("after", help)
    .action(async (input: string, options: DiagramCommandOptions) => {
      const diagram = diagramOfInput(await read(input, options, terminal), nameOf(input), options);
      const text = render(diagram, options.format ?? formatOf(options.out));
      if (options.out === undefined) terminal.out(text.trimEnd());
      else write(options.out, text);
    });
}

async function read(input: string, { stack }: InputOptions, terminal: Terminal): Promise<TopologyInput> {
  if (input === "-") return parseInput(await terminal.in(INPUT_LIMIT_BYTES), nameOf(input));
  return readInput(input, stack === undefined ? {} : { stack });
}

/** A plan is drawn with what it changes; of what Terraform calls sensitive nothing is drawn. */
function diagramOfInput(input: TopologyInput, name: string, { stack }: InputOptions): Diagram {
  const after = topologyOfInput(input);
  const own = after.source.stack;
  if (stack !== undefined && own !== undefined && stack !== own)
    throw new TopologyInputError(
      name,
      `must hold the stack ${stack}`,
      own,
      "leave --stack out or give another input",
    );
  const mask = new SensitiveMask(sensitiveTexts(input));
  if (input.kind !== "plan") return mask.in(diagramOf(after));
  const marks = marksOf(changesOf(input)?.changes ?? []);
  return mask.in(diagramOf(after, { before: priorTopology(input), marks }));
}

function render(diagram: Diagram, format: Format): string {
  if (format === "mermaid") return renderMermaid(diagram);
  return format === "html" ? renderHtml(diagram) : renderSvg(diagram);
}

function formatOf(file: string | undefined): Format {
  if (file === undefined) return "svg";
  if (/\.html?$/i.test(file)) return "html";
  return /\.(mmd|mermaid|md)$/i.test(file) ? "mermaid" : "svg";
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? "no reason";
    throw new CannotRun(
      `alb-lab diagram: ${file} must be a file that can be written, got ${reason}; name another with --out`,
    );
  }
}

const help = `
A plan is drawn with what it adds, changes, replaces and destroys. From 25 rules
and target groups on, services of one shape are drawn as one box that lists
them. What is left open is not guessed: it is shown with the reason. Values that
Terraform calls sensitive are masked.

Examples:
  alb-lab diagram cdktf.out/stacks/prod > prod.svg
  terraform show -json plan | alb-lab diagram - --out plan.html
  alb-lab diagram plan.json --format mermaid

Exit codes: 0 it is drawn, 2 the input cannot be read or the file not written.`;
