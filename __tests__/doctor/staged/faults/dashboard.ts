import type { Lab } from "../../../../lab/local";

import { type Fault, quick } from "../../support/fault";
import { checkedWith } from "../../support/servers";
import { act } from "../../support/staged";

const servers = [{ name: "Server-1" }, { name: "Server-2", zone: "eu-central-1b" }];
const config = { groups: { web: { servers, arguments: quick } } };
const failed = "Target.FailedHealthChecks";

/** Does this at the dashboard: pairs of a server and what is done to it. */
function doing(...all: readonly (readonly [name: string, action: string])[]) {
  return async (lab: Lab) => {
    for (const [name, action] of all) await act({ lab }, name, action);
    return undefined;
  };
}

/** What somebody does to servers that are healthy. */
export const dashboardFaults: readonly Fault[] = [
  {
    name: "a server that is stopped [U11, H54]",
    config,
    act: doing(["Server-2", "stop"]),
    reasonsAfter: { "Server-2": failed },
    says: ["server-stopped: Server-2"],
  },
  {
    name: "one server that is slowed too much, and one that is stopped [U9, U11]",
    config,
    act: doing(["Server-1", "hang"], ["Server-2", "stop"]),
    reasonsAfter: { "Server-1": "Target.Timeout", "Server-2": failed },
    says: ["server-stopped: Server-2", "slowed-on-purpose: Server-1"],
  },
  {
    name: "a server whose health is broken and that is slowed too much [U5, U9]",
    config,
    act: doing(["Server-1", "break-health"], ["Server-1", "hang"]),
    reasonsAfter: { "Server-1": "Target.Timeout" },
    says: ["slowed-on-purpose: Server-1", "health-broken-on-purpose: Server-1"],
  },
  {
    name: "a server whose health is broken and that is stopped [U5, U11]",
    config,
    act: doing(["Server-1", "break-health"], ["Server-1", "stop"]),
    reasonsAfter: { "Server-1": failed },
    says: ["server-stopped: Server-1", "health-broken-on-purpose: Server-1"],
  },
  {
    name: "a server whose health is broken, and one that answers 404 [U1, U5]",
    servers: { "Server-2": checkedWith(404) },
    config,
    reasons: { "Server-2": "Target.ResponseCodeMismatch" },
    act: doing(["Server-1", "break-health"]),
    reasonsAfter: { "Server-1": "Target.ResponseCodeMismatch", "Server-2": "Target.ResponseCodeMismatch" },
    says: ["health-broken-on-purpose: Server-1", "health-path-not-found: Server-2"],
  },
  {
    name: "a server that is stopped, and one that nobody has registered [U11, U17]",
    config: {
      groups: { web: { servers, arguments: quick } },
      more: {
        aws_lb_target_group_attachment: {
          one: {
            target_group_arn: "${aws_lb_target_group.web.arn}",
            target_id: "${aws_instance.Server-1.id}",
          },
        },
      },
    },
    act: doing(["Server-1", "stop"]),
    reasonsAfter: { "Server-1": failed },
    says: ["server-stopped: Server-1", "target-not-registered: Server-2"],
  },
];
