import { targetGroupProtocolRefused } from "../../../lab/lint/defects/target-group-protocol-refused";
import { findIn } from "../support/find";
import { functionGroupWith, groupWith, networkGroupWith } from "../support/group";
import type { Shape } from "../support/shop";

const speaking = (protocol: unknown) => groupWith({ protocol });

it.each(["TCP", "TLS", "UDP", "TCP_UDP", "GENEVE", "GRPC", "HTTP2", "http", "https"])(
  "refuses %j behind an application load balancer [TF22]",
  (protocol) => {
    expect(findIn(targetGroupProtocolRefused, speaking(protocol)).map(({ message }) => message)).toEqual([
      `protocol must be HTTP or HTTPS, got "${protocol}"`,
    ]);
  },
);

it("refuses it behind a rule whose listener nobody knows, since only application load balancers have rules", () => {
  const change = (resource: Shape) => {
    resource.aws_lb_target_group.api.protocol = "TCP";
    resource.aws_lb_listener_rule.api.listener_arn = "${var.listener}";
  };
  expect(findIn(targetGroupProtocolRefused, change).map(({ address }) => address)).toEqual([
    "aws_lb_target_group.api",
  ]);
});

it.each(["HTTP", "HTTPS", "${var.protocol}", null])("is silent about %j", (protocol) => {
  expect(findIn(targetGroupProtocolRefused, speaking(protocol))).toEqual([]);
});

it("is silent about the group of a network load balancer, and one that nobody uses", () => {
  expect(findIn(targetGroupProtocolRefused, networkGroupWith({}))).toEqual([]);
  const spare = (resource: Shape) => {
    resource.aws_lb_target_group.spare = { name: "spare", port: 22, protocol: "TCP" };
  };
  expect(findIn(targetGroupProtocolRefused, spare)).toEqual([]);
});

it("is silent about a function, which has no protocol", () => {
  expect(findIn(targetGroupProtocolRefused, functionGroupWith({ protocol: "TCP" }))).toEqual([]);
});
