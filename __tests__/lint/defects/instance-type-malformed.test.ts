import { instanceTypeMalformed } from "../../../lab/lint/defects/instance-type-malformed";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

const ofType = (type: unknown) => (resource: Shape) => {
  resource.aws_instance.web.instance_type = type;
};

test.each(["t3.huge", "t3", "T3.micro", "t3-micro", "micro.t3", "t3.micro ", "t3.0x"])(
  "refuses %j [B63]",
  (type) => {
    const [finding, ...others] = findIn(instanceTypeMalformed, ofType(type));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ severity: "error", address: "aws_instance.web" });
    expect(finding?.message).toBe(
      `instance_type must be of the form family.size, got ${JSON.stringify(type)}`,
    );
  },
);

test.each([
  "t3.micro",
  "m7gd.16xlarge",
  "c7g.metal",
  "c7i.metal-48xl",
  "u-6tb1.112xlarge",
  "mac2-m2.metal",
  "x2iezn.12xlarge",
  "${var.type}",
])("says nothing of %s", (type) => {
  expect(findIn(instanceTypeMalformed, ofType(type))).toEqual([]);
});

it("looks at launch templates too", () => {
  const templated = (resource: Shape) => {
    resource.aws_launch_template = { web: { instance_type: "t3.big" } };
  };
  expect(findIn(instanceTypeMalformed, templated)).toMatchObject([{ address: "aws_launch_template.web" }]);
});
