import { targetGroupReplaced } from "../../../lab/review/risks/target-group-replaced";
import { linesOf, risksOf } from "../support/hazards";

const otherPort = (resource: { aws_lb_target_group: { web: { port: number } } }) => {
  resource.aws_lb_target_group.web.port = 8080;
};

it("says that AWS refuses to delete a group in use before the new one is there [G1]", () => {
  expect(linesOf(targetGroupReplaced, otherPort)).toEqual([
    "drops-traffic aws_lb_target_group.web: replaces a target group that is in use, forced by port; " +
      "set lifecycle create_before_destroy and a name that follows from what is changed, or name_prefix",
  ]);
});

it("tells the order in which a new group is made first [E503, H71]", () => {
  const [risk] = risksOf(targetGroupReplaced, otherPort, (resource) => {
    resource.aws_lb_target_group.web.lifecycle = { create_before_destroy: true };
  });
  expect(risk?.course).toEqual([
    "Terraform creates the new group, which has no targets yet",
    "it forwards aws_lb_listener.http to the new group and registers targets there, in no fixed order",
    "requests that come in between are answered 503: a group without targets answers nothing else",
    "until a target has passed a health check, up to 15 seconds after its server runs, requests go to all of them, ready or not",
    "it destroys the old group",
  ]);
});

it("is silent where nothing forwards to the group", () => {
  const unused = (resource: { aws_lb_target_group: { spare: object; web: object } }) => {
    resource.aws_lb_target_group.spare = { ...resource.aws_lb_target_group.web, name: "spare", port: 80 };
  };
  const changed = (resource: { aws_lb_target_group: { spare: { port: number } } }) => {
    resource.aws_lb_target_group.spare.port = 81;
  };
  expect(risksOf(targetGroupReplaced, changed, unused)).toEqual([]);
});
