import { serverData } from "../../lint/support/embedded-server";
import { type Change, idsIn, linesOf } from "../support/shop-evidence";

const cause = "target-not-registered";

it("is what AWS says of it [U17, H56]", () => {
  expect(linesOf(cause, { targets: { web: { state: "unused", reason: "Target.NotRegistered" } } })).toEqual([
    "certain, web: the target is not registered, or not any more: its deregistration is over; add an aws_lb_target_group_attachment for web and apply it",
  ]);
});

it("is a server like another one, in no group [U17]", () => {
  expect(
    linesOf(cause, {
      resource: {
        aws_instance: {
          web: { user_data_base64: serverData() },
          "web-2": { user_data_base64: serverData() },
        },
        aws_lb_target_group_attachment: { "web-2": null },
      },
      targets: { "web-2": null },
    }),
  ).toEqual([
    "certain, web-2: web-2 is like web and no target group has it, so it gets no requests; add an aws_lb_target_group_attachment for aws_instance.web-2",
  ]);
});

it.each<[string, Change]>([
  [
    "both are registered",
    {
      resource: {
        aws_instance: {
          web: { user_data_base64: serverData() },
          "web-2": { user_data_base64: serverData() },
        },
      },
    },
  ],
  [
    "a machine in no group serves something else",
    {
      resource: {
        aws_instance: {
          web: { user_data_base64: serverData() },
          "web-2": { user_data_base64: serverData({ port: 9000 }) },
        },
        aws_lb_target_group_attachment: { "web-2": null },
      },
      targets: { "web-2": null },
    },
  ],
])("is silent where %s", (_, change) => {
  expect(idsIn(change)).not.toContain(cause);
});
