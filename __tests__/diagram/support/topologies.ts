import fc from "fast-check";
import type { Shape } from "../../lint/support/shop";
import { hostileNames } from "./inputs";

const name = fc.oneof(
  { weight: 4, arbitrary: fc.stringMatching(/^[a-z][a-z0-9-]{0,30}$/) },
  fc.constantFrom(...hostileNames),
  fc.string({ unit: "binary", maxLength: 40 }),
);
/** Addresses of some of a kind, of something that is not declared, and of what nobody knows. */
const linkTo = (type: string, attribute: string, count: number) =>
  fc.oneof(
    { weight: 8, arbitrary: fc.nat(Math.max(0, count - 1)).map((at) => `\${${type}.x${at}.${attribute}}`) },
    fc.constant(
      "arn:aws:elasticloadbalancing:eu-west-1:123456789012:elsewhere/with/a/long/arn/0123456789abcdef",
    ),
    fc.constant("${var.unknown}"),
  );
const zones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"];

/** Anybody's Terraform: any number of everything, linked at random, with names of any kind. */
export const anyShape: fc.Arbitrary<Shape> = fc
  .record({
    lbs: fc.nat(3),
    listeners: fc.nat(4),
    rules: fc.nat(40),
    groups: fc.nat(12),
    servers: fc.nat(14),
    fleets: fc.nat(3),
  })
  .chain((counts) =>
    fc.record({
      aws_lb: some(
        counts.lbs,
        fc.record({
          name,
          load_balancer_type: fc.constantFrom("application", "network"),
          internal: fc.boolean(),
          subnets: subnets(),
          security_groups: fc.constantFrom([], ["${aws_security_group.x0.id}"]),
        }),
      ),
      aws_lb_listener: some(
        counts.listeners,
        fc.record({
          load_balancer_arn: linkTo("aws_lb", "arn", counts.lbs),
          port: fc.integer({ min: 1, max: 65_535 }),
          protocol: fc.constantFrom("HTTP", "HTTPS"),
          default_action: fc.tuple(action(counts.groups)),
        }),
      ),
      aws_lb_listener_rule: some(
        counts.rules,
        fc.record({
          listener_arn: linkTo("aws_lb_listener", "arn", counts.listeners),
          priority: fc.integer({ min: 1, max: 50_000 }),
          condition: fc.array(condition, { minLength: 1, maxLength: 3 }),
          action: fc.tuple(action(counts.groups)),
        }),
      ),
      aws_lb_target_group: some(
        counts.groups,
        fc.record({
          name,
          port: fc.constantFrom(80, 3000),
          protocol: fc.constant("HTTP"),
          health_check: fc.record({ path: name.map((text) => `/${text}`) }),
        }),
      ),
      aws_instance: some(
        counts.servers,
        fc.record({ tags: fc.record({ Name: name }), availability_zone: fc.constantFrom(...zones) }),
      ),
      aws_autoscaling_group: some(
        counts.fleets,
        fc.record({ name, min_size: fc.nat(3), max_size: fc.nat(9), availability_zones: fc.subarray(zones) }),
      ),
      aws_lb_target_group_attachment: some(
        counts.servers,
        fc.record({
          target_group_arn: linkTo("aws_lb_target_group", "arn", counts.groups),
          target_id: fc.oneof(
            linkTo("aws_instance", "id", counts.servers),
            linkTo("aws_autoscaling_group", "id", counts.fleets),
          ),
        }),
      ),
      aws_autoscaling_attachment: some(
        counts.fleets,
        fc.record({
          lb_target_group_arn: linkTo("aws_lb_target_group", "arn", counts.groups),
          autoscaling_group_name: linkTo("aws_autoscaling_group", "name", counts.fleets),
        }),
      ),
      aws_subnet: fc.constant(
        Object.fromEntries(
          zones.map((zone, at) => [
            `x${at}`,
            { vpc_id: "${aws_vpc.x0.id}", availability_zone: zone, cidr_block: `10.0.${at}.0/24` },
          ]),
        ),
      ),
      aws_security_group: fc.constant({ x0: { name: "x" } }),
      aws_vpc: fc.constant({ x0: { cidr_block: "10.0.0.0/16" } }),
    }),
  )
  .map((resource) => ({ provider: { aws: [{ region: "eu-west-1" }] }, variable: { unknown: {} }, resource }));

function some<T>(count: number, element: fc.Arbitrary<T>) {
  return fc
    .array(element, { minLength: count, maxLength: count })
    .map((elements) => Object.fromEntries(elements.map((one, at) => [`x${at}`, one])));
}

function subnets() {
  return fc.subarray(zones.map((_, at) => `\${aws_subnet.x${at}.id}`));
}

function action(groups: number) {
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        type: fc.constant("forward"),
        target_group_arn: linkTo("aws_lb_target_group", "arn", groups),
      }),
    },
    fc.record({
      type: fc.constant("forward"),
      forward: fc.record({
        target_group: fc.array(
          fc.record({ arn: linkTo("aws_lb_target_group", "arn", groups), weight: fc.nat(999) }),
          { minLength: 2, maxLength: 4 },
        ),
      }),
    }),
    fc.constant({
      type: "fixed-response",
      fixed_response: { status_code: "404", content_type: "text/plain" },
    }),
  );
}

const condition = fc.oneof(
  fc.record({ path_pattern: fc.record({ values: fc.array(name, { minLength: 1, maxLength: 5 }) }) }),
  fc.record({ host_header: fc.record({ values: fc.array(name, { minLength: 1, maxLength: 3 }) }) }),
);
