import { healthProtocolRefused } from "../../../lab/lint/defects/health-protocol-refused";
import { findIn } from "../support/find";
import { functionGroupWith, groupWith, networkGroupWith } from "../support/group";

const probedBy = (protocol: string) => groupWith({ health_check: { protocol } });

it.each(["TCP", "tcp", "TLS", "UDP", "GRPC", "https://"])("refuses %j [H1, TF30]", (protocol) => {
  expect(findIn(healthProtocolRefused, probedBy(protocol)).map(({ message }) => message)).toEqual([
    `health_check protocol must be HTTP or HTTPS, got "${protocol}"`,
  ]);
});

it("refuses TCP for a function, as the provider does", () => {
  expect(
    findIn(healthProtocolRefused, functionGroupWith({ health_check: { protocol: "TCP" } })),
  ).toHaveLength(1);
});

it.each(["HTTP", "HTTPS", "http"])("is silent about %j", (protocol) => {
  expect(findIn(healthProtocolRefused, probedBy(protocol))).toEqual([]);
});

it("is silent about TCP for a group of a network load balancer, which may have it", () => {
  expect(findIn(healthProtocolRefused, networkGroupWith({ health_check: { protocol: "TCP" } }))).toEqual([]);
});

it("leaves a group alone whose own protocol is what is wrong", () => {
  expect(
    findIn(healthProtocolRefused, groupWith({ protocol: "TCP", health_check: { protocol: "TCP" } })),
  ).toEqual([]);
});

it("does not judge what nobody knows yet", () => {
  expect(findIn(healthProtocolRefused, probedBy("${var.protocol}"))).toEqual([]);
});
