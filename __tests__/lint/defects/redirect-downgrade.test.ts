import { redirectDowngrade } from "../../../lab/lint/defects/redirect-downgrade";
import { byDefault, inRule, overHttps, redirect } from "../support/actions";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

const toHttp = redirect({ protocol: "HTTP", port: "80" });

it("refuses a redirect from HTTPS to HTTP, of a listener and of its rules [B11, R59]", () => {
  const message = "redirect protocol must not be HTTP on an HTTPS listener, got HTTP";
  expect(findIn(redirectDowngrade, overHttps(byDefault(toHttp)))).toMatchObject([
    { address: "aws_lb_listener.http", severity: "error", message },
  ]);
  expect(findIn(redirectDowngrade, overHttps(inRule(toHttp)))).toMatchObject([
    { address: "aws_lb_listener_rule.api", severity: "error", message },
  ]);
});

it("refuses it also where it leads to another host", () => {
  expect(
    findIn(redirectDowngrade, overHttps(byDefault(redirect({ protocol: "HTTP", host: "example.com" })))),
  ).toHaveLength(1);
});

it.each([
  ["from HTTP to HTTP", byDefault(redirect({ protocol: "HTTP", path: "/x" }))],
  ["from HTTP to HTTPS", byDefault(redirect({ protocol: "HTTPS", port: "443" }))],
  ["from HTTPS to HTTPS", overHttps(byDefault(redirect({ protocol: "HTTPS", path: "/x" })))],
  ["that keeps HTTPS", overHttps(byDefault(redirect({ path: "/x" })))],
  ["to what nobody knows", overHttps(byDefault(redirect({ protocol: "${var.protocol}" })))],
])("is silent about a redirect %s [R59]", (_, change) => {
  expect(findIn(redirectDowngrade, change)).toEqual([]);
});

it("is silent where nobody knows the listener of a rule, or its protocol", () => {
  const elsewhere = (resource: Shape) => {
    resource.aws_lb_listener_rule.api.listener_arn = "${var.listener}";
    inRule(toHttp)(resource);
  };
  expect(findIn(redirectDowngrade, elsewhere)).toEqual([]);
  const either = (resource: Shape) => {
    resource.aws_lb_listener.http.protocol = "${var.protocol}";
    byDefault(toHttp)(resource);
  };
  expect(findIn(redirectDowngrade, either)).toEqual([]);
});
