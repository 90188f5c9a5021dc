import { elasticIpUnused } from "../../../lab/lint/defects/elastic-ip-unused";
import { foundAt, foundInState } from "../support/patched";
import type { Shape } from "../support/shop";

const id = "${aws_eip.one.id}";
const addressWith = (settings: Shape, beside: Shape = {}) => ({
  aws_eip: { one: { domain: "vpc", ...settings } },
  ...beside,
});

it("finds an address that nobody has [CKV2_AWS_19]", () => {
  expect(foundAt(elasticIpUnused, addressWith({}))).toEqual(["aws_eip.one"]);
});

test.each([
  ["a gateway", addressWith({}, { aws_nat_gateway: { one: { allocation_id: id, subnet_id: "subnet-1" } } })],
  ["a server", addressWith({ instance: "${aws_instance.web.id}" })],
  ["an association", addressWith({}, { aws_eip_association: { one: { allocation_id: id } } })],
  [
    "a network load balancer",
    addressWith(
      {},
      { aws_lb: { tcp: { load_balancer_type: "network", subnet_mapping: [{ allocation_id: id }] } } },
    ),
  ],
  [
    "a gateway of which nobody knows",
    addressWith({}, { aws_nat_gateway: { one: { allocation_id: "${var.address}" } } }),
  ],
  ["an interface that nobody knows", addressWith({ network_interface: "${var.interface}" })],
])("says nothing of an address that %s has", (_, patch) => {
  expect(foundAt(elasticIpUnused, patch)).toEqual([]);
});

it("knows addresses of a state by their ids", () => {
  const state = {
    "aws_eip.used": { id: "eipalloc-1" },
    "aws_eip.other": { id: "eipalloc-2" },
    "aws_nat_gateway.one": { id: "nat-1", allocation_id: "eipalloc-1" },
  };
  expect(foundInState(elasticIpUnused, state)).toEqual(["aws_eip.other"]);
});
