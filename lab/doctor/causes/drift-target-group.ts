import type { TargetGroup } from "../../topology";
import type { Cause } from "../cause";
import { groupPairs } from "../deployed";
import { isServing } from "../target";
import { known, listed, nameOf } from "../words";

/** The target group on AWS has another port or another health check than the one that is declared. */
export const driftTargetGroup: Cause = {
  id: "drift-target-group",
  kind: "broken",
  facts: ["H13", "U11"],
  rank: 16,
  *find(one) {
    for (const { declared, deployed } of groupPairs(one)) {
      const found = deployed === undefined ? [] : differences(declared, deployed);
      const targets = one.targets.filter((target) => target.group === deployed && !isServing(target));
      if (found.length === 0) continue;
      yield {
        ...(targets.length > 0 && { targets }),
        about: [one.about("target group", declared)],
        certainty: "certain",
        seen: found.map(({ name, want, got }) => `${name} is ${want} in the input and ${got} on AWS`),
        cause: `the target group ${nameOf(declared)} on AWS has another ${listed(found.map(({ name }) => name))} than declared`,
        fix: `run terraform apply, or set ${found[0]?.name} of ${one.place(declared)} to ${found[0]?.got}`,
        explains: [
          "port-not-served",
          "health-path-not-found",
          "health-port-not-served",
          "tls-check-of-plain-port",
          "target-security-group-closed",
          "load-balancer-egress-closed",
        ],
      };
    }
  },
};

interface Difference {
  readonly name: string;
  readonly want: string | number;
  readonly got: string | number;
}

function differences(declared: TargetGroup, deployed: TargetGroup): readonly Difference[] {
  const [check, actual] = [declared.healthCheck, deployed.healthCheck];
  const values = [
    ["port", known(declared.port), known(deployed.port)],
    ["protocol", known(declared.protocol), known(deployed.protocol)],
    ["health_check path", known(check.path), known(actual.path)],
    ["health_check port", known(check.port), known(actual.port)],
    ["health_check protocol", known(check.protocol), known(actual.protocol)],
    ["health_check matcher", known(check.matcher), known(actual.matcher)],
  ] as const;
  return values.flatMap(([name, want, got]) =>
    want === undefined || got === undefined || want === got ? [] : [{ name, want, got }],
  );
}
