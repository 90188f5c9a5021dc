import { subnetsOfTwoVpcs } from "../../../lab/lint/defects/subnets-of-two-vpcs";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

const placed =
  (vpcs: readonly string[], data: object = {}) =>
  (resource: Shape, whole: Shape) => {
    resource.aws_vpc.other = { cidr_block: "10.1.0.0/16" };
    whole.data = data;
    for (const [index, name] of ["a", "b"].entries()) resource.aws_subnet[name].vpc_id = vpcs[index];
  };

const [main, other] = ["${aws_vpc.main.id}", "${aws_vpc.other.id}"] as const;

it("refuses subnets of two VPCs that are made here, or of two ids [N3, TF6]", () => {
  expect(findIn(subnetsOfTwoVpcs, placed([main, other]))[0]?.message).toContain(
    "got aws_subnet.a of aws_vpc.main and aws_subnet.b of aws_vpc.other",
  );
  expect(findIn(subnetsOfTwoVpcs, placed(["vpc-1", "vpc-2"]))).toHaveLength(1);
});

it.each([[[other, other]], [["vpc-1", "vpc-1"]], [[main, "${var.vpc}"]], [[main, "vpc-1"]]])(
  "is silent about %j",
  (vpcs) => {
    expect(findIn(subnetsOfTwoVpcs, placed(vpcs))).toEqual([]);
  },
);

it("is silent about two lookups, which may find the same VPC", () => {
  const looked = placed(["${data.aws_vpc.x.id}", "${data.aws_vpc.y.id}"], { aws_vpc: { x: {}, y: {} } });
  expect(findIn(subnetsOfTwoVpcs, looked)).toEqual([]);
});
