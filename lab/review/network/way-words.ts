import { listed } from "../../topology";
import type { Hazard } from "../risk";
import { wordsOf } from "./alike-ways";
import type { Gap } from "./gaps";
import type { Loss } from "./losses";

/** What becomes of requests that take ways of which a step is worse than it was. */
export function hazardOfLoss(loss: Loss): Hazard {
  const [{ at, isHealthCheck }] = loss.ways;
  const { verdict, why = "nothing lets it through any more" } = loss.step;
  const way = `${wordsOf(loss.ways)}${isHealthCheck ? ", where health checks go" : ""}`;
  if (verdict === "unknown") return inDoubt(loss, way, why);
  return {
    at,
    message: `shuts ${verdict === "some" ? "a part of " : ""}the way ${way}: ${why}`,
    course: [
      "Terraform shuts it while everything runs",
      `${courseOf(loss)}${verdict === "some" ? "; what takes the other part goes on" : ""}`,
    ],
    fix: "keep what let it through, or open the new way in one change and shut the old one in the next",
  };
}

function inDoubt(loss: Loss, way: string, why: string): Hazard {
  return {
    at: loss.ways[0].at,
    level: "needs-care",
    message: `leaves open whether anything gets through any more ${way}: ${why}`,
    course: [
      `from then on that depends on the ${loss.step.at}, which this review cannot judge`,
      `where it does not let it through, ${courseOf(loss)}`,
    ],
    fix: `make sure before you apply that it gets past the ${loss.step.at}; or declare here what decides, so that a review can tell`,
  };
}

function courseOf({ ways: [{ family, isHealthCheck }] }: Loss): string {
  if (family !== undefined) return "new connections of clients time out";
  return isHealthCheck
    ? "health checks time out and the target gets unhealthy; its requests go to other targets, or to all where none is healthy"
    : "connections to the target time out: requests are answered 504, and health checks fail";
}

/** What becomes of requests while rules are destroyed and not yet made again. */
export function hazardOfGap({ ways, rules }: Gap): Hazard {
  const isOne = rules.length === 1;
  return {
    at: ways[0].at,
    level: "needs-care",
    message: `shuts the way ${wordsOf(ways)} for a moment: ${listed(rules)} ${isOne ? "is destroyed before it is" : "are destroyed before they are"} made again`,
    course: [
      `Terraform destroys ${listed(rules)}, and then creates ${isOne ? "it" : "them"}`,
      "new connections in between wait: what is not let in is sent again after a second; if the creation fails, the way stays shut",
    ],
    fix: "add a rule beside it that lets the same through, and remove the old one in a second change",
  };
}
