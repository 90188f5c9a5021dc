import type { Listener, TargetGroup } from "../topology";
import { memoize } from "./memoize";
import type { GroupUse, Subject } from "./subject";
import { known } from "./values";

/** Target groups of application load balancers; those of others, and those that nobody can tell from them, are left out. */
export const applicationGroups = memoize((subject: Subject): readonly TargetGroup[] =>
  subject.targetGroups().filter((group) => {
    if (isOfApplication(subject, group)) return true;
    if (subject.usesOf(group).some((use) => isOfOther(subject, use))) return false;
    const targetType = known(group.targetType);
    if (targetType === "lambda") return true;
    return targetType !== "alb" && /^HTTPS?$/.test(known(group.protocol) ?? "");
  }),
);

/** Those whose targets are servers: instances or addresses. */
export function serverGroups(subject: Subject): readonly TargetGroup[] {
  return applicationGroups(subject).filter(({ targetType }) =>
    ["instance", "ip"].includes(known(targetType) ?? ""),
  );
}

/** Whether an application load balancer certainly sends requests to a group. */
export function isOfApplication(subject: Subject, group: TargetGroup): boolean {
  return subject.usesOf(group).some(({ listener, rule }) => {
    if (rule !== undefined && listener === undefined) return true;
    return listener !== undefined && isApplicationListener(subject, listener);
  });
}

function isApplicationListener(subject: Subject, listener: Listener): boolean {
  const type = known(subject.loadBalancerOf(listener)?.loadBalancerType);
  if (type !== undefined) return type === "application";
  const { loadBalancer, protocol } = listener;
  if ("external" in loadBalancer && loadBalancer.external.includes(":loadbalancer/app/")) return true;
  return /^HTTPS?$/.test(known(protocol) ?? "");
}

function isOfOther(subject: Subject, { listener }: GroupUse): boolean {
  const type = known(listener && subject.loadBalancerOf(listener)?.loadBalancerType);
  return type !== undefined && type !== "application";
}
