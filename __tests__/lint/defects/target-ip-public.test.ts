import { targetIpPublic } from "../../../lab/lint/defects/target-ip-public";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

const registered =
  (target_id: string, change: (resource: Shape) => void = () => {}) =>
  (resource: Shape) => {
    resource.aws_lb_target_group.web.target_type = "ip";
    resource.aws_lb_target_group_attachment.web.target_id = target_id;
    change(resource);
  };

it.each(["8.8.8.8", "172.32.0.1", "11.0.0.1", "100.128.0.1", "192.169.0.1", "127.0.0.1", "169.254.169.254"])(
  "refuses %s [N7]",
  (address) => {
    expect(
      findIn(targetIpPublic, registered(address)).map(({ message, severity }) => `${severity}: ${message}`),
    ).toEqual([`error: target_id must be a private address or one of the VPC, got "${address}"`]);
  },
);

it.each(["10.255.255.255", "172.16.0.1", "172.31.255.255", "192.168.1.1", "100.64.0.1", "100.127.255.255"])(
  "is silent about %s",
  (address) => {
    expect(findIn(targetIpPublic, registered(address))).toEqual([]);
  },
);

it("is silent about an address in a public block of the VPC, its own or one that is added", () => {
  const ownBlock = registered("20.0.0.9", (resource) => {
    resource.aws_vpc.main.cidr_block = "20.0.0.0/16";
  });
  expect(findIn(targetIpPublic, ownBlock)).toEqual([]);
  const added = registered("20.0.0.9", (resource) => {
    resource.aws_vpc_ipv4_cidr_block_association = {
      more: { vpc_id: "${aws_vpc.main.id}", cidr_block: "20.0.0.0/16" },
    };
  });
  expect(findIn(targetIpPublic, added)).toEqual([]);
});

it("only warns where the blocks of the VPC are not known", () => {
  const elsewhere = registered("8.8.8.8", (resource) => {
    resource.aws_lb_target_group.web.vpc_id = "vpc-0123456789abcdef0";
  });
  expect(findIn(targetIpPublic, elsewhere).map(({ severity }) => severity)).toEqual(["warning"]);
});

it("is silent about instances, IPv6 and what nobody knows", () => {
  expect(findIn(targetIpPublic, registered("2001:db8::1"))).toEqual([]);
  expect(findIn(targetIpPublic, registered("${var.address}"))).toEqual([]);
  const instance = (resource: Shape) => {
    resource.aws_lb_target_group_attachment.web.target_id = "8.8.8.8";
  };
  expect(findIn(targetIpPublic, instance)).toEqual([]);
});
