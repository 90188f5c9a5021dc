import { protocolVersionNeedsHttps } from "../../../lab/lint/defects/protocol-version-needs-https";
import { byDefault, overHttps, weighted } from "../support/actions";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

const speaking =
  (protocol_version: string, change: (resource: Shape) => void = () => {}) =>
  (resource: Shape) => {
    resource.aws_lb_target_group.api.protocol_version = protocol_version;
    change(resource);
  };

it.each(["HTTP2", "GRPC"])("refuses a %s group behind an HTTP listener [P50, TF23]", (version) => {
  const [finding, ...others] = findIn(protocolVersionNeedsHttps, speaking(version));
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ address: "aws_lb_listener_rule.api", severity: "error" });
  expect(finding?.message).toBe(
    `action to a group with protocol_version ${version} must be on an HTTPS listener, got HTTP for aws_lb_target_group.api`,
  );
});

it("looks at default actions, and at groups by weight", () => {
  const change = speaking("GRPC", (resource) => {
    byDefault(weighted({ web: 1, api: 0 }))(resource);
    delete resource.aws_lb_listener_rule;
  });
  expect(findIn(protocolVersionNeedsHttps, change)).toMatchObject([{ address: "aws_lb_listener.http" }]);
});

it.each([
  ["HTTP1", speaking("HTTP1")],
  ["a version that nobody knows", speaking("${var.version}")],
  ["HTTPS", speaking("GRPC", overHttps())],
  [
    "a protocol that nobody knows",
    speaking("GRPC", (resource) => {
      resource.aws_lb_listener.http.protocol = "${var.protocol}";
    }),
  ],
])("is silent about %s", (_, change) => {
  expect(findIn(protocolVersionNeedsHttps, change)).toEqual([]);
});
