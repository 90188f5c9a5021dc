import type { LoadBalancer } from "../../topology";
import type { Defect } from "../defect";
import type { Subject } from "../subject";
import { enumerate, known, knownOf, quoted } from "../values";
import { regionOf, regionOfZone } from "../zones";

/** A name belongs to one load balancer of an account and region, whatever its type. */
export const loadBalancerNameTaken: Defect = {
  id: "load-balancer-name-taken",
  severity: "error",
  facts: ["N1", "TF1", "B38"],
  *find(subject) {
    const first = new Map<string, LoadBalancer>();
    for (const lb of subject.topology.loadBalancers) {
      const name = known(lb.name);
      if (name === undefined || lb.instances || subject.isLookedUp(lb)) continue;
      const key = JSON.stringify([name, placeOf(subject, lb)]);
      const before = first.get(key);
      if (before === undefined) {
        first.set(key, lb);
        continue;
      }
      yield {
        at: lb,
        message: `name must differ from that of every other load balancer, got ${quoted(name)} for ${enumerate([before.address, lb.address])}`,
        fix: "rename one of them",
      };
    }
  },
};

/** What tells accounts and regions apart: the provider where it is said, and the region. */
function placeOf(subject: Subject, lb: LoadBalancer): readonly unknown[] {
  const provider = subject.resource(lb.address)?.value("provider") ?? "aws";
  const byZone = knownOf(lb.zones).map(regionOfZone)[0];
  if (subject.topology.source.kind === "synth") return [provider, regionOf(subject, lb)];
  return [regionOf(subject, lb) ?? byZone ?? lb.address];
}
