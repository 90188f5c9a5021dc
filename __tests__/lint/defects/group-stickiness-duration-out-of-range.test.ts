import { lint } from "../../../lab/lint";
import { groupStickinessDurationOutOfRange } from "../../../lab/lint/defects/group-stickiness-duration-out-of-range";
import { parseTopology } from "../../../lab/topology";
import { byDefault, inRule, weighted } from "../support/actions";
import { findIn } from "../support/find";

const lasting = (stickiness: object) => weighted({ web: 1, api: 1 }, { stickiness });

it.each([
  ["0", { enabled: true, duration: 0 }],
  ["604801", { enabled: true, duration: 604801 }],
  ["604801", { enabled: true, duration: "604801" }],
  ["1.5", { enabled: true, duration: 1.5 }],
  ["nothing", { enabled: true }],
  ["0", { enabled: false, duration: 0 }],
])("refuses %s as the duration of %j [R48]", (got, stickiness) => {
  const found = findIn(groupStickinessDurationOutOfRange, byDefault(lasting(stickiness)));
  expect(found).toMatchObject([{ address: "aws_lb_listener.http", severity: "error" }]);
  expect(found[0]?.message).toMatch(new RegExp(`from 1 to 604800, got ${got}$`));
});

it("looks at rules, and at blocks that are lists of one", () => {
  const forward = [{ target_group: [], stickiness: [{ enabled: true, duration: 0 }] }];
  expect(findIn(groupStickinessDurationOutOfRange, inRule({ type: "forward", forward }))).toMatchObject([
    { address: "aws_lb_listener_rule.api" },
  ]);
});

it.each([
  [{ enabled: true, duration: 1 }],
  [{ enabled: true, duration: 604800 }],
  [{ enabled: true, duration: "${var.seconds}" }],
  [null],
])("is silent about %j", (stickiness) => {
  expect(
    findIn(groupStickinessDurationOutOfRange, byDefault(weighted({ web: 1, api: 1 }, { stickiness }))),
  ).toEqual([]);
});

it("takes what AWS prints of stickiness that is off", () => {
  const state = {
    format_version: "1.0",
    values: {
      root_module: {
        resources: [
          {
            address: "aws_lb_listener.http",
            mode: "managed",
            type: "aws_lb_listener",
            name: "http",
            values: {
              load_balancer_arn:
                "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/shop/1",
              port: 80,
              protocol: "HTTP",
              default_action: [
                {
                  type: "forward",
                  forward: [{ target_group: [], stickiness: [{ enabled: false, duration: 0 }] }],
                },
              ],
            },
          },
        ],
      },
    },
  };
  const judge = (enabled: boolean) => {
    const [listener] = state.values.root_module.resources;
    const [stickiness] = listener!.values.default_action[0]!.forward[0]!.stickiness;
    stickiness!.enabled = enabled;
    return lint(parseTopology(JSON.stringify(state)), { defects: [groupStickinessDurationOutOfRange] })
      .findings;
  };
  expect(judge(false)).toEqual([]);
  expect(judge(true)).toHaveLength(1);
});
