import { createHash } from "node:crypto";
import { parseTopology } from "../../../lab/topology";
import { only, unknownFor } from "./declare";

interface Planned {
  readonly type: string;
  readonly name: string;
  readonly values?: object;
  readonly unknown?: object;
  readonly expressions?: object;
}

/** A first plan of these resources, as `terraform show -json` prints it. */
function planOf(...resources: readonly Planned[]) {
  const all = resources.map(({ type, name, ...rest }) => ({
    address: `${type}.${name}`,
    mode: "managed",
    type,
    name,
    ...rest,
  }));
  return parseTopology(
    JSON.stringify({
      format_version: "1.2",
      planned_values: {
        root_module: {
          resources: all.map(({ unknown: _, expressions: __, ...entry }) => ({ values: {}, ...entry })),
        },
      },
      resource_changes: all.map(({ values = {}, unknown = {}, expressions: _, ...entry }) => ({
        ...entry,
        change: { actions: ["create"], after: values, after_unknown: unknown },
      })),
      configuration: {
        root_module: {
          resources: all.map(({ values: _, unknown: __, expressions = {}, ...entry }) => ({
            ...entry,
            expressions,
          })),
        },
      },
    }),
  );
}

const groups = ["a", "b"].map((name) => ({ type: "aws_lb_target_group", name, unknown: { arn: true } }));
const referTo = (address: string) => ({ references: [`${address}.arn`, address] });

describe("a first plan", () => {
  it("gives defaults to what the provider computes and the configuration does not set [TF28]", () => {
    const { targetGroups } = planOf({
      type: "aws_lb_target_group",
      name: "a",
      values: { port: 80, protocol: "HTTP", target_type: "instance" },
      unknown: { health_check: true, stickiness: true, load_balancing_algorithm_type: true, name: true },
      expressions: { port: { constant_value: 80 }, protocol: { constant_value: "HTTP" } },
    });
    expect(only(targetGroups)).toMatchObject({
      name: unknownFor("at apply"),
      healthCheck: { path: "/", healthyThreshold: 5, unhealthyThreshold: 2 },
      attributes: { algorithm: "round_robin", stickiness: { enabled: false } },
    });
  });

  it("leaves unknown what the configuration sets to something that is", () => {
    const { targetGroups } = planOf({
      type: "aws_lb_target_group",
      name: "a",
      values: { port: 80, protocol: "HTTP", health_check: [{ path: null }] },
      unknown: { health_check: [{ path: true, matcher: true }] },
      expressions: { health_check: [{ path: { references: ["random_id.x.hex", "random_id.x"] } }] },
    });
    expect(only(targetGroups).healthCheck).toMatchObject({ path: unknownFor("random_id.x"), matcher: "200" });
  });

  it("tells the groups of a weighted forward apart by their weights", () => {
    const target_group = [
      { arn: referTo("aws_lb_target_group.a") },
      { arn: referTo("aws_lb_target_group.b"), weight: { constant_value: 3 } },
    ];
    const { rules } = planOf(...groups, {
      type: "aws_lb_listener_rule",
      name: "r",
      values: { action: [{ type: "forward", forward: [{ target_group: [{ weight: 3 }, { weight: 1 }] }] }] },
      unknown: { action: [{ forward: [{ target_group: [{ arn: true }, { arn: true }] }] }] },
      expressions: { action: [{ type: { constant_value: "forward" }, forward: [{ target_group }] }] },
    });
    expect(only(rules).actions).toMatchObject([
      {
        groups: [
          { group: { address: "aws_lb_target_group.a" }, weight: 1 },
          { group: { address: "aws_lb_target_group.b" }, weight: 3 },
        ],
      },
    ]);
  });

  it("does not take a known part of an expression for what another part refers to", () => {
    const reference = { references: ["aws_security_group.lb.id", "aws_security_group.lb"] };
    const port = { from_port: 80, to_port: 80, protocol: "tcp" };
    const { securityGroups } = planOf(
      { type: "aws_security_group", name: "lb", unknown: { id: true, ingress: true, egress: true } },
      {
        type: "aws_security_group",
        name: "web",
        values: { ingress: [{ ...port, prefix_list_ids: ["pl-1"] }] },
        unknown: { id: true, egress: true, ingress: [{ security_groups: true, prefix_list_ids: [false] }] },
        expressions: { ingress: reference },
      },
    );
    const web = securityGroups.find(({ address }) => address === "aws_security_group.web");
    expect(web?.rules).toMatchObject([
      { peer: { prefixList: { external: "pl-1" } } },
      { peer: { securityGroup: { address: "aws_security_group.lb" } } },
    ]);
  });

  it("knows user data whose hash is that of the text in the configuration, and no other", () => {
    const script = "#!/bin/sh\necho ready\n";
    const user_data = createHash("sha1").update(script).digest("hex");
    const userData = (constant_value: string) =>
      only(
        planOf({
          type: "aws_instance",
          name: "i",
          values: { user_data },
          expressions: { user_data: { constant_value } },
        }).instances,
      ).userData;
    expect(userData(script)).toMatchObject({ text: script });
    expect(userData("#!/bin/sh")).toEqual(unknownFor("only a hash"));
  });
});
