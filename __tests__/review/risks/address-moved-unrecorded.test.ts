import { addressMovedUnrecorded } from "../../../lab/review/risks/address-moved-unrecorded";
import { linesOf, patch, risksOf } from "../support/hazards";

const rule = (priority: number) => ({
  listener_arn: "${aws_lb_listener.http.arn}",
  priority,
  condition: [{ path_pattern: { values: ["/api", "/api/*"] } }],
  action: [{ type: "forward", target_group_arn: "${aws_lb_target_group.api.arn}" }],
});

const renamed = { aws_lb_listener_rule: { api: null, orders: rule(10) } };

it("takes what is destroyed and created alike for a rename, and writes the block [G44]", () => {
  expect(linesOf(addressMovedUnrecorded, patch(renamed))).toEqual([
    "drops-traffic aws_lb_listener_rule.orders: looks like a rename of aws_lb_listener_rule.api to aws_lb_listener_rule.orders " +
      "that is not recorded: it is destroyed and created anew; " +
      "write moved { from = aws_lb_listener_rule.api to = aws_lb_listener_rule.orders }, each argument on a line of its own",
  ]);
});

it("takes nothing for a rename whose name differs: a recorded move would replace it all the same", () => {
  const queue = (name: string) => ({
    name,
    message_retention_seconds: 60,
    delay_seconds: 1,
    fifo_queue: false,
  });
  const gone = patch({ aws_sqs_queue: { payments: queue("payments") } });
  for (const name of ["clicks", "payments"]) {
    const made = patch({ aws_sqs_queue: { payments: null, clicks: queue(name) } });
    expect(risksOf(addressMovedUnrecorded, made, gone)).toHaveLength(name === "payments" ? 1 : 0);
  }
  const cache = patch({
    aws_dax_cluster: { a: { cluster_name: "a", name: "a", node_type: "x", port: 1, az: 2 } },
  });
  const other = patch({
    aws_dax_cluster: { a: null, b: { cluster_name: "a", name: "b", node_type: "x", port: 1, az: 2 } },
  });
  expect(risksOf(addressMovedUnrecorded, other, cache)).toEqual([]);
});

it("follows renames into what refers to them", () => {
  const change = (resource: Record<string, Record<string, object>>) => {
    const text = JSON.stringify(resource).replaceAll(
      "aws_lb_target_group.api.",
      "aws_lb_target_group.orders.",
    );
    for (const key of Object.keys(resource)) delete resource[key];
    Object.assign(resource, JSON.parse(text));
    const groups = resource.aws_lb_target_group ?? {};
    groups.orders = groups.api as object;
    delete groups.api;
    const attached = resource.aws_lb_target_group_attachment ?? {};
    attached.orders = attached.api as object;
    delete attached.api;
  };
  expect(risksOf(addressMovedUnrecorded, change).map(({ address }) => address)).toEqual([
    "aws_lb_target_group.orders",
    "aws_lb_target_group_attachment.orders",
  ]);
});

it("says how CDKTF records it where a construct declares it, and tells a construct that is renamed once", () => {
  const at = (path: string) => ({ "//": { metadata: { path } } });
  const both = (name: string) => ({
    aws_cloudwatch_log_group: { [name]: { name: "logs", retention_in_days: 30, ...at(`dev/${name}/logs`) } },
    aws_sqs_queue: { [name]: { name: "jobs", ...at(`dev/${name}/jobs`) } },
  });
  const change = patch(
    { aws_cloudwatch_log_group: { web: null }, aws_sqs_queue: { web: null } },
    both("shop"),
  );
  const [first, second] = risksOf(addressMovedUnrecorded, change, patch(both("web")));
  expect(first?.level).toBe("destroys-data");
  expect(second).toBeUndefined();
  expect(first?.message).toBe(
    "looks like a rename of dev/web to dev/shop that is not recorded: 2 resources are destroyed and created anew",
  );
  expect(first?.fix).toContain('moveFromId("aws_cloudwatch_log_group.web") on dev/shop/logs');
});

it("matches each once, those first that are called alike", () => {
  const log = (kind: string) => ({ retention_in_days: 30, name_prefix: kind });
  const base = patch({ aws_cloudwatch_log_group: { web_a: log("web"), web_b: log("web") } });
  const change = patch({ aws_cloudwatch_log_group: { web_a: null, web_b: null, shop_b: log("web") } });
  expect(risksOf(addressMovedUnrecorded, change, base)).toHaveLength(1);
});

it("is silent where the move is recorded, where it is another thing, and where only one side has it", () => {
  expect(
    risksOf(
      addressMovedUnrecorded,
      patch({ ...renamed, moved: [{ from: "aws_lb_listener_rule.api", to: "aws_lb_listener_rule.orders" }] }),
    ),
  ).toEqual([]);
  const other = { ...rule(20), condition: [{ path_pattern: { values: ["/blog"] } }] };
  expect(
    risksOf(addressMovedUnrecorded, patch({ aws_lb_listener_rule: { api: null, blog: other } })),
  ).toEqual([]);
  expect(risksOf(addressMovedUnrecorded, patch({ aws_lb_listener_rule: { api: null } }))).toEqual([]);
  const group = {
    aws_lb_target_group: {
      spare: { name: "spare", port: 3000, protocol: "HTTP", vpc_id: "${aws_vpc.main.id}" },
    },
  };
  const named = {
    aws_lb_target_group: {
      spare: null,
      other: { name: "other", port: 3000, protocol: "HTTP", vpc_id: "${aws_vpc.main.id}" },
    },
  };
  expect(risksOf(addressMovedUnrecorded, patch(named), patch(group))).toEqual([]);
});
