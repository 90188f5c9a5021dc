import { targetGroupReplaced } from "../../../lab/review/risks/target-group-replaced";
import { linesOf, patch, risksOf } from "../support/hazards";
import { waiting } from "../support/servers";

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

it("is silent where the group has weight 0, so that it waits for its turn", () => {
  expect(risksOf(targetGroupReplaced, otherPort, waiting)).toEqual([]);
});

it("is silent where nothing forwards to the group afterwards", () => {
  const left = patch({ aws_lb_target_group: { api: { port: 8080 } }, aws_lb_listener_rule: { api: null } });
  expect(risksOf(targetGroupReplaced, left)).toEqual([]);
});

it("leaves groups of a network that is replaced to the risk of the network", () => {
  expect(risksOf(targetGroupReplaced, patch({ aws_vpc: { main: { cidr_block: "10.9.0.0/16" } } }))).toEqual(
    [],
  );
});

it("tells that sessions begin anew where the group is sticky", () => {
  const sticky = patch({ aws_lb_target_group: { web: { stickiness: { type: "lb_cookie" } } } });
  const [risk] = risksOf(targetGroupReplaced, otherPort, sticky);
  expect(risk?.course.at(-1)).toMatch(/^clients that came back to one server begin at any/);
});
