import { diagramOf, marksOf } from "../../lab/diagram";
import type { ResourceChange } from "../../lab/topology";
import { shop } from "../lint/support/shop";
import { changedShop, drawn, topologyFrom } from "./support/inputs";

const sceneOf = (change: (resource: ReturnType<typeof shop>) => void) => {
  const shape = shop();
  change(shape.resource);
  const [scene] = drawn(shape).scenes;
  if (!scene) throw new Error("expected a scene, got none");
  return scene;
};

describe("what is drawn", () => {
  it("is who may connect, and that the way to a target is open", () => {
    const { balancer, groups, region, zones } = sceneOf(() => {});
    expect(balancer?.listeners[0]?.clients).toMatchObject({
      way: { verdict: "open" },
      from: [{ text: "0.0.0.0/0" }],
    });
    expect(groups.flatMap(({ targets }) => targets.map(({ way }) => way))).toEqual([
      { verdict: "open" },
      { verdict: "open" },
    ]);
    expect(region).toBe("eu-west-1");
    expect(zones[0]).toMatchObject({
      name: "eu-west-1a",
      subnets: [{ text: "10.0.0.0/24: load balancer, targets" }],
    });
  });

  it("is a closed way, with the end at which it is closed [U6] [U7]", () => {
    const closed = (type: string) =>
      sceneOf((resource) => {
        delete resource[type].servers;
      }).groups[0]?.targets[0]?.way;
    expect(closed("aws_vpc_security_group_ingress_rule")).toEqual({
      verdict: "closed",
      why: "no rule of the target admits port 3000",
    });
    expect(closed("aws_vpc_security_group_egress_rule")).toEqual({
      verdict: "closed",
      why: "no rule of the load balancer lets out to port 3000",
    });
  });

  it("is a listener that nobody reaches", () => {
    const { balancer } = sceneOf((resource) => {
      delete resource.aws_vpc_security_group_ingress_rule.http;
    });
    expect(balancer?.listeners[0]?.clients.way.verdict).toBe("closed");
  });

  it("is nothing guessed: a target group and a target that are declared elsewhere are called what they are known by", () => {
    const { groups } = sceneOf((resource) => {
      resource.aws_lb_listener_rule.api.action[0].target_group_arn = "arn:aws:elsewhere";
      resource.aws_lb_target_group_attachment.web.target_id = "i-0123456789abcdef0";
    });
    expect(groups.map(({ name, facts }) => [name, facts[0]?.text])).toEqual([
      ["arn:aws:elsewhere", "not declared here"],
      ["web", "HTTP 3000"],
    ]);
    expect(groups[1]?.targets[0]).toMatchObject({
      name: "i-0123456789abcdef0",
      zones: [],
      way: { verdict: "unknown" },
    });
  });

  it("is everything that belongs to no load balancer, apart", () => {
    const shape = shop();
    delete shape.resource.aws_lb;
    delete shape.resource.aws_lb_target_group_attachment.api;
    const texts = JSON.stringify(drawn(shape).scenes);
    for (const name of ["HTTP 80", "web", "api", "no target group"]) expect(texts).toContain(name);
  });

  it("is no value of a header that proves who asks", () => {
    const { balancer } = sceneOf((resource) => {
      resource.aws_lb_listener_rule.api.condition = [
        { http_header: { http_header_name: "X-Origin-Verify", values: ["s3cr3t"] } },
      ];
    });
    expect(balancer?.listeners[0]?.rules[0]?.conditions.text).toBe("header X-Origin-Verify is (not shown)");
  });
});

describe("what changes", () => {
  it("says what it was, and what else is changed but not drawn", () => {
    const { scenes, notes } = changedShop(5);
    const rules = scenes[0]?.balancer?.listeners[0]?.rules ?? [];
    expect(rules.find(({ addresses }) => addresses.includes("aws_lb_listener_rule.s0"))?.priority).toEqual({
      about: "priority",
      text: "99",
      was: "100",
    });
    expect(notes).toContain("Not drawn: 1 other changed resource: 1 added (aws_iam_role).");
  });

  it("draws what is destroyed as it was", () => {
    const group = changedShop(5).scenes[0]?.groups.find(({ key }) => key === "aws_lb_target_group.s3");
    expect(group?.mark).toBe("destroyed");
    expect(group?.targets.map(({ mark, name }) => [mark, name])).toEqual([
      ["destroyed", "service-3-a"],
      ["destroyed", "service-3-b"],
    ]);
  });

  it("tells who may connect no more", () => {
    const { from } = changedShop(5).scenes[0]?.balancer?.listeners[0]?.clients ?? {};
    expect(from).toEqual([
      { text: "10.0.0.0/8", mark: "added" },
      { text: "0.0.0.0/0", mark: "destroyed" },
    ]);
  });

  it("marks nothing where nothing is compared", () => {
    expect(JSON.stringify(diagramOf(topologyFrom(shop())))).not.toContain('"mark"');
  });
});

describe("marks of a plan", () => {
  const change = (kind: ResourceChange["kind"], more: Partial<ResourceChange> = {}): ResourceChange => ({
    address: "aws_lb.main",
    type: "aws_lb",
    kind,
    forcedBy: [],
    differences: [],
    ...more,
  });

  it.each([
    ["create", "added"],
    ["update", "changed"],
    ["replace", "replaced"],
    ["destroy", "destroyed"],
    ["other", "changed"],
    ["nothing", undefined],
    ["forget", "forgotten"],
  ] as const)("for %s is %s", (kind, mark) => {
    expect(marksOf([change(kind)]).get("aws_lb.main")).toBe(mark);
  });

  it("leave out what a replacement left behind", () => {
    expect(marksOf([change("destroy", { deposed: "00000001" })]).size).toBe(0);
  });
});
