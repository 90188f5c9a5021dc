import { replacementNameTaken } from "../../../lab/review/risks/replacement-name-taken";
import type { Shape } from "../../lint/support/shop";
import { linesOf, risksOf } from "../support/hazards";

const lifecycle = { create_before_destroy: true };
const groupFirst = (resource: Shape) => {
  resource.aws_lb_target_group.web.lifecycle = lifecycle;
};
const otherPort = (resource: Shape) => {
  resource.aws_lb_target_group.web.port = 8080;
};

it("says which name is still taken, and what makes room [G2]", () => {
  expect(linesOf(replacementNameTaken, otherPort, groupFirst)).toEqual([
    'needs-care aws_lb_target_group.web: makes "web" again before it destroys the old one, which still has the name, ' +
      "forced by port (3000 before, 8080 after); give it a name that follows from port, or name_prefix in place of the name",
  ]);
});

it.each([
  ["the old one is destroyed first", otherPort, () => {}],
  [
    "the name is another",
    (resource: Shape) => {
      otherPort(resource);
      resource.aws_lb_target_group.web.name = "web-8080";
    },
    groupFirst,
  ],
  [
    "the name is unknown",
    otherPort,
    (resource: Shape) => {
      groupFirst(resource);
      resource.aws_lb_target_group.web.name = "web-${random_id.web.hex}";
    },
  ],
])("is silent where %s", (_, change, base) => {
  expect(risksOf(replacementNameTaken, change, base)).toEqual([]);
});

it("a security group has its name in its VPC only [G17]", () => {
  const first = (resource: Shape) => {
    resource.aws_security_group.web.lifecycle = lifecycle;
  };
  const described = (resource: Shape) => {
    resource.aws_security_group.web.description = "servers of the shop";
  };
  expect(risksOf(replacementNameTaken, described, first)).toHaveLength(1);
  const elsewhere = (resource: Shape) => {
    described(resource);
    resource.aws_security_group.web.vpc_id = "vpc-0123456789abcdef0";
  };
  expect(risksOf(replacementNameTaken, elsewhere, first)).toEqual([]);
});

it("knows that a role has one name in the account", () => {
  const role = (resource: Shape) => {
    resource.aws_iam_role = { server: { name: "server", path: "/", assume_role_policy: "{}", lifecycle } };
  };
  const moved = (resource: Shape) => {
    resource.aws_iam_role.server.path = "/shop/";
  };
  expect(risksOf(replacementNameTaken, moved, role).map(({ address }) => address)).toEqual([
    "aws_iam_role.server",
  ]);
});
