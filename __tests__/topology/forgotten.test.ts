import { isUnknown, parseInput, topologyOfInput } from "../../lab/topology";
import { readPlan } from "../review/corpus/stored-plans";

it("what Terraform lets go of goes on as it was, though a plan lists it without its values", () => {
  const plan = readPlan("terraform-lets-go-of-the-registered-web-servers") ?? "";
  const { registrations } = topologyOfInput(parseInput(plan, "plan"));
  expect(registrations.map(({ address }) => address)).toContain('aws_lb_target_group_attachment.web["a"]');
  for (const { group, target } of registrations) expect([group, target].some(isUnknown)).toBe(false);
});
