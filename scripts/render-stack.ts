import type colors from "picocolors";
import { hourlyUsd, renderCost } from "./hourly-cost";
import type { StackContents } from "./stack-contents";

type Colors = Pick<typeof colors, "bold" | "dim">;

const width = 80;
const labelWidth = 18;
/** A list longer than this is cut, and the rest counted. */
const longestList = 8;

/** What the stack contains, where it is written and what to do next: lines of at most 80 columns. */
export function renderStack(
  environment: string,
  contents: StackContents,
  file: string,
  paint: Colors,
): string {
  const { instances, targetGroups, loadBalancers, listeners, rules } = contents;
  const counts = [
    counted(loadBalancers, "load balancer"),
    counted(listeners, "listener"),
    counted(targetGroups, "target group"),
    counted(instances, "instance"),
  ];
  return [
    paint.bold(clip(`${environment}: ${counts.join(", ")}`)),
    "",
    ...rows(
      "Load balancer",
      loadBalancers.map(({ scheme, zones }) => `${scheme}, in ${zones.length} zones`),
    ),
    ...rows(
      "Listener",
      listeners.map(({ protocol, port, action }) => `${protocol} ${port}: ${action}`),
    ),
    ...rows(
      "Rule",
      rules.map(({ values, action }) => `${values.join(", ")}: ${action}`),
    ),
    ...rows("Target group", targetGroups.map(targetGroupLine)),
    ...rows(
      "Instance",
      instances.map(({ serverName, instanceType, zone }) => `${serverName}: ${instanceType} in ${zone}`),
    ),
    ...rows("Security groups", [String(contents.securityGroups)]),
    ...rows("NAT gateways", contents.natGateways > 0 ? [String(contents.natGateways)] : []),
    ...rows("In all", [`${contents.resources} Terraform resources`]),
    // A path is shown whole, so that it can be copied.
    `  ${"Written to".padEnd(labelWidth)}${file}`,
    "",
    paint.bold("Next"),
    ...nextSteps(environment, renderCost(hourlyUsd(contents))).map(
      ([command, what]) => `  ${command.padEnd(26)}${paint.dim(what)}`,
    ),
  ].join("\n");
}

function targetGroupLine({ name, port, healthPath }: StackContents["targetGroups"][number]): string {
  return `${name}: port ${port}, health ${healthPath}`;
}

function nextSteps(environment: string, cost: string): [string, string][] {
  return [
    ["npm test", "test the lab; needs no AWS account"],
    [`npm run diff ${environment}`, "compare with AWS; needs Terraform and credentials"],
    [`npm run deploy ${environment}`, `build it; ${cost}`],
    [`npm run destroy ${environment}`, "remove all of it, and its costs"],
  ];
}

function rows(label: string, values: readonly string[]): string[] {
  const shown =
    values.length > longestList
      ? [...values.slice(0, longestList), `and ${values.length - longestList} more`]
      : values;
  return shown.map((value, index) => clip(`  ${(index === 0 ? label : "").padEnd(labelWidth)}${value}`));
}

function counted(things: readonly unknown[], name: string): string {
  return `${things.length} ${name}${things.length === 1 ? "" : "s"}`;
}

function clip(line: string): string {
  return line.length > width ? `${line.slice(0, width - 3)}...` : line;
}
