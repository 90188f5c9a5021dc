import { tasks } from "../bases";
import type { Case } from "../case";
import { replace } from "../edit";

/** Changes of container services, and of the group that requests go to. */
export const taskCases: readonly Case[] = [
  {
    name: "The container service of the web is made anew",
    base: tasks,
    edit: replace(
      'resource "aws_ecs_service" "web" {\n  name            = "web"',
      'resource "aws_ecs_service" "web" {\n  name            = "shop"',
    ),
    risks: ["service-interrupted"],
    why: "all tasks are stopped before the new service starts any",
  },
  {
    name: "The listener of the tasks turns to a group that nobody is registered in",
    base: tasks,
    edit: replace(
      'type             = "forward"\n    target_group_arn = aws_lb_target_group.web.arn',
      'type             = "forward"\n    target_group_arn = aws_lb_target_group.machines.arn',
    ),
    risks: ["traffic-switched-unready"],
    why: "a group without targets answers 503",
  },
  {
    name: "The container service of the web runs more tasks",
    base: tasks,
    edit: replace("desired_count   = 2", "desired_count   = 3"),
    risks: [],
    why: "nothing is taken away",
  },
];
