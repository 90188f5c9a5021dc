import { trafficSwitchedUnready } from "../../../lab/review/risks/traffic-switched-unready";
import { patch, risksOf } from "../support/hazards";
import { both, second } from "../support/servers";
import { tasks } from "../support/tasks";

const found = (...about: Parameters<typeof risksOf> extends [unknown, ...infer Rest] ? Rest : never) =>
  risksOf(trafficSwitchedUnready, ...about).map(({ level, message }) => `${level}: ${message}`);

const green = (settings: object = {}) =>
  patch({
    aws_lb_target_group: {
      green: { name: "green", port: 3000, protocol: "HTTP", vpc_id: "${aws_vpc.main.id}", ...settings },
    },
  });
const forward = { type: "forward", target_group_arn: "${aws_lb_target_group.green.arn}" };
const toGreen = patch({ aws_lb_listener: { http: { default_action: [forward] } } });
const ruleTo = (name: string, settings: object = {}) =>
  patch({
    aws_lb_listener_rule: {
      [name]: {
        listener_arn: "${aws_lb_listener.http.arn}",
        priority: 20,
        condition: [{ path_pattern: { values: ["/blog/*"] } }],
        action: [forward],
        ...settings,
      },
    },
  });
const member = (target: string) =>
  patch({
    aws_lb_target_group_attachment: {
      green: { target_group_arn: "${aws_lb_target_group.green.arn}", target_id: target, port: 3000 },
    },
  });
const standing = member("${aws_instance.api.id}");
const started = both(
  patch({ aws_instance: { green: { ami: "ami-0123456789abcdef0", subnet_id: "${aws_subnet.a.id}" } } }),
  member("${aws_instance.green.id}"),
);
const empty =
  "drops-traffic: turns forward to web into forward to green, and nothing here registers a target in green";
const unready =
  "turns forward to web into forward to green in the apply that registers the first targets of green";

it("tells of requests that go to a group without targets, an old one or a new one [E503]", () => {
  expect(found(toGreen, green())).toEqual([empty]);
  expect(found(both(green(), toGreen))).toEqual([empty]);
  expect(found(patch({ aws_lb_listener_rule: { api: { action: [forward] } } }), green())).toEqual([
    empty.replace("to web", "to api"),
  ]);
});

it("takes an auto scaling group of no size for no target", () => {
  const none = patch({
    aws_autoscaling_group: {
      green: { min_size: 0, max_size: 0, target_group_arns: ["${aws_lb_target_group.green.arn}"] },
    },
  });
  expect(found(toGreen, both(green(), none))).toEqual([empty]);
});

it("tells of a share of the requests as well, and not of a weight of 0", () => {
  const shares = (weight: number) =>
    patch({
      aws_lb_listener: {
        http: {
          default_action: [
            {
              type: "forward",
              forward: {
                target_group: [
                  { arn: "${aws_lb_target_group.web.arn}", weight: 9 },
                  { arn: "${aws_lb_target_group.green.arn}", weight },
                ],
              },
            },
          ],
        },
      },
    });
  expect(found(shares(1), green())).toHaveLength(1);
  expect(found(shares(0), green())).toEqual([]);
});

it("needs care where something else may register: addresses, or requests that nobody asked for so far", () => {
  expect(found(toGreen, green({ target_type: "ip" }))[0]).toMatch(/^needs-care/);
  expect(found(both(green(), ruleTo("blog")))[0]).toMatch(/^needs-care/);
});

it("needs care where servers that run are registered in the apply that switches [H70, H71]", () => {
  expect(found(both(standing, toGreen), green())).toEqual([`needs-care: ${unready}`]);
});

it("drops traffic where the servers are only then started", () => {
  expect(found(both(green(), started, toGreen))).toEqual([`drops-traffic: ${unready}`]);
  const service = patch({
    aws_ecs_service: {
      green: {
        desired_count: 1,
        load_balancer: [{ target_group_arn: "${aws_lb_target_group.green.arn}", container_port: 3000 }],
      },
    },
  });
  expect(found(both(green({ target_type: "ip" }), service, toGreen))).toEqual([`drops-traffic: ${unready}`]);
});

it("is silent where a target was there before", () => {
  expect(found(toGreen, both(green(), standing))).toEqual([]);
  expect(found(both(toGreen, second), both(green(), started))).toEqual([]);
});

it("is silent where a service with a path of its own is new", () => {
  expect(found(both(green(), started, ruleTo("blog")))).toEqual([]);
});

it("tells of a new rule that takes what another one answered", () => {
  const instead = both(
    patch({ aws_lb_listener_rule: { api: null } }),
    ruleTo("services", { condition: [{ path_pattern: { values: ["/api", "/api/*"] } }] }),
  );
  expect(found(both(green(), started, instead))).toHaveLength(1);
});

it("is silent where the group before had no targets either", () => {
  const bare = patch({ aws_lb_target_group_attachment: { web: null } });
  expect(found(toGreen, both(green(), bare))).toEqual([]);
});

it("is silent where nobody answered before, or where nobody can list the targets", () => {
  const refusing = patch({
    aws_lb_listener: {
      http: {
        default_action: [
          { type: "fixed-response", fixed_response: { content_type: "text/plain", status_code: "404" } },
        ],
      },
    },
  });
  expect(found(both(green(), toGreen), refusing)).toEqual([]);
  const hidden = (_: unknown, whole: { module?: object }) => {
    whole.module = { servers: { source: "./servers" } };
  };
  expect(found(toGreen, both(green(), hidden as ReturnType<typeof patch>))).toEqual([]);
  expect(found(toGreen, both(tasks(), green(), member("${aws_instance.api.id}")))).toEqual([]);
});
