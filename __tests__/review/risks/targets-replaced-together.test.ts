import { targetsReplacedTogether } from "../../../lab/review/risks/targets-replaced-together";
import { patch, risksOf } from "../support/hazards";
import { both, image, refresh, scaling, second, waiting, web } from "../support/servers";

const found = (...about: Parameters<typeof risksOf> extends [unknown, ...infer Rest] ? Rest : never) =>
  risksOf(targetsReplacedTogether, ...about);
const otherImage = patch({ aws_instance: { web: { ami: image }, second: { ami: image } } });

it("tells the order in which old targets go before new ones come [G4, E503]", () => {
  const [risk, ...others] = found(otherImage, second);
  expect(others).toEqual([]);
  expect(risk?.message).toBe(
    "replaces every target of web, aws_instance.second and web, in one apply, forced by ami",
  );
  expect(risk?.course.slice(0, 4)).toEqual([
    "Terraform deregisters aws_instance.second and web, which returns at once",
    "Terraform destroys aws_instance.second and web without waiting for requests that run",
    "Terraform creates aws_instance.second and web anew",
    "Terraform registers aws_instance.second and web",
  ]);
});

it("tells that with new servers first no health check is waited for either [H70, H71]", () => {
  const first = { lifecycle: { create_before_destroy: true } };
  const createsFirst = both(web("aws_instance", first), web("aws_lb_target_group_attachment", first));
  const [risk] = found(web("aws_instance", { ami: image }), createsFirst);
  expect(risk?.course).toEqual([
    "Terraform creates web anew",
    "Terraform registers web",
    "Terraform deregisters web, which returns at once",
    "Terraform destroys web without waiting for requests that run",
    "the old targets do not stay until the new ones pass their health checks: nothing in the configuration waits for that",
    expect.stringMatching(/^from the moment that only new targets are left, requests go to all of them/),
    "each is known as healthy up to 15 seconds after its server runs",
  ]);
});

it("counts others that take the place of all that were there", () => {
  const exchange = both(second, patch({ aws_lb_target_group_attachment: { web: null } }));
  expect(found(exchange)).toHaveLength(1);
});

it("is silent where one of the old targets stays", () => {
  expect(found(patch({ aws_instance: { web: { ami: image } } }), second)).toEqual([]);
});

it("is silent where the group gets no requests: it has weight 0", () => {
  expect(found(web("aws_instance", { ami: image }), waiting)).toEqual([]);
});

it("leaves targets that are registered in a new group alone to the replacement of the group", () => {
  expect(found(web("aws_lb_target_group", { name: "shop" }))).toEqual([]);
});

it("tells of an auto scaling group that is destroyed with all that it holds", () => {
  expect(found(web("aws_autoscaling_group", { name: "storefront" }), scaling())).toHaveLength(1);
});

it("tells of an instance refresh only where it may end all instances at once", () => {
  const other = web("aws_launch_template", { image_id: image });
  expect(found(other, scaling(refresh(0))).map(({ address }) => address)).toEqual([
    "aws_autoscaling_group.web",
  ]);
  expect(found(other, scaling(refresh(90)))).toEqual([]);
  expect(found(web("aws_launch_template", { tags: { Team: "shop" } }), scaling(refresh(0)))).toEqual([]);
});

describe("an auto scaling group that is made anew beside the old one [G8]", () => {
  const renamed = web("aws_autoscaling_group", { name: "storefront" });
  const beside = (settings: object) => scaling({ lifecycle: { create_before_destroy: true }, ...settings });
  const levels = (base: ReturnType<typeof patch>) => found(renamed, base).map(({ level }) => level);

  it("is no risk where Terraform waits until as many are healthy as before", () => {
    expect(levels(beside({ wait_for_elb_capacity: 3 }))).toEqual([]);
    expect(levels(beside({ min_elb_capacity: 3, wait_for_capacity_timeout: "15m" }))).toEqual([]);
  });

  it("needs care where it waits for fewer", () => {
    expect(
      found(renamed, beside({ wait_for_elb_capacity: 1 })).map(({ level, message }) => [level, message]),
    ).toEqual([
      ["needs-care", "replaces every target of web as soon as 1 of the new ones is healthy, instead of 3"],
    ]);
  });

  it("drops traffic where it does not wait, or only once the old group is gone", () => {
    expect(levels(beside({}))).toEqual(["drops-traffic"]);
    expect(levels(beside({ wait_for_elb_capacity: 3, wait_for_capacity_timeout: "0" }))).toEqual([
      "drops-traffic",
    ]);
    expect(levels(scaling({ wait_for_elb_capacity: 3 }))).toEqual(["drops-traffic"]);
  });

  it("drops traffic where the group is attached by a resource of its own, which comes after the wait", () => {
    const attached = patch({
      aws_autoscaling_attachment: {
        web: {
          autoscaling_group_name: "${aws_autoscaling_group.web.name}",
          lb_target_group_arn: "${aws_lb_target_group.web.arn}",
        },
      },
    });
    const apart = beside({ wait_for_elb_capacity: 3, target_group_arns: null });
    expect(levels(both(apart, attached))).toEqual(["drops-traffic"]);
  });
});
