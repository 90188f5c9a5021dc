import { tagRefused } from "../../../lab/lint/defects/tag-refused";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

const tagged =
  (tags: unknown, type = "aws_lb", name = "shop") =>
  (resource: Shape) => {
    resource[type][name].tags = tags;
  };

it.each([
  [{ "aws:team": "x" }, "not begin with aws:"],
  [{ "AWS:team": "x" }, "not begin with aws:"],
  [{ "": "x" }, "not be empty"],
  [{ ["k".repeat(129)]: "x" }, "have at most 128 characters"],
  [{ "team!": "x" }, "hold letters, digits"],
  [{ team: "v".repeat(257) }, "have at most 256 characters"],
  [{ team: "shop & web" }, "hold letters, digits"],
  [{ team: "shop, web" }, "hold letters, digits"],
  [{ team: "two\nlines" }, "hold letters, digits"],
])("refuses %j [N9]", (tags, rule) => {
  const [finding, ...others] = findIn(tagRefused, tagged(tags));
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ address: "aws_lb.shop", severity: "error" });
  expect(finding?.message).toContain(rule);
});

it.each([
  { ["k".repeat(128)]: "v".repeat(256) },
  { "größe_.:/=+-@ 1": "日本 _.:/=+-@" },
  { team: "" },
  { team: "${var.team}!" },
  { "${var.key}!": "x" },
  { team: 7 },
  { "my-aws:team": "x" },
  "${var.tags}",
])("is silent about %j", (tags) => {
  expect(findIn(tagRefused, tagged(tags))).toEqual([]);
});

it("lets EC2 have characters that load balancing refuses, but not lengths and aws:", () => {
  const instance = (tags: object) => findIn(tagRefused, tagged(tags, "aws_instance", "web"));
  expect(instance({ team: "shop & web" })).toEqual([]);
  expect(instance({ "aws:team": "x" })).toHaveLength(1);
  expect(findIn(tagRefused, tagged({ "a!": "x" }, "aws_lb_listener_rule", "api"))).toHaveLength(1);
});
