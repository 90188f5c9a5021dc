import { follow, type Registration } from "../../topology";
import type { Case } from "../case";
import type { Cause } from "../cause";
import { groupPairs } from "../deployed";
import { known, nameOf } from "../words";

/** A registration is declared, and the target group on AWS does not have the target. */
export const driftRegistration: Cause = {
  id: "drift-registration",
  kind: "broken",
  facts: ["U17", "H56"],
  rank: 16,
  *find(one) {
    for (const { declared: group, deployed } of groupPairs(one)) {
      // a registration whose number is not known stands for all that may be there unseen
      const registrations = one.evidence.deployed?.registrations ?? [];
      if (deployed === undefined || registrations.some(({ instances }) => instances)) continue;
      const registered = declaredIn(one, group.address).filter(({ target }) => "address" in target);
      const seen = one.targets.filter((target) => target.group === deployed);
      const missing = registered.filter((each) => !seen.some((target) => isOf(one, each, target.seen)));
      // Where nobody can tell which is which, the numbers still say how many are missing.
      if (registered.length <= seen.length) continue;
      for (const registration of missing)
        yield {
          about: [{ kind: "target", name: serverName(one, registration), address: registration.address }],
          certainty: missing.length === registered.length - seen.length ? "certain" : "possible",
          seen: [`${registered.length} targets are declared for ${nameOf(group)}, AWS has ${seen.length}`],
          cause: "a target is declared and not registered on AWS, or somebody has deregistered it",
          fix: `run terraform apply, which registers ${registration.address}`,
          explains: ["target-not-registered", "group-without-targets"],
        };
    }
  },
};

function declaredIn({ evidence: { declared } }: Case, group: string): readonly Registration[] {
  return (declared?.registrations ?? []).filter(
    (each) => "address" in each.group && each.group.address === group,
  );
}

function isOf(
  one: Case,
  registration: Registration,
  seen: { readonly name?: string; readonly address?: string } = {},
) {
  const server = follow(one.evidence.declared?.instances ?? [], registration.target);
  const addresses = [registration.address, server?.address];
  const isAddress = seen.address !== undefined && addresses.includes(seen.address);
  return isAddress || (seen.name !== undefined && seen.name === known(server?.name));
}

function serverName(one: Case, registration: Registration): string {
  const server = follow(one.evidence.declared?.instances ?? [], registration.target);
  return server === undefined ? registration.address : nameOf(server);
}
