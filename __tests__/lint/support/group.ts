import { merge } from "./pages";
import type { Shape } from "./shop";

/** Changes the target group `web` of the shop, as by a merge patch. */
export const groupWith = (settings: Shape) => (resource: Shape) => {
  merge(resource.aws_lb_target_group.web, settings);
};

/** Makes `web` a group of a function, with nothing that only servers have. */
export const functionGroupWith = (settings: Shape) => (resource: Shape) => {
  const { name } = resource.aws_lb_target_group.web;
  resource.aws_lb_target_group.web = { name, target_type: "lambda", ...settings };
  delete resource.aws_instance.web;
  resource.aws_lambda_function = { web: { function_name: "web" } };
  resource.aws_lb_target_group_attachment.web = {
    target_group_arn: "${aws_lb_target_group.web.arn}",
    target_id: "${aws_lambda_function.web.arn}",
  };
};

/** Makes `web` a group of a network load balancer, which is none of our business. */
export const networkGroupWith = (settings: Shape) => (resource: Shape) => {
  resource.aws_lb.shop.load_balancer_type = "network";
  resource.aws_lb_listener.http.protocol = "TCP";
  resource.aws_lb_target_group.web.protocol = "TCP";
  groupWith(settings)(resource);
};
