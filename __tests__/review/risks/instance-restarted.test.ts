import { instanceRestarted } from "../../../lab/review/risks/instance-restarted";
import { patch, risksOf } from "../support/hazards";
import { both, second, web } from "../support/servers";

const found = (...about: Parameters<typeof risksOf> extends [unknown, ...infer Rest] ? Rest : never) =>
  risksOf(instanceRestarted, ...about);
const larger = web("aws_instance", { instance_type: "t3.small" });

it("tells what it is stopped for, and that nobody else answers meanwhile [H58, E503]", () => {
  const [risk, ...others] = found(larger);
  expect(others).toEqual([]);
  expect(risk?.message).toBe("stops and starts web to change instance_type from t3.micro to t3.small");
  expect(risk?.course[2]).toMatch(/^every target of web is stopped .* answered 503/);
});

it("tells of all instances of a group together", () => {
  const all = both(larger, patch({ aws_instance: { second: { instance_type: "t3.small" } } }));
  expect(found(all, second).map(({ address }) => address)).toEqual(["aws_lb_target_group.web"]);
});

it("leaves an instance that gets other user data to the risk of that name", () => {
  expect(found(web("aws_instance", { instance_type: "t3.small", user_data: "#!/bin/sh\n" }))).toEqual([]);
});

it("is silent where the instance is replaced, gets no requests, or is changed while it runs", () => {
  expect(found(web("aws_instance", { instance_type: "t3.small", ami: "ami-0fedcba9876543210" }))).toEqual([]);
  expect(found(larger, web("aws_lb_target_group_attachment", null))).toEqual([]);
  expect(
    found(web("aws_instance", { monitoring: true, ebs_optimized: false, tags: { Name: "shop" } })),
  ).toEqual([]);
});
