import { listed } from "../../topology";
import type { Comparison } from "../comparison";
import { type Operation, operationsOn } from "../operations";
import type { GroupFates, TargetFate } from "./target-fates";

/**
 * What Terraform does to targets and to their servers, one line for each kind of step, in the order in which the first of
 * that kind is taken: what does not wait for each other runs at the same time.
 */
export function stepsWith(
  comparison: Comparison,
  fates: readonly TargetFate[],
  joining: readonly string[],
): readonly string[] {
  const names = new Map<string, string>();
  for (const { registration, server } of fates) {
    const name = nameOf(comparison, { registration, ...(server !== undefined && { server }) });
    names.set(registration.address, name);
    if (server !== undefined) names.set(server.address, name);
  }
  for (const address of joining) names.set(address, joiningName(comparison, address));
  const byKind = new Map<string, Set<string>>();
  for (const operation of operationsOn(comparison, names.keys())) {
    const kind = kindOf(comparison, operation);
    if (kind === undefined) continue;
    const own = byKind.get(kind) ?? new Set();
    byKind.set(kind, own.add(names.get(operation.address) ?? operation.address));
  }
  return [...byKind].map(([kind, own]) => `${kind.replace("...", few([...own]))}`);
}

/** What a target is called: by its server where that is declared. */
export function nameOf(
  { labels }: Comparison,
  { registration, server }: Pick<TargetFate, "registration" | "server">,
): string {
  return server === undefined ? labels.before.to(registration.target) : labels.before.to(server);
}

/** Some names, and how many more there are. */
export function few(names: readonly string[]): string {
  const distinct = [...new Set(names)];
  return distinct.length > 4
    ? `${distinct.slice(0, 3).join(", ")} and ${distinct.length - 3} more`
    : listed(distinct);
}

function joiningName({ after, labels }: Comparison, address: string): string {
  const registration = after.topology.registrations.find((one) => one.address === address);
  return labels.after.to(registration?.target ?? { address });
}

const REGISTRATIONS =
  /^aws_(?:a?lb_target_group_attachment|autoscaling_attachment|autoscaling_traffic_source_attachment)$/;

/** Updates are left out: they do not decide who is there. */
function kindOf(comparison: Comparison, { verb, address }: Operation): string | undefined {
  if (verb === "update") return undefined;
  const type = comparison.changeOf({ address })?.type ?? "";
  if (REGISTRATIONS.test(type))
    return verb === "create" ? "Terraform registers ..." : "Terraform deregisters ..., which returns at once";
  if (type === "aws_autoscaling_group")
    return verb === "create"
      ? "Terraform creates the auto scaling group of ... anew, which starts instances and registers them"
      : "Terraform destroys the auto scaling group of ... with all of its instances";
  return verb === "create"
    ? "Terraform creates ... anew"
    : "Terraform destroys ... without waiting for requests that run";
}

/** Addresses of registrations, and of their servers, that are there only afterwards. */
export function joiningOf(
  { before, after }: Comparison,
  { later }: Pick<GroupFates, "later">,
): readonly string[] {
  const isNew = (address: string) => before.resource(address) === undefined;
  return later.flatMap((registration) =>
    [registration.address, after.serverOf(registration)?.address ?? registration.address].filter(isNew),
  );
}
