import type { Defect } from "../defect";
import { outOfRange } from "../whole-number";

/** A target is registered with a port from 1 to 65535. */
export const registrationPortOutOfRange: Defect = {
  id: "registration-port-out-of-range",
  severity: "error",
  facts: ["TF40", "TF22", "B2"],
  find: (subject) =>
    outOfRange(
      subject,
      subject.resources("aws_lb_target_group_attachment", "aws_alb_target_group_attachment"),
      [
        {
          argument: "port",
          path: ["port"],
          least: 1,
          most: 65_535,
          fix: "give the port on which the target listens, or leave it out for that of the group",
        },
      ],
    ),
};
