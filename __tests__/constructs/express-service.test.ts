import { ExpressService, type ExpressServiceProps } from "../../constructs";
import { parseUserData } from "../../userdata";
import { albIn, madeNetwork, problemIdsIn, synthesize } from "../support/synthesize";
import { type SynthesizedStack, valueAt } from "../support/synthesized-stack";

type Services = Record<string, Partial<Omit<ExpressServiceProps, "alb">>>;

function serviceStack(services: Services, zones = ["ap-northeast-2a", "ap-northeast-2b", "ap-northeast-2c"]) {
  return synthesize((stack) => {
    const alb = albIn(stack, { network: madeNetwork(stack, { zones }) });
    for (const [id, props] of Object.entries(services)) new ExpressService(stack, id, { alb, ...props });
  });
}

function zonesOf(stack: SynthesizedStack) {
  return stack
    .all("aws_instance")
    .map(({ fields }) => stack.resolve(fields.subnet_id).fields.availability_zone);
}

function settingsOf(stack: SynthesizedStack, nameStart = "") {
  return stack
    .all("aws_instance")
    .filter(({ name }) => name.startsWith(nameStart))
    .map(({ fields }) => parseUserData(String(fields.user_data_base64)).settings);
}

test("a service has one instance for each zone unless told otherwise, each in a zone of its own", () => {
  expect(zonesOf(serviceStack({ web: {} }))).toEqual([
    "ap-northeast-2a",
    "ap-northeast-2b",
    "ap-northeast-2c",
  ]);
});

test("more instances than zones are spread evenly", () => {
  const zones = zonesOf(serviceStack({ web: { instances: 7 } }));
  const counts = [...new Set(zones)].map((zone) => zones.filter((other) => other === zone).length);
  expect(counts.sort()).toEqual([2, 2, 3]);
});

test("the first server of the default service greets plainly and the others by name", () => {
  expect(settingsOf(serviceStack({ web: { instances: 2 } }))).toMatchObject([
    { serverName: "Server-1", first: true, basePath: "/" },
    { serverName: "Server-2", first: false, basePath: "/" },
  ]);
});

test("the servers of a routed service carry its id and greet below its path", () => {
  const stack = serviceStack({ web: {}, api: { route: { pathPrefix: "/api" }, instances: 2 } });
  expect(settingsOf(stack, "api")).toMatchObject([
    { serverName: "api-1", first: false, basePath: "/api" },
    { serverName: "api-2", first: false, basePath: "/api" },
  ]);
});

test("every instance of a service is registered with its target group on the group's port", () => {
  const stack = serviceStack({ api: { route: { pathPrefix: "/api" }, targetGroup: { port: 4000 } } });
  const group = stack.only("aws_lb_target_group", "api");
  const attachments = stack.all("aws_lb_target_group_attachment");
  expect(attachments.map(({ fields }) => stack.resolve(fields.target_group_arn).address)).toEqual(
    Array(3).fill(group.address),
  );
  expect(attachments.map(({ fields }) => stack.resolve(fields.target_id).address).sort()).toEqual(
    stack
      .all("aws_instance")
      .map(({ address }) => address)
      .sort(),
  );
  expect(attachments.map(({ fields }) => fields.port)).toEqual([4000, 4000, 4000]);
});

test("the instances of a service share one security group, launch template and role", () => {
  const stack = serviceStack({ web: {}, api: { route: { pathPrefix: "/api" } } });
  const sharedBy = (path: string) => {
    const named = stack
      .all("aws_instance")
      .map(({ name, fields }) => [name.split("_")[0], valueAt(fields, path)]);
    return new Set(named.map(([service, value]) => `${service} ${value}`)).size;
  };
  expect(sharedBy("vpc_security_group_ids")).toBe(2);
  expect(sharedBy("launch_template.id")).toBe(2);
  expect(sharedBy("iam_instance_profile")).toBe(2);
});

test("a path prefix becomes two patterns, so that /api does not answer /apikeys", () => {
  const rule = serviceStack({ api: { route: { pathPrefix: "/api" } } }).only("aws_lb_listener_rule");
  expect(valueAt(rule.fields, "condition.path_pattern.values")).toBe("/api");
  expect(rule.fields.condition).toEqual([{ path_pattern: { values: ["/api", "/api/*"] } }]);
});

test("hosts and further conditions join the path prefix in one rule", () => {
  const route = {
    pathPrefix: "/api",
    hosts: ["a.example.com"],
    conditions: [{ httpRequestMethod: ["GET"] }],
    priority: 7,
  };
  const rule = serviceStack({ api: { route } }).only("aws_lb_listener_rule");
  expect(rule.fields.condition).toEqual([
    { path_pattern: { values: ["/api", "/api/*"] } },
    { host_header: { values: ["a.example.com"] } },
    { http_request_method: { values: ["GET"] } },
  ]);
  expect(rule.fields.priority).toBe(7);
});

test("a service without a route uses the load balancer's default target group and adds no rule", () => {
  const stack = serviceStack({ web: {} });
  expect(stack.all("aws_lb_listener_rule")).toEqual([]);
  expect(stack.only("aws_lb_target_group").name).toMatch(/^alb_targets/);
});

test("a service that shares another's security group brings none of its own", () => {
  const stack = synthesize((scope) => {
    const alb = albIn(scope, { network: madeNetwork(scope) });
    const web = new ExpressService(scope, "web", { alb });
    new ExpressService(scope, "api", {
      alb,
      route: { pathPrefix: "/api" },
      securityGroup: web.securityGroup,
    });
  });
  expect(
    stack
      .all("aws_security_group")
      .map(({ name }) => name.split("_")[0])
      .sort(),
  ).toEqual(["alb", "web"]);
});

test.each<[string, Services, unknown[]]>([
  [
    "a wildcard in the path prefix",
    { api: { route: { pathPrefix: "/a*" } } },
    [expect.stringMatching(/^path-prefix-/)],
  ],
  ["a target group without a route", { web: { targetGroup: { port: 1 } } }, ["service-target-group"]],
  ["no server", { web: { serverNames: [] } }, ["no-servers"]],
  [
    "names and a count that differ",
    { web: { serverNames: ["a"], instances: 2 } },
    ["instance-count-and-names"],
  ],
])("a service is refused: %s", (_, services, ids) => {
  const found = problemIdsIn((stack) => {
    const alb = albIn(stack, { network: madeNetwork(stack) });
    for (const [id, props] of Object.entries(services)) new ExpressService(stack, id, { alb, ...props });
  });
  expect(found).toEqual(expect.arrayContaining(ids));
});
