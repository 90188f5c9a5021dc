import "../../lab/testing";
import { shop } from "../lint/support/shop";
import { messageOf } from "./support/message-of";
import { changeOf, planWith } from "./support/plan";

const modular = "__tests__/topology/fixtures/modular.plan.json";
const replaced = {
  address: "aws_lb_target_group.api",
  actions: ["create", "delete"],
  replacePaths: [["port"], ["health_check", 0, "path"]],
};
const destroyed = {
  address: 'aws_instance.web["b"]',
  actions: ["delete"],
  action_reason: "delete_because_each_key",
};
const data = { address: "data.aws_ami.latest", mode: "data", actions: ["read"] };
const still = { address: "aws_lb.main" };

describe("toReplaceNothing", () => {
  it("passes where nothing is replaced, whatever else is done", () => {
    expect(
      planWith([still, data, destroyed, { address: "aws_eip.a", actions: ["update"] }]),
    ).toReplaceNothing();
    expect(planWith([])).toReplaceNothing();
    expect(modular).toReplaceNothing();
  });

  it("says what forces it", () => {
    const plan = planWith([
      still,
      replaced,
      { address: "aws_lb.b", actions: ["delete", "create"], action_reason: "replace_because_tainted" },
      { address: "aws_lb.c", actions: ["delete", "create"], replacePaths: [["name"]] },
    ]);
    expect(plan).not.toReplaceNothing();
    expect(messageOf(() => expect(plan).toReplaceNothing())).toBe(
      [
        "expected the plan to replace nothing",
        "it replaces aws_lb_target_group.api: port and health_check[0].path force it",
        "it replaces aws_lb.b: it is tainted",
        "it replaces aws_lb.c: name forces it",
      ].join("\n"),
    );
    expect(messageOf(() => expect(planWith([destroyed])).not.toReplaceNothing())).toBe(
      "expected the plan not to replace nothing\nit makes 1 change, none of that kind",
    );
  });
});

describe("toDestroyNothing", () => {
  it("counts what goes for good, what is made anew, and what a replacement left behind", () => {
    const deposed = { ...still, actions: ["delete"], deposed: "0a1b2c3d" };
    const plan = planWith([destroyed, replaced, deposed, { address: "aws_eip.a", actions: ["forget"] }]);
    expect(plan).not.toDestroyNothing();
    expect(messageOf(() => expect(plan).toDestroyNothing())).toBe(
      [
        "expected the plan to destroy nothing",
        'it destroys aws_instance.web["b"]: its for_each has lost the key',
        "it replaces aws_lb_target_group.api: port and health_check[0].path force it",
        "it destroys aws_lb.main (deposed 0a1b2c3d)",
      ].join("\n"),
    );
    expect(modular).toDestroyNothing();
  });

  it("tells drift apart from what is planned", () => {
    const drift = { resource_drift: [changeOf({ address: "aws_lb.main", actions: ["delete"] })] };
    expect(planWith([still], drift)).toDestroyNothing();
    expect(messageOf(() => expect(planWith([destroyed], drift)).toDestroyNothing())).toMatch(
      /\n\(beside that, 1 resource drifted\)$/,
    );
  });

  it("shows the first ten of many", () => {
    const many = Array.from({ length: 12 }, (_, index) => ({
      address: `aws_eip.a[${index}]`,
      actions: ["delete"],
    }));
    const message = messageOf(() => expect(planWith(many)).toDestroyNothing());
    expect(message.split("\n")).toHaveLength(12);
    expect(message).toMatch(/\nand 2 more$/);
  });
});

describe("toChangeOnly", () => {
  const plan = planWith([
    still,
    data,
    replaced,
    destroyed,
    { address: "module.shop.aws_eip.new", previous_address: "aws_eip.old", actions: ["update"] },
    { address: "aws_subnet.moved", previous_address: "aws_subnet.before" },
  ]);

  it("passes where every change has one of the addresses, before a move or after it", () => {
    expect(plan).toChangeOnly(["aws_lb_target_group.api", 'aws_instance.web["b"]', "aws_eip.old"]);
    expect(plan).toChangeOnly(["aws_lb_target_group.*", "aws_instance.*", "module.shop.*"]);
    expect(plan).toChangeOnly(["*"]);
    expect(planWith([still, data])).toChangeOnly([]);
    expect(modular).toChangeOnly(["aws_*", "module.*"]);
  });

  it("says what else changes", () => {
    expect(messageOf(() => expect(plan).toChangeOnly(["aws_lb_target_group.*", "aws_lb.main"]))).toBe(
      [
        "expected the plan to change only aws_lb_target_group.* and aws_lb.main",
        'it destroys aws_instance.web["b"]: its for_each has lost the key',
        "it updates module.shop.aws_eip.new (was aws_eip.old)",
      ].join("\n"),
    );
    expect(messageOf(() => expect(planWith([destroyed])).toChangeOnly([]))).toMatch(
      /^expected the plan to change nothing\nit destroys/,
    );
    expect(messageOf(() => expect(planWith([still])).not.toChangeOnly([]))).toBe(
      "expected the plan not to change nothing\nit changes nothing at all",
    );
  });

  it("takes an address as it is written, not as a pattern of another kind", () => {
    const odd = planWith([{ address: "aws_eipXa", actions: ["update"] }, { address: "aws_eip.a" }]);
    expect(odd).not.toChangeOnly(["aws_eip.a"]);
  });

  it("refuses an address that the plan does not know", () => {
    expect(messageOf(() => expect(plan).not.toChangeOnly(["aws_lb.mian"]))).toBe(
      'toChangeOnly: must name resources of the plan, got "aws_lb.mian", which is none',
    );
    expect(messageOf(() => expect(plan).toChangeOnly(["aws_instance.web"]))).toBe(
      'toChangeOnly: must name resources of the plan, got "aws_instance.web", which is none; aws_instance.web["b"] is, and aws_instance.web* would match it',
    );
    expect(messageOf(() => expect(plan).not.toChangeOnly("aws_lb.main" as never))).toBe(
      'toChangeOnly: must be given a list of addresses, got "aws_lb.main"',
    );
  });
});

describe("what is no whole plan", () => {
  const must = (got: string) =>
    `input: must be a plan, got ${got}; make one with 'terraform plan -out=plan' and 'terraform show -json plan'`;

  it.each<[what: string, input: unknown, message: string]>([
    ["a synthesized stack", shop(), must("a synthesized stack")],
    ["a state", { format_version: "1.0", terraform_version: "1.13.0", values: {} }, must("a state")],
    ["a part of one", { format_version: "1.2", configuration: {} }, must("a part of one")],
    [
      "one that ended in an error",
      planWith([still], { errored: true }),
      "input: must be a whole plan, got one that ended in an error; mend the error and plan again",
    ],
    [
      "one that leaves something for later",
      planWith([still], {
        deferred_changes: [{ reason: "absent_prereq", resource_change: changeOf(replaced) }],
      }),
      "what happens to aws_lb_target_group.api is not known: Terraform decides in a later plan",
    ],
    [
      "one with an action that is new",
      planWith([{ address: "aws_lb.a", actions: ["paint"] }]),
      "what happens to aws_lb.a is not known: its actions are new to this version",
    ],
  ])("never passes, with not neither: %s", (_, input, message) => {
    expect(messageOf(() => expect(input).toReplaceNothing())).toBe(message);
    expect(messageOf(() => expect(input).not.toReplaceNothing())).toBe(message);
    expect(messageOf(() => expect(input).not.toDestroyNothing())).toBe(message);
    expect(messageOf(() => expect(input).not.toChangeOnly([]))).toBe(message);
  });
});
