import { zoneOfAnotherRegion } from "../../../lab/lint/defects/zone-of-another-region";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

const subnet = (change: object, region?: string | null) => (resource: Shape, whole: Shape) => {
  Object.assign(resource.aws_subnet.a, change);
  if (region !== undefined) whole.provider.aws = region === null ? [] : [{ region }];
};

it.each(["us-east-1a", "eu-west-2a", "us-west-2-lax-1a"])(
  "refuses %s in eu-west-1 [B56]",
  (availability_zone) => {
    const [finding, ...others] = findIn(zoneOfAnotherRegion, subnet({ availability_zone }));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ address: "aws_subnet.a", severity: "error" });
    expect(finding?.message).toBe(`availability_zone must be of "eu-west-1", got "${availability_zone}"`);
  },
);

it("goes by the region of the resource, where it has one of its own", () => {
  const own = { region: "us-east-1", availability_zone: "us-east-1a" };
  expect(findIn(zoneOfAnotherRegion, subnet(own))).toEqual([]);
  expect(findIn(zoneOfAnotherRegion, subnet({ region: "us-east-1" }))).toHaveLength(1);
});

it("compares with the first subnet of the VPC where the region of the provider is not known", () => {
  for (const region of [null, "${var.region}"]) {
    const [finding, ...others] = findIn(
      zoneOfAnotherRegion,
      subnet({ availability_zone: "us-east-1a" }, region),
    );
    expect(others).toEqual([]);
    expect(finding?.address).toBe("aws_subnet.b");
  }
});

it.each([
  { availability_zone: "eu-west-1c" },
  { availability_zone: "eu-west-1-xyz-1a" },
  { availability_zone: "${var.zone}" },
  { availability_zone: "nowhere" },
  { availability_zone: "us-east-1a", provider: "aws.other", vpc_id: "${aws_vpc.other.id}" },
  { availability_zone: "us-east-1a", region: "${var.region}", vpc_id: "vpc-1" },
])("is silent with %j", (change) => {
  expect(findIn(zoneOfAnotherRegion, subnet(change))).toEqual([]);
});
