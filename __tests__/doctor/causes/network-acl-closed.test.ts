import { allow, type Change, guarded, idsIn, linesOf, unhealthy } from "../support/shop-evidence";

const cause = "network-acl-closed";

it("is an ACL that does not let health checks in [U8]", () => {
  expect(
    linesOf(cause, {
      resource: guarded({ ingress: [allow(443)] }),
      targets: { "web-2": unhealthy("Target.Timeout") },
    }),
  ).toEqual([
    "certain, web-2: the network ACL aws_network_acl.servers stops TCP 3000 between load balancer and target (ingress); allow TCP 3000 in the ingress rules of aws_network_acl.servers, with a lower number than what denies it",
  ]);
});

it("is an ACL that does not let the answers out [U8]", () => {
  expect(
    linesOf(cause, {
      resource: guarded({ egress: [allow(443)] }),
      targets: { "web-2": unhealthy("Target.Timeout") },
    }),
  ).toEqual([
    "certain, web-2: the network ACL aws_network_acl.servers stops TCP 1024-65535 between load balancer and target (egress); allow TCP 1024-65535 in the egress rules of aws_network_acl.servers, with a lower number than what denies it",
  ]);
});

it("is a number below that of what would allow it [U8]", () => {
  expect(
    linesOf(cause, {
      resource: guarded({ ingress: [{ ...allow(3000), action: "deny", rule_no: 90 }, allow(0, 65535)] }),
      targets: { "web-2": unhealthy("Target.Timeout") },
    }),
  ).toEqual([
    "certain, web-2: the network ACL aws_network_acl.servers stops TCP 3000 between load balancer and target (ingress); allow TCP 3000 in the ingress rules of aws_network_acl.servers, with a lower number than what denies it",
  ]);
});

it.each<[string, Change]>([
  [
    "both ways are open",
    {
      resource: guarded({ ingress: [allow(3000), allow(1024, 65535)], egress: [allow(1024, 65535)] }),
      targets: { "web-2": unhealthy("Target.Timeout") },
    },
  ],
  [
    "the target is in no subnet of the ACL",
    {
      resource: guarded({ ingress: [allow(443)], subnet_ids: [] }),
      targets: { "web-2": unhealthy("Target.Timeout") },
    },
  ],
  [
    "an entry is not known",
    {
      resource: guarded({ ingress: [{ ...allow(443), from_port: "${var.port}" }] }),
      targets: { "web-2": unhealthy("Target.Timeout") },
    },
  ],
])("is silent where %s", (_, change) => {
  expect(idsIn(change)).not.toContain(cause);
});
