import type { Case } from "../case";
import type { Cause, Indication } from "../cause";
import { closedIngress, groupPlace, groupsOf, isReached, wantedPort } from "../security";
import { mayBe, type Target } from "../target";

/** The security group of the target does not admit the load balancer to the port of health checks. */
export const targetSecurityGroupClosed: Cause = {
  id: "target-security-group-closed",
  kind: "broken",
  facts: ["U6", "U31", "H53"],
  rank: 24,
  *find(one) {
    for (const target of one.troubled) {
      if (!mayBe(target, ["unhealthy", "initial"], ["Target.Timeout", "Elb.InitialHealthChecking"])) continue;
      const port = wantedPort(target, target.healthPort);
      const [lb] = closedIngress(one, target, port);
      if (lb !== undefined) yield closed(one, target, lb, port);
      else if (isUnjudged(one, target)) yield { ...guess(target), targets: [target] };
    }
  },
};

function closed(
  one: Case,
  target: Target,
  lb: Target["loadBalancers"][number],
  port: number | undefined,
): Indication {
  const { server } = target;
  const where = server === undefined ? `the security group of ${target.name}` : groupPlace(one, server);
  const [source] = groupsOf(one, lb);
  const from = source === undefined ? `the security group of ${one.place(lb)}` : one.place(source);
  return {
    targets: [target],
    certainty: "certain",
    cause: `no rule of the target's security groups admits the load balancer to port ${port}, so connections hang`,
    fix: `add an ingress rule to ${where}: TCP ${port} from ${from}`,
  };
}

/** A timeout of which the input does not tell the ways. */
function isUnjudged(one: Case, target: Target): boolean {
  const { seen, healthPort } = target;
  const isTimeout = seen?.state === "unhealthy" && seen.reason === "Target.Timeout";
  return isTimeout && one.evidence.source !== "local" && !isReached(one, target, healthPort);
}

function guess({ healthPort }: Target): Omit<Indication, "targets"> {
  const port = healthPort ?? "of health checks";
  return {
    certainty: "possible",
    cause: `the target's security group may not admit the load balancer to port ${port}`,
    fix: `see that its ingress rules have TCP ${port} from the load balancer's security group`,
  };
}
