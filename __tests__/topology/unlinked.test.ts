import { unlinked } from "../../lab/topology";
import { topologyOf } from "./build/declare";

describe("what could not be linked", () => {
  it("is nothing where everything is known", () => {
    const topology = topologyOf({
      aws_lb: { a: { security_groups: ["sg-1"] } },
      aws_lb_listener: { a: { load_balancer_arn: "${aws_lb.a.arn}", port: 80 } },
    });
    expect(unlinked(topology)).toEqual([]);
  });

  it("is counted by kind, with every address and reason", () => {
    const topology = topologyOf({
      aws_lb_listener_rule: {
        linked: { listener_arn: "arn:aws:listener" },
        open: { listener_arn: "${var.listener}" },
        unset: {},
      },
    });
    expect(unlinked(topology)).toEqual([
      {
        message: "2 of 3 rules could not be linked to a listener in this stack",
        count: 2,
        total: 3,
        elements: [
          { address: "aws_lb_listener_rule.open", reason: expect.stringContaining("var.listener") },
          { address: "aws_lb_listener_rule.unset", reason: "listener_arn is not set" },
        ],
      },
    ]);
  });

  it("covers every link and everything a consumer would otherwise guess", () => {
    const open = "${var.open}";
    const topology = topologyOf(
      {
        aws_lb: { a: { security_groups: open } },
        aws_lb_listener: { a: { default_action: open } },
        aws_lb_listener_rule: {
          a: { action: { type: "forward", target_group_arn: open }, condition: [open] },
        },
        aws_lb_target_group_attachment: { a: {} },
        aws_instance: { a: { user_data: open, count: open } },
        aws_autoscaling_group: { g: { target_group_arns: open } },
        aws_security_group_rule: { r: {} },
        aws_security_group: { s: {} },
      },
      { module: { shop: { source: "./shop" }, api: { source: "./api" } } },
    );
    expect(unlinked(topology).map(({ message }) => message)).toEqual([
      "1 of 1 listeners could not be linked to a load balancer in this stack",
      "1 of 1 rules could not be linked to a listener in this stack",
      "1 of 1 rules could not be linked to a target group in this stack",
      "1 of 1 listeners could not be linked to a target group in this stack",
      "2 of 2 registrations could not be linked to a target group in this stack",
      "1 of 2 registrations could not be linked to a target in this stack",
      "the conditions of 1 of 1 rules cannot be known in this stack",
      "the security groups of 3 of 3 load balancers and servers cannot be known in this stack",
      "the rules of 1 of 1 security groups cannot be known in this stack",
      "the user data of 2 of 2 servers cannot be known in this stack",
      "the number of 1 of 8 elements cannot be known in this stack",
      "2 modules could not be looked into in this stack",
    ]);
  });
});
