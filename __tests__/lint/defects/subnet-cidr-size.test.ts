import { subnetCidrSize } from "../../../lab/lint/defects/subnet-cidr-size";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

const sized = (cidr_block: string) => (resource: Shape) => {
  resource.aws_subnet.a.cidr_block = cidr_block;
};

it.each(["10.0.0.0/29", "10.0.0.0/32", "10.0.0.0/15"])("refuses %s [N12]", (cidr) => {
  const [finding, ...others] = findIn(subnetCidrSize, sized(cidr));
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ address: "aws_subnet.a", severity: "error" });
  expect(finding?.message).toContain(`got /${cidr.split("/")[1]}`);
});

it.each(["10.0.0.0/28", "10.0.0.0/16", "${var.cidr}", "10.0.0.0"])("is silent about %s", (cidr) => {
  expect(findIn(subnetCidrSize, sized(cidr))).toEqual([]);
});
