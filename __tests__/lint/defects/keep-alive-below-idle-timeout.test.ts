import { keepAliveBelowIdleTimeout } from "../../../lab/lint/defects/keep-alive-below-idle-timeout";
import { serverData, withDocument, withScalingGroup, withServer } from "../support/embedded-server";
import { findIn, linesIn } from "../support/find";
import type { Shape } from "../support/shop";

const idle = (seconds: unknown) => (resource: Shape) => {
  resource.aws_lb.shop.idle_timeout = seconds;
};

const code = (more: string) =>
  `const app = require("express")();\nconst server = app.listen(3000);\n${more}\n`;

it("warns of a server that gives up first [P30, P27, Y9, B51]", () => {
  expect(linesIn(keepAliveBelowIdleTimeout, withServer({ keepAliveSeconds: 5 }))).toEqual([
    "aws_instance.web: keep-alive of the server must be above idle_timeout of aws_lb.shop, 60 s, got 5 s; " +
      "keep idle connections for 65 s, or lower idle_timeout below 5",
  ]);
});

it("warns of equal times, and is silent a second above", () => {
  expect(findIn(keepAliveBelowIdleTimeout, withServer({ keepAliveSeconds: 60 }))).toHaveLength(1);
  expect(findIn(keepAliveBelowIdleTimeout, withServer({ keepAliveSeconds: 61 }))).toEqual([]);
});

it("counts the idle timeout that is set, also as a text", () => {
  expect(findIn(keepAliveBelowIdleTimeout, withServer({}, idle("120")))).toHaveLength(1);
  expect(findIn(keepAliveBelowIdleTimeout, withServer({ keepAliveSeconds: 5 }, idle(4)))).toEqual([]);
});

test.each([
  ["the default of Node.js", ""],
  ["milliseconds", "server.keepAliveTimeout = 5000;"],
  ["a product", "server.keepAliveTimeout = 30 * 1000;"],
  ["digits in groups", "server.keepAliveTimeout = 60_000;"],
])("reads anybody's code: %s", (_, more) => {
  expect(findIn(keepAliveBelowIdleTimeout, withDocument(code(more)))).toHaveLength(1);
});

test.each([
  ["a longer time", code("server.keepAliveTimeout = 65 * 1000;")],
  ["a time from elsewhere", code("server.keepAliveTimeout = settings.keepAlive;")],
  ["connections that are not kept", code("server.keepAlive = false;")],
  ["something in front", code("// nginx")],
  ["no Node.js", "python3 -m http.server 3000"],
])("is silent about %s", (_, text) => {
  expect(findIn(keepAliveBelowIdleTimeout, withDocument(text))).toEqual([]);
});

it("names a server of two groups once, and knows scaling groups", () => {
  const inBoth = withServer({ keepAliveSeconds: 5 }, (resource) => {
    resource.aws_lb_target_group_attachment.api.target_id = "${aws_instance.web.id}";
  });
  expect(findIn(keepAliveBelowIdleTimeout, inBoth)).toHaveLength(1);
  const found = findIn(keepAliveBelowIdleTimeout, withScalingGroup(serverData({ keepAliveSeconds: 5 })));
  expect(found.map(({ address }) => address)).toEqual(["aws_autoscaling_group.web"]);
});

it("does not judge what nobody knows, nor a server that no load balancer reaches", () => {
  expect(findIn(keepAliveBelowIdleTimeout, withServer({ keepAliveSeconds: 5 }, idle("${var.idle}")))).toEqual(
    [],
  );
  const alone = withServer({ keepAliveSeconds: 5 }, (resource) => {
    delete resource.aws_lb_target_group_attachment.web;
  });
  expect(findIn(keepAliveBelowIdleTimeout, alone)).toEqual([]);
});
