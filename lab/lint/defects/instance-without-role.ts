import type { Resource } from "../../topology";
import type { Defect } from "../defect";
import { isSet } from "../policy";
import { hasTemplate } from "../servers";
import type { Subject } from "../subject";

const path = ["iam_instance_profile"];

/** A server without a role tempts people to give it keys. */
export const instanceWithoutRole: Defect = {
  id: "instance-without-role",
  severity: "warning",
  facts: ["CKV2_AWS_41"],
  *find(subject) {
    for (const instance of subject.resources("aws_instance")) {
      const makers = hasTemplate(instance) ? [instance, templateOf(subject, instance)] : [instance];
      if (makers.some((maker) => maker === undefined || isSet(maker, path) !== false)) continue;
      yield {
        at: instance,
        message: "iam_instance_profile must be set, got none",
        fix: "add iam_instance_profile, such as one whose role lets Session Manager in",
      };
    }
  },
};

/** Undefined: it is not declared here. */
function templateOf(subject: Subject, instance: Resource): Resource | undefined {
  const link = instance.link("launch_template", "id") ?? instance.link("launch_template", "name");
  if (link === undefined || !("address" in link)) return undefined;
  const template = subject.resource(link.address);
  return template?.mode === "managed" ? template : undefined;
}
