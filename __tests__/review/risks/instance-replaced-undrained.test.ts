import { instanceReplacedUndrained } from "../../../lab/review/risks/instance-replaced-undrained";
import { patch, risksOf } from "../support/hazards";
import { both, image, second, web } from "../support/servers";

const found = (...about: Parameters<typeof risksOf> extends [unknown, ...infer Rest] ? Rest : never) =>
  risksOf(instanceReplacedUndrained, ...about);

it("tells that requests are cut off, while the other targets go on [G4, E502]", () => {
  const [risk, ...others] = found(web("aws_instance", { ami: image }), second);
  expect(others).toEqual([]);
  expect(risk?.address).toBe("aws_instance.web");
  expect(risk?.message).toBe("replaces web, some of the targets of web, without draining, forced by ami");
  expect(risk?.course).toContain(
    "nothing waits for the deregistration delay of 300 seconds: requests that the servers still work on are cut off and answered 502",
  );
});

it("counts a server that is destroyed while another one joins", () => {
  const third = patch({
    aws_instance: { web: null, third: { ami: image, instance_type: "t3.large" } },
    aws_lb_target_group_attachment: {
      web: null,
      third: { target_group_arn: "${aws_lb_target_group.web.arn}", target_id: "${aws_instance.third.id}" },
    },
  });
  expect(found(third, second)).toHaveLength(1);
});

it("is silent where all are replaced, where there are only fewer, and where the instance lives on", () => {
  expect(found(web("aws_instance", { ami: image }))).toEqual([]);
  const gone = both(web("aws_instance", null), web("aws_lb_target_group_attachment", null));
  expect(found(gone, second)).toEqual([]);
  expect(found(web("aws_lb_target_group_attachment", { port: 3001 }), second)).toEqual([]);
});
