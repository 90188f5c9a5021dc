import { at, only, topologyOf, unknownFor } from "./declare";

describe("a VPC", () => {
  it("has its address range, where it is not left to AWS", () => {
    const { vpcs } = topologyOf({
      aws_vpc: { main: { cidr_block: "10.0.0.0/16" }, pool: { ipv4_ipam_pool_id: "ipam-1" } },
      aws_default_vpc: { theirs: {} },
    });
    expect(vpcs).toEqual([
      { address: "aws_default_vpc.theirs", type: "aws_default_vpc", cidr: unknownFor("not set") },
      { address: "aws_vpc.main", type: "aws_vpc", cidr: "10.0.0.0/16" },
      { address: "aws_vpc.pool", type: "aws_vpc", cidr: unknownFor("not set") },
    ]);
  });
});

describe("a subnet", () => {
  it("has its VPC, zone and address range", () => {
    const { subnets } = topologyOf({
      aws_vpc: { main: {} },
      aws_subnet: {
        a: { vpc_id: "${aws_vpc.main.id}", availability_zone: "eu-west-1a", cidr_block: "10.0.0.0/24" },
      },
    });
    expect(only(subnets)).toEqual({
      address: "aws_subnet.a",
      type: "aws_subnet",
      vpc: { address: "aws_vpc.main" },
      zone: "eu-west-1a",
      cidr: "10.0.0.0/24",
    });
  });

  it("has the zone of each key it is repeated for", () => {
    const { subnets } = topologyOf({
      aws_subnet: {
        s: {
          for_each: { "eu-west-1a": 1, "eu-west-1b": 2 },
          availability_zone: "${each.key}",
          vpc_id: "vpc-1",
        },
      },
    });
    expect(subnets.map(({ address, zone }) => [address, zone])).toEqual([
      ['aws_subnet.s["eu-west-1a"]', "eu-west-1a"],
      ['aws_subnet.s["eu-west-1b"]', "eu-west-1b"],
    ]);
  });

  it("says what it does not know", () => {
    const { subnets } = topologyOf({
      aws_subnet: { open: { availability_zone_id: "euw1-az1", cidr_block: "${var.cidr}" } },
      aws_default_subnet: { theirs: { availability_zone: "eu-west-1c" } },
    });
    expect(at(subnets, "aws_subnet.open")).toMatchObject({
      vpc: { unknown: "vpc_id is not set" },
      zone: { unknown: "availability_zone is not set" },
      cidr: unknownFor("var.cidr"),
    });
    expect(at(subnets, "aws_default_subnet.theirs").zone).toBe("eu-west-1c");
  });
});
