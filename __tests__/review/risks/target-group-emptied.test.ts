import { targetGroupEmptied } from "../../../lab/review/risks/target-group-emptied";
import { patch, risksOf } from "../support/hazards";
import { both, scaling, second, waiting, web } from "../support/servers";
import { tasks } from "../support/tasks";

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

it("counts a container service that goes or runs nothing, and none that runs fewer", () => {
  const service = (settings: object | null) => patch({ aws_ecs_service: { web: settings } });
  expect(found(service({ desired_count: 0 }), tasks())).toHaveLength(1);
  expect(found(service(null), tasks())).toHaveLength(1);
  expect(found(service({ desired_count: 1 }), tasks())).toEqual([]);
  expect(found(service({ desired_count: 0 }), tasks({ scheduling_strategy: "DAEMON" }))).toEqual([]);
  expect(found(service({ desired_count: 0 }), both(tasks(), second))).toEqual([]);
});

describe("a function that the load balancer calls", () => {
  const permission = {
    statement_id: "a",
    action: "lambda:InvokeFunction",
    function_name: "${aws_lambda_function.web.function_name}",
    principal: "elasticloadbalancing.amazonaws.com",
    source_arn: "${aws_lb_target_group.web.arn}",
  };
  const lambda = patch({
    aws_instance: { web: null },
    aws_lb_target_group: {
      web: { target_type: "lambda", port: null, protocol: null, vpc_id: null, health_check: null },
    },
    aws_lambda_function: { web: { function_name: "web" }, other: { function_name: "other" } },
    aws_lambda_permission: { web: permission },
    aws_lb_target_group_attachment: { web: { target_id: "${aws_lambda_function.web.arn}", port: null } },
  });
  const risks = (change: ReturnType<typeof patch>, base = lambda) =>
    risksOf(targetGroupEmptied, change, base).map(({ level, message }) => `${level}: ${message}`);

  it("is as good as not there without its permission [E502]", () => {
    expect(risks(web("aws_lambda_permission", null))).toEqual([
      "drops-traffic: takes aws_lambda_permission.web away, by which the load balancer may call aws_lambda_function.web for web",
    ]);
    const forOther = { function_name: "${aws_lambda_function.other.function_name}" };
    expect(risks(web("aws_lambda_permission", forOther))).toHaveLength(1);
  });

  it("needs care where the permission is destroyed before it is made again", () => {
    const other = web("aws_lambda_permission", { statement_id: "b" });
    expect(risks(other)[0]).toMatch(/^needs-care/);
    const first = web("aws_lambda_permission", { lifecycle: { create_before_destroy: true } });
    expect(risks(other, both(lambda, first))).toEqual([]);
  });

  it("is no risk where another permission stays, or where it is somebody else's", () => {
    const second = patch({ aws_lambda_permission: { second: { ...permission, source_arn: null } } });
    expect(risks(web("aws_lambda_permission", null), both(lambda, second))).toEqual([]);
    const gateway = patch({
      aws_lambda_permission: { gateway: { ...permission, principal: "apigateway.amazonaws.com" } },
    });
    expect(risks(patch({ aws_lambda_permission: { gateway: null } }), both(lambda, gateway))).toEqual([]);
  });
});
