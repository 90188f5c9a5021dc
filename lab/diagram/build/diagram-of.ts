import { counted, type Topology } from "../../topology";
import type { Diagram } from "../diagram";
import type { Mark } from "../mark";
import { notesOf } from "./notes";
import { scenesOf } from "./scenes";
import { Sides } from "./sides";

export interface DiagramOptions {
  /** What there was: what is destroyed is drawn from it, and what is not as it was says so. @default nothing is compared */
  readonly before?: Topology;
  /** What happens to each address. @default none */
  readonly marks?: ReadonlyMap<string, Mark>;
}

/** What of a topology is drawn, without places. Everything is in it; a renderer that has to leave something out says so. */
export function diagramOf(after: Topology, options: DiagramOptions = {}): Diagram {
  const { before, marks = new Map() } = options;
  const sides = new Sides(after, before, marks);
  const scenes = scenesOf(sides);
  return {
    title: after.source.stack ?? kinds[after.source.kind],
    subtitle: subtitleOf(after),
    scenes,
    notes: notesOf(sides, scenes),
  };
}

const kinds = { synth: "Synthesized stack", plan: "Plan", state: "State" } as const;

function subtitleOf(topology: Topology): string {
  const { source, loadBalancers, listeners, rules, targetGroups, registrations } = topology;
  return [
    ...(source.stack === undefined ? [] : [kinds[source.kind].toLowerCase()]),
    counted(loadBalancers.length, "load balancer"),
    counted(listeners.length, "listener"),
    counted(rules.length, "rule"),
    counted(targetGroups.length, "target group"),
    counted(registrations.length, "target"),
  ].join(", ");
}
