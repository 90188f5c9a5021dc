import { dnsRecordChanged } from "../../../lab/review/risks/dns-record-changed";
import type { Shape } from "../../lint/support/shop";
import { linesOf, risksOf } from "../support/hazards";
import { withRecord } from "../support/records";

const set = (values: Shape) => (resource: Shape) => Object.assign(resource.aws_route53_record.shop, values);
const removed = (resource: Shape) => {
  delete resource.aws_route53_record.shop;
};

it("says which name leads nowhere, and after how long [H79]", () => {
  const [risk] = risksOf(dnsRecordChanged, removed, withRecord);
  expect([risk?.level, risk?.message, risk?.course[1]]).toEqual([
    "drops-traffic",
    "takes away the A record shop.example.com, which leads to shop",
    "resolvers answer with it for up to 60 seconds; then clients that ask for shop.example.com find nothing",
  ]);
});

it("knows the load balancer behind a CNAME", () => {
  const found = risksOf(dnsRecordChanged, removed, (resource) => {
    const records = ["${aws_lb.shop.dns_name}"];
    resource.aws_route53_record = {
      shop: { zone_id: "Z0123456789", name: "www.example.com.", type: "CNAME", ttl: 300, records },
    };
  });
  expect(found[0]?.message).toBe("takes away the CNAME record www.example.com, which leads to shop");
  expect(found[0]?.course[1]).toContain("for up to 300 seconds");
});

it.each([
  ["another name leaves the old one bare", { name: "store.example.com" }, "; it becomes store.example.com"],
  ["another zone leaves the name bare for a while", { zone_id: "Z9" }, ", before it makes it again"],
  [
    "an address of its own leads elsewhere",
    { alias: undefined, ttl: 60, records: ["192.0.2.10"] },
    "leads shop.example.com away from shop, to 192.0.2.10",
  ],
])("%s", (_, values, message) => {
  expect(risksOf(dnsRecordChanged, set(values), withRecord)[0]?.message).toContain(message);
});

it("tells that Route 53 refuses a second record of a name", () => {
  const first = (resource: Shape) => {
    withRecord(resource);
    resource.aws_route53_record.shop.lifecycle = { create_before_destroy: true };
  };
  const [risk] = risksOf(dnsRecordChanged, set({ type: "AAAA" }), first);
  expect([risk?.level, risk?.fix]).toEqual([
    "needs-care",
    "take create_before_destroy away, or leave what forces the replacement as it is",
  ]);
});

it("needs care where another resource takes the name, in no order", () => {
  const handedOver = (resource: Shape) => {
    const records = ["${aws_lb.shop.dns_name}"];
    resource.aws_route53_record = {
      www: { zone_id: "Z0123456789", name: "shop.example.com", type: "CNAME", ttl: 60, records },
    };
  };
  expect(linesOf(dnsRecordChanged, handedOver, withRecord)[0]).toMatch(
    /^needs-care aws_route53_record.shop: destroys the A record .* and creates aws_route53_record.www of the same name;/,
  );
});

it.each([
  [
    "its TTL or its health counts otherwise",
    set({ alias: { name: "${aws_lb.shop.dns_name}", zone_id: "Z1" } }),
  ],
  ["the name is only written otherwise", set({ name: "SHOP.example.com." })],
  ["where it leads is unknown", set({ alias: { name: "${module.edge.name}", zone_id: "Z1" } })],
])("is silent where %s", (_, change) => {
  expect(risksOf(dnsRecordChanged, change, withRecord)).toEqual([]);
});

it("is silent for IPv6 where IPv4 stays, and where the load balancer itself goes", () => {
  const both = (resource: Shape) => {
    withRecord(resource);
    resource.aws_route53_record.six = { ...resource.aws_route53_record.shop, type: "AAAA" };
  };
  const withoutSix = (resource: Shape) => {
    delete resource.aws_route53_record.six;
  };
  expect(risksOf(dnsRecordChanged, withoutSix, both)).toEqual([]);
  expect(risksOf(dnsRecordChanged, removed, both)).toHaveLength(1);
  const gone = (resource: Shape) => {
    for (const type of ["aws_lb", "aws_lb_listener", "aws_lb_listener_rule"]) delete resource[type];
    removed(resource);
  };
  expect(risksOf(dnsRecordChanged, gone, withRecord)).toEqual([]);
});
