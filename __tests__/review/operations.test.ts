import { Comparison } from "../../lab/review";
import { operationsOn } from "../../lab/review/operations";
import { type Change, patch, sidesOf } from "./support/hazards";

/** What Terraform does to everything that a change touches, in its order. */
function operations(change: Change, base?: Change): readonly string[] {
  const comparison = new Comparison(sidesOf(change, base));
  const touched = comparison.changesTo(["create", "update", "replace", "destroy"]);
  return operationsOn(
    comparison,
    touched.map(({ address }) => address),
  ).map(({ verb, address }) => `${verb} ${address}`);
}

const otherPort = patch({ aws_lb_target_group: { web: { port: 8080 } } });
const createFirst = patch({
  aws_lb_target_group: { web: { lifecycle: { create_before_destroy: true } } },
});

describe("the order of an apply", () => {
  it("destroys what depends on a resource before it, and creates it again after it", () => {
    expect(operations(otherPort)).toEqual([
      "destroy aws_lb_target_group_attachment.web",
      "destroy aws_lb_target_group.web",
      "create aws_lb_target_group.web",
      "update aws_lb_listener.http",
      "create aws_lb_target_group_attachment.web",
    ]);
  });

  it("creates first with create_before_destroy, and destroys once nothing refers to the old one [G1]", () => {
    const order = operations(otherPort, createFirst);
    expect(order.at(0)).toBe("create aws_lb_target_group.web");
    expect(order.at(-1)).toBe("destroy aws_lb_target_group.web");
    expect(order).toContain("update aws_lb_listener.http");
  });

  it("creates what is referred to before what refers to it, and destroys the other way round", () => {
    const rule = (resource: { aws_lb_listener_rule: object; aws_lb_target_group: { api: object } }) => {
      Object.assign(resource.aws_lb_target_group, {
        beta: { ...resource.aws_lb_target_group.api, name: "beta" },
      });
      Object.assign(resource.aws_lb_listener_rule, {
        beta: {
          listener_arn: "${aws_lb_listener.http.arn}",
          priority: 20,
          condition: [{ path_pattern: { values: ["/beta"] } }],
          action: [{ type: "forward", target_group_arn: "${aws_lb_target_group.beta.arn}" }],
        },
      });
    };
    expect(operations(rule)).toEqual(["create aws_lb_target_group.beta", "create aws_lb_listener_rule.beta"]);
    expect(
      operations(patch({ aws_lb_target_group: { beta: null }, aws_lb_listener_rule: { beta: null } }), rule),
    ).toEqual(["destroy aws_lb_listener_rule.beta", "destroy aws_lb_target_group.beta"]);
  });
});
