import { changesOf, parseInput, readInput } from "../../lab/topology";
import { changeOf, planWith } from "../testing/support/plan";

function changesIn(plan: object) {
  return changesOf(parseInput(JSON.stringify(plan), "plan"));
}

describe("the changes of a plan", () => {
  it.each([
    [["create"], "create"],
    [["update"], "update"],
    [["delete"], "destroy"],
    [["delete", "create"], "replace"],
    [["create", "delete"], "replace"],
    [["create", "forget"], "replace"],
    [["forget"], "forget"],
    [["no-op"], "nothing"],
    [["read"], "nothing"],
    [["something", "new"], "other"],
  ])("are of a kind each: %j is %s", (actions, kind) => {
    expect(changesIn(planWith([{ address: "aws_lb.a", actions }]))?.changes).toMatchObject([{ kind }]);
  });

  it("name what forces a replacement as people write it", () => {
    const replacePaths = [["name"], ["tags", "Name"], ["rule", 0, "port"]];
    const [change] = changesIn(planWith([{ address: "aws_lb.a", replacePaths }]))?.changes ?? [];
    expect(change?.forcedBy).toEqual(["name", "tags.Name", "rule[0].port"]);
  });

  it("leave data sources out", () => {
    const plan = planWith([{ address: "data.aws_ami.a", mode: "data", actions: ["read"] }]);
    expect(changesIn(plan)?.changes).toEqual([]);
  });

  it("are told apart from what has drifted and from what is put off", () => {
    const plan = planWith([], {
      resource_drift: [
        changeOf({ address: "aws_lb.a", actions: ["update"] }),
        changeOf({ address: "aws_lb.b" }),
      ],
      deferred_changes: [{ reason: "unknown", resource_change: changeOf({ address: "aws_lb.c" }) }],
    });
    expect(changesIn(plan)).toMatchObject({
      changes: [],
      drifted: [{ address: "aws_lb.a", kind: "update" }],
      deferred: ["aws_lb.c"],
    });
  });

  it("are none of a state", () => {
    expect(changesOf(readInput("__tests__/topology/fixtures/modular.state.json"))).toBeUndefined();
  });

  it("are all that a real plan lists", () => {
    const plan = changesOf(readInput("__tests__/topology/fixtures/modular.plan.json"));
    expect(plan?.changes.length).toBeGreaterThan(20);
    expect(plan?.changes.every(({ kind }) => kind === "create")).toBe(true);
  });
});
