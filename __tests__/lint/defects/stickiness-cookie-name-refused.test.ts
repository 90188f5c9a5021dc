import { stickinessCookieNameRefused } from "../../../lab/lint/defects/stickiness-cookie-name-refused";
import { findIn } from "../support/find";
import { groupWith } from "../support/group";

const named = (cookie_name: unknown, more: object = {}) =>
  groupWith({ stickiness: { type: "app_cookie", cookie_name, ...more } });

it.each(["AWSALB", "AWSALBAPP", "AWSALBTG", "AWSALBCORS", "AWSALB-shop"])("refuses %j [S27, N67]", (name) => {
  expect(
    findIn(stickinessCookieNameRefused, named(name)).map(
      ({ message, severity }) => `${severity}: ${message}`,
    ),
  ).toEqual([`error: stickiness cookie_name must not start with AWSALB, got "${name}"`]);
});

it.each(["my cookie", "id=1", "a;b", "größe"])("warns of %j, which no cookie is called", (name) => {
  expect(
    findIn(stickinessCookieNameRefused, named(name)).map(
      ({ message, severity }) => `${severity}: ${message}`,
    ),
  ).toEqual([`warning: stickiness cookie_name must be the name of a cookie, got "${name}"`]);
});

it.each(["JSESSIONID", "connect.sid", "__Host-shop", "awsalb", "${var.cookie}"])(
  "is silent about %j",
  (name) => {
    expect(findIn(stickinessCookieNameRefused, named(name))).toEqual([]);
  },
);

it("is silent where stickiness is off, or uses the cookie of the load balancer", () => {
  expect(findIn(stickinessCookieNameRefused, named("AWSALB", { enabled: false }))).toEqual([]);
  expect(findIn(stickinessCookieNameRefused, named("AWSALB", { type: "lb_cookie" }))).toEqual([]);
});
