import { Comparison, type Sides } from "../../../lab/review/comparison";
import { risksIn } from "../../../lab/review/review";
import { userDataNotRun } from "../../../lab/review/risks/user-data-not-run";
import { sidesOfPlan } from "../../../lab/review/sides";
import { parseInput } from "../../../lab/topology";
import { readPlan } from "../corpus/stored-plans";
import { patch, risksOf } from "../support/hazards";
import { both, second, web } from "../support/servers";

const found = (...about: Parameters<typeof risksOf> extends [unknown, ...infer Rest] ? Rest : never) =>
  risksOf(userDataNotRun, ...about);
const script = (text: string) => `#!/bin/sh\necho ${text}\n`;
const runs = (text: string, name = "web") => patch({ aws_instance: { [name]: { user_data: script(text) } } });

it("tells that the instance is stopped for nothing, and that all of its group are [G12, E503]", () => {
  const [risk, ...others] = found(runs("new"), runs("old"));
  expect(others).toEqual([]);
  expect([risk?.address, risk?.message]).toEqual([
    "aws_instance.web",
    "changes the user data of web in place: it is stopped and started, and runs what it ran before",
  ]);
  expect(risk?.course[2]).toMatch(/^every target of web is stopped .* answered 503/);
});

it("tells that the others answer where only some are stopped", () => {
  const [risk] = found(runs("new"), both(second, runs("old")));
  expect(risk?.course[2]).toMatch(/^the other targets of web answer/);
});

it("tells of all instances of a group together", () => {
  const before = both(second, runs("old"), runs("old", "second"));
  const all = found(both(runs("new"), runs("new", "second")), before);
  expect(all.map(({ address }) => address)).toEqual(["aws_lb_target_group.web"]);
});

it("is silent where the instance is replaced, or gets no requests", () => {
  const replaced = web("aws_instance", { user_data: script("new"), user_data_replace_on_change: true });
  expect(found(replaced, runs("old"))).toEqual([]);
  const apart = both(runs("old"), web("aws_lb_target_group_attachment", null));
  expect(found(runs("new"), apart)).toEqual([]);
});

it("is silent where the same text is only written otherwise", () => {
  const packed = Buffer.from(script("old")).toString("base64");
  expect(found(web("aws_instance", { user_data: null, user_data_base64: packed }), runs("old"))).toEqual([]);
});

it("needs care where the user data is known after the apply only", () => {
  const plan = JSON.parse(readPlan("the-user-data-of-the-web-servers-changes-in-place") ?? "");
  for (const { type, change } of plan.resource_changes)
    if (type === "aws_instance" && change.actions[0] === "update") {
      delete change.after.user_data;
      change.after_unknown.user_data = true;
    }
  const sides = sidesOfPlan(parseInput(JSON.stringify(plan), "plan")) as Sides;
  const [risk, ...others] = risksIn(new Comparison(sides), [userDataNotRun]);
  expect(others).toEqual([]);
  expect([risk?.level, risk?.message]).toEqual([
    "needs-care",
    "may change the user data of shop-web-a and shop-web-b in place, which is known after the apply only: they are stopped and started if it is another one",
  ]);
});
