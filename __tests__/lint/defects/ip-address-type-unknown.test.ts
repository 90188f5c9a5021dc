import { ipAddressTypeUnknown } from "../../../lab/lint/defects/ip-address-type-unknown";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

const of = (ip_address_type: string | undefined) => (resource: Shape) => {
  resource.aws_lb.shop.ip_address_type = ip_address_type;
};

it.each(["ipv6", "IPv4", "dual-stack"])("refuses %s [N6, TF9]", (value) => {
  const [finding, ...others] = findIn(ipAddressTypeUnknown, of(value));
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ address: "aws_lb.shop", severity: "error" });
  expect(finding?.message).toContain(`got "${value}"`);
});

it.each([...["ipv4", "dualstack", "dualstack-without-public-ipv4"], "", undefined, "${var.value}"])(
  "is silent about %s",
  (value) => {
    expect(findIn(ipAddressTypeUnknown, of(value))).toEqual([]);
  },
);
