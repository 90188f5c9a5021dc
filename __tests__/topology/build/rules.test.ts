import { at, only, type Resources, topologyOf, unknownFor } from "./declare";

const action = { type: "forward", target_group_arn: "${aws_lb_target_group.t.arn}" };
const basic = {
  listener_arn: "${aws_lb_listener.l.arn}",
  action,
  condition: { path_pattern: { values: ["/a"] } },
};
const others: Resources = { aws_lb_listener: { l: {} }, aws_lb_target_group: { t: {} } };

function rule(values: object) {
  return only(topologyOf({ ...others, aws_lb_listener_rule: { a: values } }).rules);
}

describe("a rule", () => {
  it("belongs to its listener and has conditions and actions", () => {
    expect(rule({ ...basic, priority: "10" })).toEqual({
      address: "aws_lb_listener_rule.a",
      type: "aws_lb_listener_rule",
      listener: { address: "aws_lb_listener.l" },
      priority: 10,
      conditions: [{ kind: "path-pattern", values: ["/a"] }],
      actions: [{ kind: "forward", groups: [{ group: { address: "aws_lb_target_group.t" }, weight: 1 }] }],
    });
  });

  it("without a priority gets one only when it is applied [TF60]", () => {
    expect(rule(basic).priority).toBeUndefined();
    expect(rule({ ...basic, priority: "${var.priority}" }).priority).toEqual(unknownFor("var.priority"));
  });

  it("that rewrites requests has an action nobody can run [R80]", () => {
    const transform = [{ type: "url-rewrite" }];
    expect(rule({ ...basic, transform }).actions).toEqual([
      unknownFor("rewrites are not part of this model"),
      expect.objectContaining({ kind: "forward" }),
    ]);
  });

  it("says why it could not be linked, and what of it is unknown", () => {
    const open = rule({ listener_arn: "${var.listener}", action: "${var.a}", condition: "${var.c}" });
    expect(open.listener).toEqual(unknownFor("var.listener"));
    expect(open.actions).toEqual(unknownFor("var.a"));
    expect(open.conditions).toEqual(unknownFor("var.c"));
    expect(rule({ ...basic, listener_arn: "arn:aws:listener" }).listener).toEqual({
      external: "arn:aws:listener",
    });
  });

  it("stands once for each instance of its resource", () => {
    const topology = topologyOf({
      ...others,
      aws_alb_listener_rule: {
        each: { ...basic, for_each: { a: 1, b: 2 }, priority: "${each.value}" },
      },
    });
    expect(at(topology.rules, 'aws_alb_listener_rule.each["a"]').priority).toBe(1);
    expect(at(topology.rules, 'aws_alb_listener_rule.each["b"]').priority).toBe(2);
  });

  it("says when nobody knows how often it is there", () => {
    expect(rule({ ...basic, count: "${var.rules}" }).instances).toEqual(unknownFor("var.rules"));
  });
});
