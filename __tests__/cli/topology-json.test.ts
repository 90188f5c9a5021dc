import { parseTopology, unlinked } from "../../lab/topology";
import { runHere } from "./support/run-here";
import { shop } from "./support/shop";

describe("topology --json", () => {
  it("is the whole model, and what could not be linked", async () => {
    const { exitCode, out } = await runHere(["topology", "-", "--json"], { input: shop() });
    const { resources: _, ...topology } = parseTopology(shop());
    const open = unlinked(parseTopology(shop()));
    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify({ ...topology, unlinked: open })));
  });

  it("has these parts, and elements with address, type and path", async () => {
    const { out } = await runHere(["topology", "-", "--json"], { input: shop() });
    const model = JSON.parse(out);
    expect(Object.keys(model)).toEqual([
      "source",
      "loadBalancers",
      "listeners",
      "rules",
      "targetGroups",
      "registrations",
      "instances",
      "autoScalingGroups",
      "securityGroups",
      "vpcs",
      "subnets",
      "ignored",
      "unlinked",
    ]);
    expect(model.source).toEqual({ kind: "synth", stack: "shop", region: "eu-central-1" });
    expect(model.rules.find(({ priority }: { priority: number }) => priority === 20)).toEqual({
      address: "aws_lb_listener_rule.api",
      type: "aws_lb_listener_rule",
      path: "shop/api/rule",
      listener: { address: "aws_lb_listener.http" },
      priority: 20,
      conditions: [
        { kind: "http-request-method", values: ["GET", "POST"] },
        { kind: "path-pattern", values: ["/api", "/api/*"] },
      ],
      actions: [
        {
          kind: "forward",
          groups: [
            { group: { address: "aws_lb_target_group.api" }, weight: 90 },
            { group: { address: "aws_lb_target_group.canary" }, weight: 10 },
          ],
        },
      ],
    });
  });
});
