import { defaultRouteByInstance } from "../../../lab/lint/defects/default-route-by-instance";
import { foundAt } from "../support/patched";
import type { Shape } from "../support/shop";

const routeWith = (settings: Shape) => ({
  aws_route: { private: { route_table_id: "rtb-1", destination_cidr_block: "0.0.0.0/0", ...settings } },
});

test.each([
  ["an interface", routeWith({ network_interface_id: "eni-1" }), "aws_route.private"],
  [
    "that of a server",
    routeWith({ network_interface_id: "${aws_instance.web.primary_network_interface_id}" }),
    "aws_route.private",
  ],
  [
    "an interface in a table",
    { aws_route_table: { own: { route: [{ cidr_block: "0.0.0.0/0", network_interface_id: "eni-1" }] } } },
    "aws_route_table.own",
  ],
])("finds a default route by %s, in production only [CKV2_AWS_35]", (_, patch, address) => {
  expect(foundAt(defaultRouteByInstance, patch)).toEqual([address]);
  expect(foundAt(defaultRouteByInstance, patch, { profile: "lab" })).toEqual([]);
});

test.each([
  ["a NAT gateway", routeWith({ nat_gateway_id: "nat-1" })],
  ["what nobody knows", routeWith({ network_interface_id: "${var.interface}" })],
  [
    "an interface for one network only",
    routeWith({ destination_cidr_block: "10.9.0.0/16", network_interface_id: "eni-1" }),
  ],
])("says nothing of a route by %s", (_, patch) => {
  expect(foundAt(defaultRouteByInstance, patch)).toEqual([]);
});
