import { Labels, printable, type Topology, unlinked } from "../../../lab/topology";
import { renderJson } from "../json";
import { counted, hanging, type Page } from "../text";
import { renderLoadBalancers } from "./load-balancers";
import { renderSecurityGroups } from "./security-groups";
import { renderLooseServers } from "./servers";
import { renderTargetGroups } from "./target-groups";
import { renderUnknowns } from "./unknowns";

/** What is there, for a person: from the load balancers inwards, and at the end what nobody can say. */
export function renderTopology(original: Topology, page: Page): string {
  const topology = printable({ ...original, resources: [] });
  const labels = new Labels(topology);
  const blocks = [
    renderTitle(topology, page),
    ...renderLoadBalancers(topology, labels, page),
    ...renderTargetGroups(topology, labels, page),
    ...renderLooseServers(topology, page),
    ...renderSecurityGroups(topology, labels, page),
    ...renderUnknowns(topology, page),
  ];
  return blocks.map((lines) => lines.join("\n")).join("\n\n");
}

function renderTitle({ source, ...parts }: Topology, { colors, width }: Page): string[] {
  const { kind, stack, region } = source;
  const what = kind === "synth" ? "synthesized stack" : kind;
  const counts = [
    counted(parts.loadBalancers.length, "load balancer"),
    counted(parts.listeners.length, "listener"),
    counted(parts.rules.length, "rule"),
    counted(parts.targetGroups.length, "target group"),
    counted(parts.registrations.length, "target"),
  ];
  const title = [stack, what, ...(region === undefined ? [] : [region])].filter((part) => part !== undefined);
  return [colors.bold(title.join(", ")), ...hanging("", counts.join(", "), width)];
}

/** The whole model, and what of it could not be linked. */
export function renderTopologyJson(topology: Topology): string {
  const { resources: _, ...model } = topology;
  return renderJson({ ...model, unlinked: unlinked(topology) }, 2);
}
