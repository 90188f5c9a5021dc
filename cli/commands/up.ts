import { basename, resolve } from "node:path";
import type { Command } from "commander";
import { InvalidArgumentError } from "commander";
import type { Lab, LabOptions } from "../../lab/local";
import { readInputPath, readTopology, unlinked } from "../../lab/topology";
import type { ExitCode } from "../exit-code";
import { renderHealthChange, snapshotChanges } from "../render/health-change";
import { renderJson } from "../render/json";
import { renderReady, renderReadyJson } from "../render/ready";
import type { Terminal } from "../terminal";
import { defaultInput, stackOption } from "./input-argument";

interface UpOptions {
  readonly stack?: string;
  readonly host: string;
  readonly port?: ReadonlyMap<number, number>;
  readonly target?: ReadonlyMap<string, URL>;
  readonly dashboardPort: number;
  readonly accessLog?: string;
  readonly speed: number;
  readonly json?: boolean;
}

export function addUp(program: Command, terminal: Terminal, done: (exitCode: ExitCode) => void): void {
  program
    .command("up")
    .description("run the topology on this machine: its servers, and the load balancer in front of them")
    .argument("[input]", "cdk.tf.json, stack directory, cdktf.out, plan or state JSON", defaultInput)
    .addOption(stackOption())
    .option("--host <address>", "address to listen on", "127.0.0.1")
    .option("--port <declared=local>", "local port of a listener, such as 80=9000", readPort)
    .option("--target <target=url>", "a server that runs already instead of one of these", readTarget)
    .option("--dashboard-port <port>", "port of the dashboard; 0: any that is free", readNumber(0, 65_535), 0)
    .option("--access-log <file>", "write an access log in the load balancer's own format")
    .option(
      "--speed <times>",
      "health checks and delays run this many times faster",
      readNumber(0.01, 1000),
      1,
    )
    .option("--json", "one line of JSON when it is ready, one for every change of a target's health")
    .addHelpText("after", help)
    .action(async (input: string, options: UpOptions) => {
      await up(input, options, terminal);
      done(0);
    });
}

const help = `
Declared port 80 is 8080 here, 443 is 8443, and so on below 1024; where that
port is taken, the next free one, as printed. A port given with --port must be
free. It runs until Ctrl-C, which leaves no process and no port behind.

Examples:
  alb-lab up cdktf.out/stacks/dev --port 80=9000 --speed 5
  alb-lab up main.tf.json --target Server-1=http://127.0.0.1:4000 \\
    --access-log access.log

Exit codes: 0 it was ended, 2 the input cannot be read or run.`;

async function up(input: string, options: UpOptions, terminal: Terminal): Promise<void> {
  // first of all, so that Ctrl-C while it starts ends it in order as well
  const interrupted = terminal.interrupted();
  const { checkLabOptions, startLab, watchFile } = await import("../../lab/local");
  const chosen = options.stack === undefined ? {} : { stack: options.stack };
  const file = readInputPath(input, chosen);
  const topology = readTopology(input, chosen);
  const named = { path: resolve(file), ...chosen };
  const asked = { ...labOptions(options), title: basename(file), input: named };
  await checkLabOptions(topology, asked);
  const starting = startLab(topology, asked);
  const watch = watchFile(file, () => void starting.then((lab) => takeUp(lab, file, terminal)));
  try {
    const lab = await Promise.race([starting, interrupted]);
    if (!lab) return;
    for (const { message } of unlinked(topology)) lab.notify(message);
    report(lab, options, terminal);
    await interrupted;
  } finally {
    watch.stop();
    // why it did not start has been thrown above; one that was interrupted need not start
    await starting.then(
      (lab) => lab.stop(),
      () => {},
    );
  }
}

/** A changed file that cannot be read or run changes nothing; the message says why. */
async function takeUp(lab: Lab, file: string, terminal: Terminal): Promise<void> {
  try {
    const topology = readTopology(file);
    await lab.change(topology);
    for (const { message } of unlinked(topology)) lab.notify(message);
    terminal.err(`${file} has changed: its rules and targets are in use now`);
  } catch (error) {
    const notice = `change not taken up: ${(error as Error).message}`;
    lab.notify(notice);
    terminal.err(notice);
  }
}

/** Says that it is ready, and from then on what becomes of the targets. */
function report(lab: Lab, { json }: UpOptions, terminal: Terminal): void {
  const snapshot = lab.snapshot();
  const render = json ? renderReadyJson : renderReady;
  terminal.out(render(snapshot, lab.dashboardUrl, terminal));
  const changesSince = snapshotChanges(snapshot);
  lab.onChange(() => {
    for (const change of changesSince(lab.snapshot()))
      terminal.out(json ? renderJson(change) : renderHealthChange(change, terminal));
  });
}

function labOptions(options: UpOptions): LabOptions {
  const { host, port, target, dashboardPort, accessLog, speed } = options;
  return {
    host,
    dashboardPort,
    speed,
    ...(port && { ports: port }),
    ...(target && { targets: target }),
    ...(accessLog !== undefined && { accessLog }),
  };
}

function readPort(
  text: string,
  before: ReadonlyMap<number, number> = new Map(),
): ReadonlyMap<number, number> {
  const [, declared, local] = /^(\d{1,5})=(\d{1,5})$/.exec(text) ?? [];
  if (declared === undefined || Number(declared) > 65_535 || Number(local) > 65_535)
    throw new InvalidArgumentError(
      `must be <declared>=<local>, such as 80=9000, got ${JSON.stringify(text)}.`,
    );
  const other = [...before].find(
    ([port, at]) => port === Number(declared) || (at !== 0 && at === Number(local)),
  );
  if (other !== undefined)
    throw new InvalidArgumentError(`must differ from ${other.join("=")}, got ${JSON.stringify(text)}.`);
  return new Map([...before, [Number(declared), Number(local)]]);
}

function readTarget(text: string, before: ReadonlyMap<string, URL> = new Map()): ReadonlyMap<string, URL> {
  const at = text.lastIndexOf("=http");
  const url = at > 0 && URL.canParse(text.slice(at + 1)) ? new URL(text.slice(at + 1)) : undefined;
  if (!url || !["http:", "https:"].includes(url.protocol))
    throw new InvalidArgumentError(
      `must be <target>=<url>, such as Server-1=http://127.0.0.1:4000, got ${JSON.stringify(text)}.`,
    );
  return new Map([...before, [text.slice(0, at), url]]);
}

function readNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = text.trim() === "" ? Number.NaN : Number(text);
    if (number >= least && number <= most) return number;
    throw new InvalidArgumentError(`must be a number from ${least} to ${most}, got ${JSON.stringify(text)}.`);
  };
}
