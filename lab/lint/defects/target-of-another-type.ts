import { applicationGroups } from "../application-groups";
import type { Defect } from "../defect";
import { registrarOf } from "../registrations";
import { known } from "../values";

/** A group holds targets of its type. */
export const targetOfAnotherType: Defect = {
  id: "target-of-another-type",
  severity: "error",
  facts: ["TF21", "N7", "N8"],
  *find(subject) {
    for (const group of applicationGroups(subject)) {
      const type = known(group.targetType);
      if (type === undefined) continue;
      for (const registration of subject.registrationsOf(group)) {
        const { target } = registration;
        const resource = "address" in target ? subject.resource(target.address) : undefined;
        const wanted = resource && wantedBy(resource.type);
        if (resource === undefined || wanted === undefined || wanted.includes(type)) continue;
        yield {
          at: registrarOf(subject, registration),
          message: `${resource.address} must be registered in a group of type ${wanted.join(" or ")}, got ${type}`,
          fix: "change target_type of the group, or register what the group holds",
        };
      }
    }
  },
};

/** Types of the groups that a kind of target can be in; an instance can be registered by its address as well. */
function wantedBy(resourceType: string): readonly string[] | undefined {
  if (/^aws_lambda_(function|alias)$/.test(resourceType)) return ["lambda"];
  if (/^aws_(instance|spot_instance_request)$/.test(resourceType)) return ["instance", "ip"];
  if (/^aws_autoscaling_group$/.test(resourceType)) return ["instance"];
  if (/^aws_a?lb$/.test(resourceType)) return ["alb"];
  return /^aws_(network_interface|eip)$/.test(resourceType) ? ["ip"] : undefined;
}
