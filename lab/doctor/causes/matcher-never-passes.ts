import { parseMatcher } from "../../alb";
import type { Cause } from "../cause";
import { mayBe } from "../target";
import { known } from "../words";

/** The matcher lists a code that AWS does not take, so that no answer is a success. */
export const matcherNeverPasses: Cause = {
  id: "matcher-never-passes",
  kind: "broken",
  facts: ["U5", "H8", "H10"],
  rank: 22,
  *find(one) {
    for (const target of one.troubled) {
      const { group } = target;
      const matcher = known(group?.healthCheck.matcher);
      const isHttp = known(group?.protocolVersion) !== "GRPC";
      if (group === undefined || matcher === undefined || !isHttp || isMatcher(matcher)) continue;
      if (!mayBe(target, ["unhealthy", "initial"])) continue;
      yield {
        targets: [target],
        certainty: "certain",
        isBesides: !mayBe(target, ["unhealthy", "initial"], reasons),
        cause: `the matcher ${JSON.stringify(matcher)} is none that AWS takes: codes are 200 to 499`,
        fix: `set health_check matcher of ${one.place(group)} to codes from 200 to 499, such as 200 or 200-299`,
      };
    }
  },
};

const reasons = ["Target.ResponseCodeMismatch", "Elb.InitialHealthChecking"] as const;

function isMatcher(text: string): boolean {
  try {
    parseMatcher(text);
    return true;
  } catch {
    return false;
  }
}
