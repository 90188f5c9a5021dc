import { join } from "node:path";
import { isMissed, renderTable } from "./comparison";
import { root, runProgram, tsNodeCommand } from "./run-program";
import { measureHelloWorld } from "./start/hello-world";

const rounds = 5;
const servers = 2;
const targetSeconds = 5;

const measureEmptyApp = async () => runProgram(tsNodeCommand(join(root, "bench/programs/empty.ts"))).wholeMs;

async function measureStart(): Promise<number> {
  const { milliseconds, answers } = await measureHelloWorld();
  if (answers.length === servers) return milliseconds;
  throw new Error(`npm start: three requests must show ${servers} servers, got ${answers.join(", ")}`);
}

/** Every second round backwards, so that neither is always the warm one. */
async function measureRound(round: number) {
  if (round % 2 === 0) return { baseMs: await measureEmptyApp(), measuredMs: await measureStart() };
  const measuredMs = await measureStart();
  return { baseMs: await measureEmptyApp(), measuredMs };
}

async function run(): Promise<void> {
  const pairs = [];
  for (let round = 0; round < rounds; round += 1) pairs.push(await measureRound(round));
  const comparison = { title: "empty app to npm start's Hello World", pairs, targetSeconds };
  console.log(`Medians of ${rounds} rounds: an empty CDKTF app, beside npm start up to the first answer through
the load balancer. The next two answers show both servers.
`);
  console.log(renderTable([comparison]));
  if (isMissed(comparison)) process.exitCode = 1;
}

run().catch((error: Error) => {
  console.error(`bench: ${error.message}`);
  process.exitCode = 1;
});
