import "./report-syntax";

import { dirname } from "node:path";
import { processTerminal, run } from "../cli";
import { readTopology } from "../lab/topology";
import { problemLines, synthesize } from "../main";
import { hourlyUsd, renderCost } from "./hourly-cost";

/** Synthesizes dev and runs it here; words after `npm start --` are those of `alb-lab up`. */
async function start(words: readonly string[]): Promise<number> {
  let file: string;
  try {
    [file = ""] = synthesize(["dev"]);
  } catch (error) {
    console.error(problemLines(error));
    return 1;
  }
  const terminal = processTerminal();
  const cost = renderCost(hourlyUsd(readTopology(file)));
  terminal.err(terminal.colors.dim(`written: ${file}\non AWS:  ${cost} (npm run deploy dev)\n`));
  return run(["up", dirname(file), ...words], terminal);
}

start(process.argv.slice(2)).then((exitCode) => {
  process.exitCode = exitCode;
});
