import { serverNameRepeated } from "../../../lab/lint/defects/server-name-repeated";
import { type ServerChange, serverData, withServer } from "../support/embedded-server";
import { findIn, linesIn } from "../support/find";
import type { Shape } from "../support/shop";

const withTwo = (web: ServerChange, api: ServerChange) =>
  withServer(web, (resource) => {
    resource.aws_instance.api.user_data_base64 = serverData(api);
  });

const ofCount = (count: unknown) =>
  withServer({}, (resource) => {
    resource.aws_instance.web.count = count;
    resource.aws_lb_target_group_attachment.web.count = count;
    resource.aws_lb_target_group_attachment.web.target_id = "${aws_instance.web[count.index].id}";
  });

it("warns of two servers that greet with one name [B80]", () => {
  expect(linesIn(serverNameRepeated, withTwo({ serverName: "a" }, { serverName: "a" }))).toEqual([
    'aws_instance.web: each server of aws_lb.shop must greet with a name of its own, got "a" from aws_instance.api and aws_instance.web; ' +
      "give each server another name in its user data",
  ]);
});

it("warns of two that greet as the first one", () => {
  const both = withTwo({ serverName: "a", first: true }, { serverName: "b", first: true });
  expect(findIn(serverNameRepeated, both)).toHaveLength(1);
});

it("warns of servers that are counted out of one document", () => {
  expect(findIn(serverNameRepeated, ofCount(3))).toHaveLength(2);
  expect(findIn(serverNameRepeated, ofCount(1))).toEqual([]);
});

it("is silent about names of their own, and about one server in two groups", () => {
  expect(findIn(serverNameRepeated, withTwo({ serverName: "a" }, { serverName: "b" }))).toEqual([]);
  expect(findIn(serverNameRepeated, withTwo({ serverName: "a", first: true }, { serverName: "a" }))).toEqual(
    [],
  );
  const inBoth = withServer({}, (resource) => {
    resource.aws_lb_target_group_attachment.api.target_id = "${aws_instance.web.id}";
  });
  expect(findIn(serverNameRepeated, inBoth)).toEqual([]);
});

it("is silent about servers of two load balancers", () => {
  const apart = (resource: Shape) => {
    withTwo({ serverName: "a" }, { serverName: "a" })(resource);
    resource.aws_lb.other = { ...resource.aws_lb.shop, name: "other" };
    resource.aws_lb_listener.other = {
      ...resource.aws_lb_listener.http,
      load_balancer_arn: "${aws_lb.other.arn}",
      default_action: [{ type: "forward", target_group_arn: "${aws_lb_target_group.api.arn}" }],
    };
    delete resource.aws_lb_listener_rule.api;
  };
  expect(findIn(serverNameRepeated, apart)).toEqual([]);
});

it("does not judge servers of which nobody knows the number or the document", () => {
  expect(findIn(serverNameRepeated, ofCount("${var.count}"))).toEqual([]);
  const unknown = withTwo({ serverName: "a" }, { serverName: "a" });
  const hidden = (resource: Shape) => {
    unknown(resource);
    resource.aws_instance.api.user_data_base64 = "${var.user_data}";
  };
  expect(findIn(serverNameRepeated, hidden)).toEqual([]);
});
