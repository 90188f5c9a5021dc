import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Link } from "../../../lab/topology";
import { type Block, type Resource, type ResourceGraph, resourceGraph } from "../../../lab/topology/graph";
import { parseInput } from "../../../lab/topology/input";

/** The graph of an input that is given as an object. */
export function graphOf(json: unknown): ResourceGraph {
  return resourceGraph(parseInput(JSON.stringify(json), "input"));
}

/** The graph of a file in the fixtures. */
export function graphOfFixture(name: string): ResourceGraph {
  return resourceGraph(parseInput(readFileSync(join(__dirname, "../fixtures", name)), name));
}

export function resource(graph: ResourceGraph, address: string): Resource {
  const found = graph.resource(address);
  if (!found)
    throw new Error(`${address} must be in ${graph.resources.map((one) => one.address).join(", ")}`);
  return found;
}

export function blocks(block: Block, ...path: readonly (string | number)[]): readonly Block[] {
  const found = block.blocks(...path);
  if ("unknown" in found) throw new Error(`${path.join(".")} must be known, got ${found.unknown}`);
  return found;
}

export const to = (address: string): Link => ({ address });
