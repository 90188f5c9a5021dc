import { weighted } from "../../lint/support/actions";
import { answersOf, type Change, idsIn, linesOf } from "../support/shop-evidence";

const cause = "group-weight-zero";

it("is why no target of the group has answered [R46]", () => {
  expect(
    linesOf(cause, {
      resource: {
        aws_lb_listener_rule: { api: null },
        aws_lb_listener: { http: { default_action: [weighted({ web: 1, api: 0 })] } },
      },
      requests: answersOf("web", 4),
    }),
  ).toEqual([
    "certain, api: the target group has weight 0, so none of its targets gets a request; raise the weight of aws_lb_target_group.api in the forward action",
  ]);
});

it.each<[string, Change]>([
  [
    "the group has a weight",
    {
      resource: {
        aws_lb_listener_rule: { api: null },
        aws_lb_listener: { http: { default_action: [weighted({ web: 1, api: 1 })] } },
      },
      requests: answersOf("web", 4),
    },
  ],
  [
    "its targets have answered",
    {
      resource: {
        aws_lb_listener_rule: { api: null },
        aws_lb_listener: { http: { default_action: [weighted({ web: 1, api: 0 })] } },
      },
      requests: [...answersOf("web", 4), ...answersOf("api", 1)],
    },
  ],
  [
    "nobody has asked yet",
    {
      resource: {
        aws_lb_listener_rule: { api: null },
        aws_lb_listener: { http: { default_action: [weighted({ web: 1, api: 0 })] } },
      },
      requests: [],
    },
  ],
])("is silent where %s", (_, change) => {
  expect(idsIn(change)).not.toContain(cause);
});
