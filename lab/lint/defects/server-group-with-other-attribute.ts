import { isUnknown, type Resource } from "../../topology";
import { serverGroups } from "../application-groups";
import type { Defect } from "../defect";
import { enumerate } from "../values";

/** Some attributes belong to functions, or to groups of other load balancers. */
export const serverGroupWithOtherAttribute: Defect = {
  id: "server-group-with-other-attribute",
  severity: "error",
  facts: ["TF34", "N69b"],
  *find(subject) {
    for (const group of serverGroups(subject)) {
      const resource = subject.resource(group.address);
      if (resource === undefined) continue;
      const refused = [
        ...["connection_termination", "proxy_protocol_v2"].filter((name) => isOn(resource, name)),
        ...["preserve_client_ip"].filter((name) => isSaid(resource, name)),
      ];
      if (refused.length > 0)
        yield {
          at: group,
          message: `the group of an application load balancer must have no attribute of others, got ${enumerate(refused)}`,
          fix: "remove it; clients are in X-Forwarded-For, and connections close when their requests end",
        };
      if (!isOn(resource, "lambda_multi_value_headers_enabled")) continue;
      yield {
        at: group,
        message: "lambda_multi_value_headers_enabled must be false for servers, got true",
        fix: "remove it; only a function gets its headers as lists",
        // The provider leaves it out.
        severity: "warning",
      };
    }
  },
};

function isOn(resource: Resource, name: string): boolean {
  const value = resource.value(name);
  return value === true || value === "true" || value === "1";
}

/** Either value is sent. */
function isSaid(resource: Resource, name: string): boolean {
  const value = resource.value(name);
  return !isUnknown(value) && value !== undefined && value !== null && value !== "";
}
