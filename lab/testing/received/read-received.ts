import {
  changesOf,
  type PlanChanges,
  parseInput,
  readInput,
  type Topology,
  type TopologyInput,
  topologyOfInput,
} from "../../topology";
import { CannotJudge } from "../cannot-judge";
import { assertKeys } from "../words";
import { describeReceived } from "./describe-received";
import { isConstruct, isStack, synthesizeStack } from "./stack";

export interface InputOptions {
  /** Name of the stack, where a directory holds several. */
  readonly stack?: string;
}

/** An input that assertions are made about. */
export interface Received {
  /** What a message calls it. */
  readonly name: string;
  readonly topology: Topology;
  /** What a plan changes; absent for an input that is no plan. */
  readonly changes?: PlanChanges;
}

/**
 * What is behind the argument of `expect`.
 * @throws CannotJudge or TopologyInputError where it is no input
 */
export function readReceived(received: unknown, options: InputOptions = {}): Received {
  assertKeys(options, ["stack"], "options");
  const { stack } = options;
  const read = open(received, stack);
  const { source } = read.topology;
  if (stack !== undefined && source.stack !== undefined && source.stack !== stack)
    throw new CannotJudge(`${read.name}: must be the stack ${stack}, got ${source.stack}`);
  return read;
}

function open(received: unknown, stack: string | undefined): Received {
  if (typeof received === "string") return openText(received, stack);
  if (received instanceof Uint8Array) return parsed(Buffer.from(received).toString("utf8"), "input");
  if (typeof received !== "object" || received === null || Array.isArray(received))
    throw new CannotJudge(describeReceived(received));
  if (isStack(received)) return parsed(synthesizeStack(received), received.node.path);
  if (isTopology(received)) return { name: nameOf(received), topology: received };
  if (isConstruct(received) || !isPlain(received)) throw new CannotJudge(describeReceived(received));
  return parsed(JSON.stringify(received), "input");
}

/** Terraform JSON, or a path. No path has several lines. */
function openText(text: string, stack: string | undefined): Received {
  if (text.trim() === "") throw new CannotJudge(describeReceived(text));
  if (/^\s*[{[]|\n/.test(text)) return parsed(text, "input");
  const input = readInput(text, stack === undefined ? {} : { stack });
  return remembered(JSON.stringify(input.json), () => input, text);
}

function parsed(text: string, name: string): Received {
  return remembered(text, () => parseInput(text, name), name);
}

const limit = 32;
const latest = new Map<string, Received>();

/** The same text is the same topology: many assertions about one input take it apart once. */
function remembered(text: string, inputOf: () => TopologyInput, name: string): Received {
  const key = `${name}\n${text}`;
  const known = latest.get(key) ?? receivedOf(inputOf(), name);
  latest.delete(key);
  latest.set(key, known);
  const [oldest] = latest.keys();
  if (latest.size > limit && oldest !== undefined) latest.delete(oldest);
  return known;
}

function receivedOf(input: TopologyInput, name: string): Received {
  const changes = changesOf(input);
  return { name, topology: topologyOfInput(input), ...(changes && { changes }) };
}

function isTopology(value: object): value is Topology {
  const { source, loadBalancers, targetGroups, resources } = value as Partial<Topology>;
  return source?.kind !== undefined && [loadBalancers, targetGroups, resources].every(Array.isArray);
}

/** By name: a test may run in a realm of its own. */
function isPlain(value: object): boolean {
  return value.constructor === undefined || value.constructor.name === "Object";
}

function nameOf({ source }: Topology): string {
  return source.stack ?? "topology";
}
