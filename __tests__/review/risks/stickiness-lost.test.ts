import { stickinessLost } from "../../../lab/review/risks/stickiness-lost";
import { patch, risksOf } from "../support/hazards";
import { web } from "../support/servers";

const found = (...about: Parameters<typeof risksOf> extends [unknown, ...infer Rest] ? Rest : never) =>
  risksOf(stickinessLost, ...about).map(({ address, message }) => `${address}: ${message}`);
const sticky = (settings: object | null) =>
  web("aws_lb_target_group", { stickiness: settings && { type: "lb_cookie", ...settings } });
const cookie = (name: string) => sticky({ type: "app_cookie", cookie_name: name });

it.each([
  ["is switched off", { enabled: false }, {}, "switches it off"],
  ["ends earlier", { cookie_duration: 60 }, { cookie_duration: 3600 }, "shortens it from 3600 to 60 seconds"],
])("tells of stickiness that %s [S20, S21]", (_, after, before, text) => {
  expect(found(sticky(after), sticky(before))).toEqual([
    `aws_lb_target_group.web: stickiness between targets of web: ${text}`,
  ]);
});

it("is silent where the block of a group goes away, as the provider then leaves it as it is", () => {
  expect(found(sticky(null), sticky({}))).toEqual([]);
});

it("tells of another cookie [S27]", () => {
  expect(found(cookie("SESSION"), sticky({}))).toEqual([
    "aws_lb_target_group.web: stickiness between targets of web: changes its cookie from lb_cookie to app_cookie",
  ]);
  expect(found(cookie("SID"), cookie("SESSION"))).toEqual([
    "aws_lb_target_group.web: stickiness between targets of web: changes the cookie that it follows from SESSION to SID",
  ]);
});

const forward = (stickiness: object | undefined, groups = ["web", "api"]) =>
  patch({
    aws_lb_listener: {
      http: {
        default_action: [
          {
            type: "forward",
            forward: {
              target_group: groups.map((name) => ({ arn: `\${aws_lb_target_group.${name}.arn}`, weight: 1 })),
              ...(stickiness && { stickiness }),
            },
          },
        ],
      },
    },
  });

it("tells of clients that no longer come back to one of several groups [R48]", () => {
  const before = forward({ enabled: true, duration: 3600 });
  const lines = [
    expect.stringMatching(/^aws_lb_listener.http: stickiness between target groups of .*: switches it off$/),
  ];
  expect(found(forward(undefined), before)).toEqual(lines);
  expect(found(forward({ enabled: false, duration: 3600 }), before)).toEqual(lines);
  expect(found(forward({ enabled: true, duration: 60 }), before)).toHaveLength(1);
  // to one group there is no choice
  expect(found(forward(undefined, ["web"]), before)).toEqual([]);
});

it("is silent where stickiness comes, lasts longer, is written out, or was off", () => {
  expect(found(sticky({}))).toEqual([]);
  expect(found(sticky({ cookie_duration: 86400, enabled: true }), sticky({ cookie_duration: 3600 }))).toEqual(
    [],
  );
  expect(found(sticky({ cookie_duration: 86400 }), sticky({}))).toEqual([]);
  expect(found(sticky(null), sticky({ enabled: false }))).toEqual([]);
});
