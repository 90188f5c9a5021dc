import "../../lab/testing";
import { type Shape, shop } from "../lint/support/shop";
import { labStack } from "./support/lab-stack";
import { messageOf } from "./support/message-of";

/** The shop with an auto scaling group behind `web`. */
function scaled(fields: object): Shape {
  const json = shop();
  delete json.resource.aws_lb_target_group_attachment.web;
  json.resource.aws_launch_template = {
    web: { image_id: "ami-0123456789abcdef0", instance_type: "t3.micro" },
  };
  json.resource.aws_autoscaling_group = {
    web: {
      name: "fleet",
      launch_template: { id: "${aws_launch_template.web.id}" },
      vpc_zone_identifier: ["${aws_subnet.a.id}", "${aws_subnet.b.id}"],
      target_group_arns: ["${aws_lb_target_group.web.arn}"],
      min_size: 1,
      max_size: 8,
      ...fields,
    },
  };
  return json;
}

describe("toHaveTargets", () => {
  it("counts all, those of each zone, and knows them by name", () => {
    expect(shop()).toHaveTargets("web");
    expect(shop()).toHaveTargets("web", { total: 1, perZone: { "eu-west-1a": 1 }, names: ["web"] });
    expect(shop()).toHaveTargets("web", { perZone: { "eu-west-1a": 1, "eu-west-1b": 0 } });
    expect(shop()).not.toHaveTargets("web", { total: 2 });
    expect(shop()).not.toHaveTargets("web", { perZone: { "eu-west-1b": 1 } });
    expect(shop()).not.toHaveTargets("web", { names: ["api"] });
  });

  it("says how many there are, where, and which", () => {
    expect(
      messageOf(() => expect(shop()).toHaveTargets("web", { total: 2, perZone: 1, names: ["web", "other"] })),
    ).toBe(
      "expected target group web to have 2 targets, 1 target in every zone and the targets web and other\n" +
        "it has 1: web; it has 1 in eu-west-1a and 0 in eu-west-1b; it does not have other",
    );
    expect(messageOf(() => expect(shop()).not.toHaveTargets("web", { total: 1 }))).toBe(
      "expected target group web not to have 1 target\nit has 1: web",
    );
    expect(messageOf(() => expect(shop()).toHaveTargets("web", { names: [] }))).toBe(
      "expected target group web to have the targets nothing\nit has web as well",
    );
  });

  it("sees a group that nothing is registered with", () => {
    const json = shop();
    delete json.resource.aws_lb_target_group_attachment.web;
    expect(json).not.toHaveTargets("web");
    expect(messageOf(() => expect(json).toHaveTargets("web"))).toBe(
      "expected target group web to have targets\nit has none",
    );
  });

  it("counts the servers that an auto scaling group wants", () => {
    expect(scaled({ desired_capacity: 4 })).toHaveTargets("web", { total: 4, perZone: 2 });
    expect(scaled({})).toHaveTargets("web", { total: 1 });
    expect(
      messageOf(() => expect(scaled({ desired_capacity: 3 })).not.toHaveTargets("web", { perZone: 1 })),
    ).toBe("zones of fleet are not known: 3 servers cannot be spread evenly over 2");
  });

  it("holds for the environments of this project", () => {
    const prod = labStack("prod");
    expect(prod).toHaveTargets("web", { total: 2, perZone: 1, names: ["Server-1", "Server-2"] });
    expect(prod).toHaveTargets("api", { total: 2, perZone: 1, names: ["api-1", "api-2"] });
  });

  it("refuses what it has no word for", () => {
    expect(messageOf(() => expect(shop()).not.toHaveTargets("web", { count: 1 } as never))).toBe(
      'toHaveTargets: must be made of total, perZone or names, got "count"',
    );
  });
});

describe("the name of a target group", () => {
  const prod = labStack("prod");

  it.each([
    ["its name in AWS", "prod-api-targets-dd1977af"],
    ["that without the hash at its end", "prod-api-targets"],
    ["its Terraform address", "aws_lb_target_group.api_targets_group_DC719DCF"],
    ["the path of its construct", "prod/api/targets/group"],
    ["the last part of that which somebody chose", "api"],
  ])("may be %s", (_, name) => {
    expect(prod).toHaveTargets(name, { names: ["api-1", "api-2"] });
  });

  it("may be that of the construct that holds its servers", () => {
    expect(prod).toHaveTargets("web", { names: ["Server-1", "Server-2"] });
  });

  it("may be a key or a module in anybody's Terraform", () => {
    const plan = "__tests__/topology/fixtures/modular.plan.json";
    expect(plan).toHaveTargets("orders", { total: 2 });
    expect(plan).toHaveTargets("blue");
  });

  it("must mean one of them", () => {
    expect(
      messageOf(() => expect("__tests__/topology/fixtures/modular.plan.json").not.toHaveTargets("service")),
    ).toBe(
      '"service" may be any of 2 target groups; say which by module.service["orders"].aws_lb_target_group.this or module.service["users"].aws_lb_target_group.this',
    );
    expect(messageOf(() => expect(prod).toHaveTargets("apis"))).toBe(
      'no target group is called "apis"; there are web and api',
    );
  });
});
