import "../../lab/testing";
import { type Shape, shop } from "../lint/support/shop";
import { labStack } from "./support/lab-stack";
import { messageOf } from "./support/message-of";

const request = "GET http://shop.example.com/api/users";

function changed(change: (resource: Shape) => void): Shape {
  const json = shop();
  change(json.resource);
  return json;
}

const forward = (...groups: [name: string, weight: number][]) => ({
  type: "forward",
  forward: {
    target_group: groups.map(([name, weight]) => ({ arn: `\${aws_lb_target_group.${name}.arn}`, weight })),
  },
});

describe("toRoute(...).to a service", () => {
  it("passes where the request goes there, and only there", () => {
    expect(shop()).toRoute(request).to("api");
    expect(shop()).not.toRoute(request).to("web");
    expect(shop()).toRoute("POST http://shop.example.com/").to("web");
  });

  it("says who gets the request instead, and why the rule that was meant does not [R21]", () => {
    expect(messageOf(() => expect(shop()).toRoute("GET http://shop.example.com/API/users").to("api"))).toBe(
      [
        "expected GET http://shop.example.com/API/users to go to api",
        "the default action forwards it to web",
        'aws_lb_listener_rule.api (priority 10) does not answer: path "/API/users" does not match "/api" or "/api/*": upper and lower case count here ("/api/*")',
      ].join("\n"),
    );
  });

  it("says of `not` who sends it there", () => {
    expect(messageOf(() => expect(shop()).not.toRoute(request).to("api"))).toBe(
      `expected ${request} not to go to api\naws_lb_listener_rule.api (priority 10) forwards it to api`,
    );
  });

  it("says which rule would, where another one comes before it [R4]", () => {
    const shadowed = changed((resource) => {
      resource.aws_lb_listener_rule.all = { ...resource.aws_lb_listener_rule.api, priority: 5 };
      resource.aws_lb_listener_rule.all.action = [forward(["web", 1])];
    });
    expect(messageOf(() => expect(shadowed).toRoute(request).to("api"))).toBe(
      [
        `expected ${request} to go to api`,
        "aws_lb_listener_rule.all (priority 5) forwards it to web",
        "aws_lb_listener_rule.api (priority 10) would, but comes later",
      ].join("\n"),
    );
  });

  it("fails where the way ends before the service [U6]", () => {
    const shut = changed((resource) => delete resource.aws_vpc_security_group_ingress_rule.http);
    expect(messageOf(() => expect(shut).toRoute(request).to("api"))).toBe(
      [
        `expected ${request} to go to api`,
        "aws_lb_listener_rule.api (priority 10) forwards it to api, but the connection times out: no rule of the load balancer's security groups admits port 80",
      ].join("\n"),
    );
    const lonely = changed((resource) => delete resource.aws_lb_target_group_attachment.api);
    expect(messageOf(() => expect(lonely).toRoute(request).to("api"))).toMatch(
      /but the load balancer answers 503: no target is registered with api$/,
    );
    expect(messageOf(() => expect(shop()).toRoute("GET https://shop.example.com/").to("web"))).toBe(
      "expected GET https://shop.example.com/ to go to web\nthe load balancer has no listener for HTTPS on port 443: it has HTTP 80",
    );
  });

  it("takes headers and the address of the client", () => {
    const picky = changed((resource) => {
      resource.aws_lb_listener_rule.api.condition = [
        { http_header: { http_header_name: "X-Stage", values: ["beta"] } },
        { source_ip: { values: ["198.51.100.0/24"] } },
      ];
    });
    const how = { sourceIp: "198.51.100.7", headers: { "X-Stage": "beta" } };
    expect(picky).toRoute(request, how).to("api");
    expect(picky)
      .toRoute(request, { ...how, headers: { "x-stage": ["alpha", "beta"] } })
      .to("api");
    expect(picky)
      .not.toRoute(request, { ...how, sourceIp: "203.0.113.9" })
      .to("api");
    expect(messageOf(() => expect(picky).toRoute(request, { sourceIp: how.sourceIp }).to("api"))).toContain(
      'does not answer: header x-stage (none) does not match "beta": the request has none',
    );
  });

  it("counts the shares of weighted groups", () => {
    const canary = changed((resource) => {
      resource.aws_lb_listener_rule.api.action = [forward(["api", 9], ["web", 1])];
    });
    expect(canary)
      .toRoute(request)
      .to({ shares: { api: 90, web: 10 } });
    expect(canary)
      .not.toRoute(request)
      .to({ shares: { api: 90 } });
    expect(messageOf(() => expect(canary).toRoute(request).to("api"))).toBe(
      `expected ${request} to go to api\naws_lb_listener_rule.api (priority 10) forwards it to api (90 %) and web (10 %)`,
    );
    expect(
      messageOf(() =>
        expect(canary)
          .toRoute(request)
          .to({ shares: { api: 50, web: 50 } }),
      ),
    ).toMatch(/to go to api \(50 %\) and web \(50 %\)\n/);
    const off = changed((resource) => {
      resource.aws_lb_listener_rule.api.action = [forward(["api", 1], ["web", 0])];
    });
    expect(off).toRoute(request).to("api");
  });

  it("knows groups that are only named by their ARN", () => {
    const arn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/old/0123456789abcdef";
    const foreign = changed((resource) => {
      resource.aws_lb_listener_rule.api.action[0].target_group_arn = arn;
    });
    expect(foreign).toRoute(request).to(arn);
    expect(foreign).not.toRoute(request).to("api");
  });

  it("is asked of one load balancer", () => {
    const two = changed((resource) => {
      resource.aws_lb.other = { ...resource.aws_lb.shop, name: "other" };
    });
    expect(two).toRoute(request, { loadBalancer: "shop" }).to("api");
    expect(messageOf(() => expect(two).toRoute(request).to("api"))).toBe(
      "input: must be one load balancer, got other, shop; name it with loadBalancer",
    );
    expect(messageOf(() => expect(two).toRoute(request, { loadBalancer: "shp" }).to("api"))).toBe(
      'loadBalancer: must be one of other, shop, got "shp"',
    );
  });

  it("holds for the environments of this project", () => {
    for (const name of ["dev", "staging"] as const)
      expect(labStack(name)).toRoute("GET http://anything/").to("web");
    const prod = labStack("prod");
    expect(prod).toRoute("GET https://lab.example.com/").to("web");
    expect(prod).toRoute("GET https://lab.example.com/api").to("api");
    expect(prod).not.toRoute("GET https://lab.example.com/apis").to("api");
  });
});
