import { launchTemplateNotRolledOut } from "../../../lab/review/risks/launch-template-not-rolled-out";
import { patch, risksOf } from "../support/hazards";
import { both, image, refresh, scaling, web } from "../support/servers";

const found = (...about: Parameters<typeof risksOf> extends [unknown, ...infer Rest] ? Rest : never) =>
  risksOf(launchTemplateNotRolledOut, ...about).map(({ message }) => message);
const otherImage = web("aws_launch_template", { image_id: image });

it("tells why instances stay as they are [G7]", () => {
  const changed = "changes image_id in the launch template of web, and";
  expect(found(otherImage, scaling())).toEqual([`${changed} there is no instance_refresh`]);
  expect(found(otherImage, scaling(refresh(90), "$Latest"))).toEqual([
    `${changed} version $Latest starts no instance refresh`,
  ]);
  expect(found(otherImage, scaling(refresh(90), "1"))).toEqual([`${changed} version 1 stays in use`]);
});

it("counts another version that is written, and another launch configuration", () => {
  const version = (number: string) => web("aws_autoscaling_group", { launch_template: { version: number } });
  expect(found(version("2"), both(scaling(), version("1")))).toHaveLength(1);
  expect(found(version("2"), both(scaling(refresh(90)), version("1")))).toEqual([]);
  const configured = both(
    scaling(),
    patch({
      aws_launch_configuration: { web: { image_id: "ami-0123456789abcdef0", instance_type: "t3.micro" } },
      aws_autoscaling_group: {
        web: { launch_template: null, launch_configuration: "${aws_launch_configuration.web.name}" },
      },
    }),
  );
  expect(found(web("aws_launch_configuration", { image_id: image }), configured)).toHaveLength(1);
});

it("is silent where a refresh starts, and where instances are as before", () => {
  expect(found(otherImage, scaling(refresh(90)))).toEqual([]);
  const words = web("aws_launch_template", { description: "web", tags: { Team: "shop" }, key_name: "" });
  expect(found(words, scaling())).toEqual([]);
});

it("is silent where the group gets no requests", () => {
  expect(found(otherImage, scaling({ target_group_arns: [] }))).toEqual([]);
});
