import { targetGroupEmptied } from "../../../lab/review/risks/target-group-emptied";
import { patch, risksOf } from "../support/hazards";
import { scaling, second, waiting, web } from "../support/servers";

const found = (...about: Parameters<typeof risksOf> extends [unknown, ...infer Rest] ? Rest : never) =>
  risksOf(targetGroupEmptied, ...about).map(({ address, message }) => `${address}: ${message}`);
const detached = web("aws_lb_target_group_attachment", null);

it("tells whose last targets go, and who still sends requests there [E503]", () => {
  expect(found(detached)).toEqual([
    "aws_lb_target_group.web: takes away the last targets of web, web, while aws_lb_listener.http still sends requests there",
  ]);
});

it("counts an auto scaling group that is scaled to nothing or detached", () => {
  const nothing = { min_size: 0, max_size: 0, desired_capacity: 0 };
  expect(found(web("aws_autoscaling_group", nothing), scaling())).toHaveLength(1);
  expect(found(web("aws_autoscaling_group", { target_group_arns: [] }), scaling())).toHaveLength(1);
});

it("is silent where a target stays, or where there was none", () => {
  expect(found(detached, second)).toEqual([]);
  expect(found(web("aws_autoscaling_group", { max_size: 0 }), scaling({ desired_capacity: 0 }))).toEqual([]);
});

it("is silent where nobody sends requests there: before, or afterwards", () => {
  expect(found(detached, waiting)).toEqual([]);
  const left = { aws_lb_listener_rule: { api: null }, aws_lb_target_group_attachment: { api: null } };
  expect(found(patch(left))).toEqual([]);
});

it("is silent where a registration may be one of the group", () => {
  const anywhere = {
    aws_lb_target_group_attachment: {
      web: null,
      other: { target_group_arn: "${data.external.any.result.arn}", target_id: "${aws_instance.web.id}" },
    },
  };
  expect(found(patch(anywhere))).toEqual([]);
});

it("is silent where Terraform only lets go of the attachment", () => {
  const removed = [{ from: "aws_lb_target_group_attachment.web", lifecycle: { destroy: false } }];
  expect(found(patch({ aws_lb_target_group_attachment: { web: null }, removed }))).toEqual([]);
});
