import { securityGroupClosed } from "../../../lab/review/risks/security-group-closed";
import { serviceInterrupted } from "../../../lab/review/risks/service-interrupted";
import { targetGroupEmptied } from "../../../lab/review/risks/target-group-emptied";
import { patch, risksOf } from "../support/hazards";
import { both, second, waiting, web } from "../support/servers";
import { atPort, tasks } from "../support/tasks";

const found = (...about: Parameters<typeof risksOf> extends [unknown, ...infer Rest] ? Rest : never) =>
  risksOf(serviceInterrupted, ...about).map(({ level, message }) => `${level}: ${message}`);
const service = (settings: object | null) => patch({ aws_ecs_service: { web: settings } });

it("tells of a service that is destroyed before it is made again, with the argument that forces it", () => {
  expect(found(service({ name: "shop" }), tasks())).toEqual([
    "drops-traffic: replaces aws_ecs_service.web, whose tasks answer the requests of web, forced by name",
  ]);
});

it("knows that other targets answer meanwhile", () => {
  const [risk] = risksOf(serviceInterrupted, service({ name: "shop" }), both(tasks(), second));
  expect(risk?.level).toBe("needs-care");
  expect(risk?.course[1]).toBe("meanwhile the other targets answer all requests");
});

it("is silent where the new service is made first, or where the group gets no requests", () => {
  const first = { lifecycle: { create_before_destroy: true } };
  expect(found(service({ name: "shop" }), tasks(first))).toEqual([]);
  expect(found(service({ name: "shop" }), both(tasks(), waiting))).toEqual([]);
});

it("leaves a service that follows its group to the replacement of that", () => {
  expect(found(web("aws_lb_target_group", { name: "shop" }), tasks())).toEqual([]);
});

it("tells of deployments that may stop all tasks, and of none that could before", () => {
  const none = { deployment_minimum_healthy_percent: 0 };
  expect(found(service(none), tasks())).toEqual([
    "needs-care: lets deployments of aws_ecs_service.web stop all of its tasks: deployment_minimum_healthy_percent from 100 to 0",
  ]);
  expect(found(service({ desired_count: 3 }), tasks(none))).toEqual([]);
  expect(found(service({ deployment_minimum_healthy_percent: 50 }), tasks())).toEqual([]);
});

it("tells of tasks at a port that is shut; old ones answer as far as a deployment leaves them", () => {
  const told =
    "moves tasks of aws_ecs_service.web from port 3000 to 8080, which no security group lets shop get to";
  expect(found(service(atPort(8080)), tasks())).toEqual([`needs-care: ${told}`]);
  const none = { deployment_minimum_healthy_percent: 0 };
  expect(found(service(atPort(8080)), tasks(none))).toEqual([`drops-traffic: ${told}`]);
  const open = patch({
    aws_vpc_security_group_ingress_rule: { tasks: { to_port: 9000 } },
    aws_vpc_security_group_egress_rule: { tasks: { to_port: 9000 } },
  });
  expect(found(service(atPort(8080)), both(tasks(), open))).toEqual([]);
});

it("is silent where the service only gets more tasks, or another task definition", () => {
  expect(found(service({ desired_count: 4, task_definition: "web:2" }), tasks())).toEqual([]);
});

it("leaves a service that goes, or runs nothing, to its group", () => {
  for (const change of [service(null), service({ desired_count: 0 })]) {
    expect(found(change, tasks())).toEqual([]);
    expect(risksOf(targetGroupEmptied, change, tasks()).map(({ level }) => level)).toEqual(["drops-traffic"]);
  }
});

it("follows the way to tasks by the security group of their own", () => {
  const shut = patch({ aws_vpc_security_group_ingress_rule: { tasks: null } });
  expect(risksOf(securityGroupClosed, shut, tasks())).toHaveLength(1);
});
