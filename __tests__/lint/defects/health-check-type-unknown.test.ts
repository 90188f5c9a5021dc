import { healthCheckTypeUnknown } from "../../../lab/lint/defects/health-check-type-unknown";
import { findIn } from "../support/find";
import { scalingWith } from "../support/scaling";

const believing = (health_check_type: unknown) => scalingWith({ health_check_type });

it.each(["ALB", "elb", "HTTP", "EC2+ELB", "EC2,ALB"])("refuses %j [B68]", (type) => {
  expect(
    findIn(healthCheckTypeUnknown, believing(type)).map(({ address, message }) => `${address}: ${message}`),
  ).toEqual([`aws_autoscaling_group.web: health_check_type must be EC2 or ELB, got "${type}"`]);
});

it.each(["EC2", "ELB", "VPC_LATTICE", "EC2,ELB", "ELB, EBS", null, "${var.type}"])(
  "is silent about %j",
  (type) => {
    expect(findIn(healthCheckTypeUnknown, believing(type))).toEqual([]);
  },
);
