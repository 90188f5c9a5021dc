import { listenerPortChanged } from "../../../lab/review/risks/listener-port-changed";
import type { Shape } from "../../lint/support/shop";
import { linesOf, risksOf } from "../support/hazards";
import { certificateOf, withHttps } from "../support/https";

const moves = (resource: Shape) => {
  resource.aws_lb_listener.http.port = 8080;
};

it("says which port is left without a listener [R1]", () => {
  expect(linesOf(listenerPortChanged, moves)).toEqual([
    "drops-traffic aws_lb_listener.http: changes the listener HTTP 80 of shop to HTTP 8080 of shop; " +
      "add a listener at port 8080 beside this one, and let this one redirect to it",
  ]);
});

it.each([
  ["HTTPS", "from then on plain requests to the port are answered 400: it expects TLS"],
  ["HTTP", "from then on clients that begin with TLS get an error: the port speaks plain HTTP"],
])("tells what becomes of clients when a port changes to %s", (protocol, course) => {
  const name = protocol === "HTTPS" ? "http" : "https";
  const changed = (resource: Shape) => {
    const certificate = protocol === "HTTPS" ? certificateOf("shop") : undefined;
    Object.assign(resource.aws_lb_listener[name], { protocol, certificate_arn: certificate });
  };
  expect(risksOf(listenerPortChanged, changed, withHttps)[0]?.course[1]).toBe(course);
});

it("needs care only where another listener takes the port: Terraform knows no order between them [G22]", () => {
  const swapped = (resource: Shape) => {
    resource.aws_lb_listener.http.port = 443;
    resource.aws_lb_listener.https.port = 80;
  };
  const found = risksOf(listenerPortChanged, swapped, withHttps);
  expect(found.map(({ level, course }) => [level, course[0]])).toEqual([
    ["needs-care", "Terraform sends this change and that of aws_lb_listener.https at the same time"],
    ["needs-care", "Terraform sends this change and that of aws_lb_listener.http at the same time"],
  ]);
});

it("is silent where the port is unknown, is only written otherwise, or goes with its load balancer", () => {
  const set = (port: unknown) => (resource: Shape) => {
    resource.aws_lb_listener.http.port = port;
  };
  expect(risksOf(listenerPortChanged, set("${random_integer.port.result}"))).toEqual([]);
  expect(risksOf(listenerPortChanged, set("80"))).toEqual([]);
  const withBalancer = (resource: Shape) => {
    moves(resource);
    resource.aws_lb.shop.name = "store";
  };
  expect(risksOf(listenerPortChanged, withBalancer)).toEqual([]);
});
