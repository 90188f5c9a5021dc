import { fixedAddressOfLoadBalancer } from "../../../lab/lint/defects/fixed-address-of-load-balancer";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

const mapped =
  (change: object, more: object = {}) =>
  (resource: Shape) => {
    resource.aws_eip = { a: { domain: "vpc" } };
    const mapping = { subnet_id: "${aws_subnet.a.id}", ...change };
    Object.assign(resource.aws_lb.shop, { subnets: null, subnet_mapping: [mapping], ...more });
  };

it.each([
  { allocation_id: "eipalloc-1" },
  { allocation_id: "${aws_eip.a.id}" },
  { private_ipv4_address: "10.0.0.9" },
  { ipv6_address: "fd00::9" },
])("refuses a mapping with %j [TF6]", (change) => {
  const [finding, ...others] = findIn(fixedAddressOfLoadBalancer, mapped(change));
  expect(others).toEqual([]);
  expect(finding?.message).toContain(Object.keys(change)[0]);
});

it("is silent about plain mappings, network load balancers and what may be null", () => {
  expect(findIn(fixedAddressOfLoadBalancer, mapped({}))).toEqual([]);
  expect(findIn(fixedAddressOfLoadBalancer, mapped({ allocation_id: "" }))).toEqual([]);
  expect(findIn(fixedAddressOfLoadBalancer, mapped({ allocation_id: "${var.address}" }))).toEqual([]);
  const network = mapped({ allocation_id: "eipalloc-1" }, { load_balancer_type: "network" });
  expect(findIn(fixedAddressOfLoadBalancer, network)).toEqual([]);
});
