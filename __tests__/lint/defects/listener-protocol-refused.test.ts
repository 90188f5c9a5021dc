import { listenerProtocolRefused } from "../../../lab/lint/defects/listener-protocol-refused";
import { findIn, linesIn } from "../support/find";
import type { Shape } from "../support/shop";

const withListener = (change: object) => (resource: Shape) => {
  Object.assign(resource.aws_lb_listener.http, change);
};

it.each(["TCP", "UDP", "TCP_UDP", "TLS", "GENEVE", "tcp", "HTTP2", "WSS"])(
  "refuses %s [R1, B8]",
  (protocol) => {
    expect(linesIn(listenerProtocolRefused, withListener({ protocol }))).toEqual([
      "aws_lb_listener.http: protocol of a listener of an application load balancer must be HTTP or HTTPS, got " +
        `"${protocol.toUpperCase()}"; set protocol to HTTP or HTTPS, or load_balancer_type to network`,
    ]);
  },
);

it.each(["HTTP", "HTTPS", "http", "https"])(
  "takes %s: the provider makes capitals of small letters",
  (protocol) => {
    expect(findIn(listenerProtocolRefused, withListener({ protocol }))).toEqual([]);
  },
);

it.each([undefined, null, "", "${var.protocol}"])(
  "is silent about %p: HTTP, or not known [TF50]",
  (protocol) => {
    expect(findIn(listenerProtocolRefused, withListener({ protocol }))).toEqual([]);
  },
);

it("sees by its ARN that a load balancer of elsewhere is an application one", () => {
  const arn = (type: string) =>
    `arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/${type}/other/1234567890abcdef`;
  const behind = (load_balancer_arn: string) => withListener({ load_balancer_arn, protocol: "TCP" });
  expect(findIn(listenerProtocolRefused, behind(arn("app")))).toHaveLength(1);
  expect(findIn(listenerProtocolRefused, behind(arn("net")))).toEqual([]);
  expect(findIn(listenerProtocolRefused, behind("${var.load_balancer_arn}"))).toEqual([]);
});

it("leaves network load balancers alone, and those of a type that nobody knows", () => {
  const ofType = (type: string) => (resource: Shape) => {
    resource.aws_lb.shop.load_balancer_type = type;
    resource.aws_lb_listener.http.protocol = "TCP";
  };
  expect(findIn(listenerProtocolRefused, ofType("network"))).toEqual([]);
  expect(findIn(listenerProtocolRefused, ofType("${var.type}"))).toEqual([]);
});

it("keeps a hostile protocol on its line", () => {
  const [finding] = findIn(listenerProtocolRefused, withListener({ protocol: "TCP\n\u2028<b>" }));
  expect(finding?.message).toMatch(/got "TCP\\n\?<B>"$/);
});
