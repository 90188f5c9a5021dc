import type { Link, LoadBalancer } from "../../topology";
import type { Defect } from "../defect";
import { addedCertificates, type GivenCertificate } from "../given-certificates";
import { leadsTo, type Subject } from "../subject";

/** Certificates of a load balancer beside the default ones are counted by a quota. */
export const tooManyCertificates: Defect = {
  id: "too-many-certificates",
  severity: "error",
  facts: ["N23"],
  *find(subject) {
    const most = subject.quotas.certificatesPerLoadBalancer;
    for (const [lb, added] of addedByLoadBalancer(subject)) {
      const count = atLeast(added);
      if (count <= most) continue;
      yield {
        at: lb,
        message: `a load balancer must have at most ${most} certificates beside the default ones, got ${count}`,
        fix: "use certificates of several names or a wildcard, a second load balancer, or have AWS raise the quota",
      };
    }
  },
};

function addedByLoadBalancer(subject: Subject): ReadonlyMap<LoadBalancer, readonly GivenCertificate[]> {
  const sure = addedCertificates(subject).filter(
    ({ at, listener }) => at.instances === undefined && listener?.instances === undefined,
  );
  const single = subject.loadBalancers().filter(({ instances }) => instances === undefined);
  return new Map(
    single.map((lb) => [lb, sure.filter(({ listener }) => leadsTo(listener?.loadBalancer, lb))]),
  );
}

/** One that two listeners have may count once; what is not known may be the same on two of them, not on one. */
function atLeast(added: readonly GivenCertificate[]): number {
  const ofListener = new Map<unknown, number>();
  for (const { listener } of added) ofListener.set(listener, (ofListener.get(listener) ?? 0) + 1);
  const different = new Set(
    added.map(({ certificate }) => nameOf(certificate)).filter((name) => name !== undefined),
  );
  return Math.max(different.size, ...ofListener.values());
}

function nameOf(link: Link): string | undefined {
  if ("address" in link) return link.address;
  return "external" in link ? link.external : undefined;
}
