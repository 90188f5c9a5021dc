import { stickinessTypeUnknown } from "../../../lab/lint/defects/stickiness-type-unknown";
import { findIn } from "../support/find";
import { groupWith, networkGroupWith } from "../support/group";

const sticky = (type: unknown, more: object = {}) => groupWith({ stickiness: { type, ...more } });

it.each(["cookie", "lb-cookie", "source_ip", "source_ip_dest_ip", "LB_COOKIE"])(
  "refuses %j [S20, TF31]",
  (type) => {
    expect(findIn(stickinessTypeUnknown, sticky(type)).map(({ message }) => message)).toEqual([
      `stickiness type must be lb_cookie or app_cookie, got "${type}"`,
    ]);
  },
);

it("reads a list of one, and a type that nobody has even where it is off", () => {
  expect(
    findIn(stickinessTypeUnknown, groupWith({ stickiness: [{ type: "banana", enabled: false }] })),
  ).toHaveLength(1);
});

it.each([
  ["lb_cookie", {}],
  ["app_cookie", { cookie_name: "shop" }],
  ["source_ip", { enabled: false }],
  ["${var.type}", {}],
  ["source_ip", { enabled: "${var.sticky}" }],
])("is silent about %j with %j", (type, more) => {
  expect(findIn(stickinessTypeUnknown, sticky(type, more))).toEqual([]);
});

it("is silent about a group of a network load balancer, which has other types", () => {
  expect(findIn(stickinessTypeUnknown, networkGroupWith({ stickiness: { type: "source_ip" } }))).toEqual([]);
});
