import type { Subject } from "../../lint";
import { isUnknown, type Resource, type TargetGroup } from "../../topology";
import type { Comparison, Pair } from "../comparison";
import type { Hazard } from "../risk";
import { groupFates } from "./target-fates";

/** Functions that the load balancer may no longer call, or not for a moment: they are as good as not there. */
export function* functionsNotAllowed(comparison: Comparison): Generator<Hazard> {
  for (const { group, fates } of groupFates(comparison)) {
    if (group.after.targetType !== "lambda") continue;
    for (const { registration, fate } of fates) {
      const { target } = registration;
      if (fate === "stays" && "address" in target) yield* notAllowed(comparison, group, target.address);
    }
  }
}

function* notAllowed(
  comparison: Comparison,
  group: Pair<TargetGroup>,
  functionAddress: string,
): Generator<Hazard> {
  const before = permissionsFor(comparison.before, functionAddress, group.before);
  const after = permissionsFor(comparison.after, functionAddress, group.after);
  if (before.length === 0 || after.some((one) => isKept(comparison, one, before))) return;
  // one that nobody can read may be for it
  if (after.some(({ isCertain }) => !isCertain)) return;
  yield takenAway(comparison, group.after, functionAddress, before, after.length > 0);
}

interface Permission {
  readonly address: string;
  /** Not: whom it allows, or what it is for, is unknown. */
  readonly isCertain: boolean;
}

function permissionsFor(side: Subject, functionAddress: string, group: TargetGroup): readonly Permission[] {
  return side.resources("aws_lambda_permission").flatMap((permission) => {
    const [caller, callee] = [permission.value("principal"), permission.link("function_name")];
    const source = permission.link("source_arn");
    const isOther =
      (!isUnknown(caller) && caller !== "elasticloadbalancing.amazonaws.com" && caller !== "*") ||
      !mayLead(callee, side.resource(functionAddress), "function_name") ||
      (source !== undefined && !mayLead(source, side.resource(group.address), "arn"));
    if (isOther) return [];
    const isCertain = !isUnknown(caller) && !isUnknown(callee ?? { unknown: "" }) && !isUnknown(source ?? {});
    return [{ address: permission.address, isCertain }];
  });
}

/** Whether a link is to a resource, or to the name or ARN of it. */
function mayLead(
  link: ReturnType<Resource["link"]>,
  resource: Resource | undefined,
  argument: string,
): boolean {
  if (link === undefined || isUnknown(link)) return true;
  if ("address" in link) return link.address === resource?.address;
  return [resource?.value(argument), resource?.value("arn")].includes(link.external);
}

function isKept(comparison: Comparison, { address }: Permission, before: readonly Permission[]): boolean {
  const change = comparison.changeOf({ address });
  if (change === undefined || change.kind === "update" || change.kind === "forget") return true;
  const wasThere = before.some((one) => one.address === address);
  return wasThere && change.kind === "replace" && change.first === "create";
}

function takenAway(
  { labels }: Comparison,
  at: TargetGroup,
  functionAddress: string,
  before: readonly Permission[],
  isForAMoment: boolean,
): Hazard {
  const names = before.map(({ address }) => address).join(", ");
  return {
    at,
    ...(isForAMoment && { level: "needs-care" }),
    message: `takes ${names} away${isForAMoment ? " before there is another" : ""}, by which the load balancer may call ${functionAddress} for ${labels.after.to(at)}`,
    course: [
      "Terraform destroys the permission while everything runs; the function stays registered",
      isForAMoment
        ? "until the new one is there, requests to it are answered 502"
        : "from then on the load balancer may not call it: requests are answered 502",
    ],
    fix: isForAMoment
      ? "set create_before_destroy on the permission, with another statement_id, or add a second one first"
      : "keep a permission for elasticloadbalancing.amazonaws.com for as long as requests go to the function",
  };
}
