import { capacityReduced } from "../../../lab/review/risks/capacity-reduced";
import { patch, risksOf } from "../support/hazards";
import { both, scaling, second, web } from "../support/servers";
import { tasks } from "../support/tasks";

const found = (...about: Parameters<typeof risksOf> extends [unknown, ...infer Rest] ? Rest : never) =>
  risksOf(capacityReduced, ...about).map(({ level, message }) => `${level}: ${message}`);
const detached = patch({ aws_lb_target_group_attachment: { second: null } });
const destroyed = both(detached, patch({ aws_instance: { second: null } }));

it("drops traffic where the server is destroyed with its requests [G4]", () => {
  const line = "leaves web with 1 target instead of 2: aws_instance.second goes";
  expect(found(destroyed, second)).toEqual([`drops-traffic: ${line}`]);
  expect(found(detached, second)).toEqual([`needs-care: ${line}`]);
});

it("tells of an auto scaling group that must end instances, or may not grow", () => {
  expect(found(web("aws_autoscaling_group", { desired_capacity: 2, max_size: 3 }), scaling())).toEqual([
    "needs-care: lowers desired_capacity from 3 to 2 and max_size from 4 to 3 of web",
  ]);
  const [risk] = risksOf(capacityReduced, web("aws_autoscaling_group", { max_size: 3 }), scaling());
  expect(risk?.course[1]).toMatch(/^it takes away instances beyond the new limit, if it has so many now/);
});

it("is silent where a lower minimum ends nobody, and where there are as many as before", () => {
  const free = { desired_capacity: null };
  expect(found(web("aws_autoscaling_group", { min_size: 1 }), scaling(free))).toEqual([]);
  expect(found(web("aws_autoscaling_group", { desired_capacity: 4 }), scaling())).toEqual([]);
  expect(found(second)).toEqual([]);
});

it("leaves a group without any target to the risk of that name", () => {
  const nothing = { min_size: 0, max_size: 0, desired_capacity: 0 };
  expect(found(web("aws_autoscaling_group", nothing), scaling())).toEqual([]);
  expect(found(web("aws_lb_target_group_attachment", null))).toEqual([]);
});

it("tells of a container service that is to run fewer tasks, and not of one that is to run more or none", () => {
  const wants = (number: number) => patch({ aws_ecs_service: { web: { desired_count: number } } });
  expect(found(wants(1), tasks())).toEqual([
    "needs-care: lowers desired_count of aws_ecs_service.web from 2 to 1",
  ]);
  expect(found(wants(3), tasks())).toEqual([]);
  expect(found(wants(0), tasks())).toEqual([]);
});
