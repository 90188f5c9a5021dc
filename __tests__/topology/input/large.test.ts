import { resourceGraph } from "../../../lab/topology/graph";
import { parseInput } from "../../../lab/topology/input";

const GROUPS = 20_000;

/** A state of 20,000 target groups with an attachment each. */
function largeState(): Buffer {
  const padding = "x".repeat(1200);
  const resources = Array.from({ length: GROUPS }, (_, n) => {
    const arn = `arn:aws:elasticloadbalancing:eu-west-1:1:targetgroup/g/${n}`;
    const entry = (type: string, values: object) => ({
      address: `${type}.g[${n}]`,
      type,
      name: "g",
      index: n,
      values: { ...values, padding },
    });
    return [
      entry("aws_lb_target_group", { id: arn, arn }),
      entry("aws_lb_target_group_attachment", { target_group_arn: arn, target_id: "i-1" }),
    ];
  });
  const root_module = { resources: resources.flat() };
  return Buffer.from(JSON.stringify({ format_version: "1.0", values: { root_module } }));
}

it("a state of more than 50 MB is read, and every link of it found", () => {
  const bytes = largeState();
  expect(bytes.length).toBeGreaterThan(50_000_000);
  const graph = resourceGraph(parseInput(bytes, "state.json"));
  const attachments = graph.resources.filter(({ type }) => type === "aws_lb_target_group_attachment");
  expect(attachments).toHaveLength(GROUPS);
  const wrong = attachments.filter((attachment) => {
    const group = attachment.link("target_group_arn");
    return !(group && "address" in group && group.address === `aws_lb_target_group.g[${attachment.index}]`);
  });
  expect(wrong).toEqual([]);
}, 60_000);
