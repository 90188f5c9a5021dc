import type { Defect } from "../defect";
import { textOf } from "../policy";
import { INSTANCES } from "../servers";
import { quoted } from "../values";

/** Such as `t3.micro`, `u-6tb1.112xlarge` or `c7g.metal-48xl`. */
const TYPE = /^[a-z][a-z0-9-]*\d[a-z0-9-]*\.(nano|micro|small|medium|large|xlarge|\d+xlarge|metal(-\d+xl)?)$/;

/** An instance type is a family and a size. */
export const instanceTypeMalformed: Defect = {
  id: "instance-type-malformed",
  severity: "error",
  facts: ["B63"],
  *find(subject) {
    for (const server of subject.resources(...INSTANCES, "aws_launch_template", "aws_launch_configuration")) {
      const type = textOf(server, ["instance_type"], "");
      if (type === undefined || type === "" || TYPE.test(type)) continue;
      yield {
        at: server,
        message: `instance_type must be of the form family.size, got ${quoted(type)}`,
        fix: "correct it, such as t3.micro; sizes are nano, micro, small, medium, large, xlarge, 2xlarge and so on, or metal",
      };
    }
  },
};
