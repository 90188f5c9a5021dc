import { serverGroupWithOtherAttribute } from "../../../lab/lint/defects/server-group-with-other-attribute";
import { findIn } from "../support/find";
import { functionGroupWith, groupWith, networkGroupWith } from "../support/group";

it.each([
  [{ connection_termination: true }, "connection_termination"],
  [{ proxy_protocol_v2: "true" }, "proxy_protocol_v2"],
  [{ preserve_client_ip: false }, "preserve_client_ip"],
  [{ preserve_client_ip: "true", proxy_protocol_v2: true }, "proxy_protocol_v2 and preserve_client_ip"],
])("refuses %j [TF34]", (settings, got) => {
  expect(findIn(serverGroupWithOtherAttribute, groupWith(settings))).toMatchObject([
    {
      severity: "error",
      message: `the group of an application load balancer must have no attribute of others, got ${got}`,
    },
  ]);
});

it("only warns of what is for functions, which does nothing [N69b]", () => {
  expect(
    findIn(serverGroupWithOtherAttribute, groupWith({ lambda_multi_value_headers_enabled: true })),
  ).toMatchObject([
    {
      severity: "warning",
      message: "lambda_multi_value_headers_enabled must be false for servers, got true",
    },
  ]);
});

it.each([
  [{ connection_termination: false, proxy_protocol_v2: false, preserve_client_ip: null }],
  [{ preserve_client_ip: "", lambda_multi_value_headers_enabled: false }],
  [{ connection_termination: "${var.terminate}", preserve_client_ip: "${var.preserve}" }],
])("is silent about %j, which is how a state shows nothing, or unknown", (settings) => {
  expect(findIn(serverGroupWithOtherAttribute, groupWith(settings))).toEqual([]);
});

it("is silent about a group of a network load balancer, and about a function", () => {
  expect(
    findIn(
      serverGroupWithOtherAttribute,
      networkGroupWith({ proxy_protocol_v2: true, preserve_client_ip: true }),
    ),
  ).toEqual([]);
  expect(
    findIn(serverGroupWithOtherAttribute, functionGroupWith({ lambda_multi_value_headers_enabled: true })),
  ).toEqual([]);
});
