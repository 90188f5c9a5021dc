import fc from "fast-check";
import { differencesBetween, parseInput, priorTopology, topologyOfInput } from "../../lab/topology";
import { readPlan } from "../review/corpus/stored-plans";

describe("the differences of two values", () => {
  it("are told argument by argument, blocks position by position, other lists as a whole", () => {
    const before = {
      port: 80,
      tags: { A: "1", B: "2" },
      rule: [{ from: 1 }, { from: 2 }],
      zones: ["a", "b"],
    };
    const after = {
      port: 81,
      tags: { A: "1", C: "3" },
      rule: [{ from: 1 }, { from: 3 }, { from: 4 }],
      zones: ["b"],
    };
    expect(differencesBetween({ before, after })).toEqual([
      { path: "port", before: { kind: "value", value: 80 }, after: { kind: "value", value: 81 } },
      { path: "rule[1].from", before: { kind: "value", value: 2 }, after: { kind: "value", value: 3 } },
      { path: "rule[2].from", before: { kind: "not-set" }, after: { kind: "value", value: 4 } },
      { path: "tags.B", before: { kind: "value", value: "2" }, after: { kind: "not-set" } },
      { path: "tags.C", before: { kind: "not-set" }, after: { kind: "value", value: "3" } },
      { path: "zones", before: { kind: "value", value: ["a", "b"] }, after: { kind: "value", value: ["b"] } },
    ]);
  });

  it("say of what is known after apply that it is, wherever it stands", () => {
    const compared = {
      before: { arn: "x", action: [{ group: "old", order: 1 }] },
      after: { action: [{ order: 1 }] },
      unknownAfter: { arn: true, action: [{ group: true }] },
    };
    expect(differencesBetween(compared).map(({ path, after }) => `${path} ${after.kind}`)).toEqual([
      "action[0].group unknown",
      "arn unknown",
    ]);
  });

  it("do not show a sensitive value, not even in JSON, unless they are asked", () => {
    const [difference] = differencesBetween({
      before: { password: "old-secret" },
      after: { password: "new-secret" },
      sensitiveBefore: { password: true },
      sensitiveAfter: { password: true },
    });
    expect(JSON.stringify(difference)).not.toContain("secret");
    const { after } = difference ?? {};
    expect(after?.kind === "sensitive" && after.reveal()).toBe("new-secret");
  });

  it("hide a whole list or map of which a part is sensitive", () => {
    const [difference] = differencesBetween({
      before: { values: ["a"] },
      after: { values: ["b"] },
      sensitiveAfter: { values: [true] },
      sensitiveBefore: { values: true },
    });
    expect(difference?.before.kind).toBe("sensitive");
    expect(difference?.after.kind).toBe("sensitive");
  });

  it("are none where only the order of members differs, or null stands for what is not set", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        const json = (one: object) => JSON.parse(JSON.stringify(one));
        expect(differencesBetween({ before: json(value), after: json({ ...turned, more: null }) })).toEqual(
          differencesBetween({ before: json(value), after: json({ ...value, more: null }) }),
        );
        expect(differencesBetween({ before: json(value), after: json(turned) })).toEqual([]);
      }),
    );
  });
});

describe("what a plan starts from", () => {
  const prior = (plan: string) => priorTopology(parseInput(plan, "plan"));

  it("is what is deployed, while the plan leads to what is to be", () => {
    const plan = readPlan("the-servers-of-dev-move-to-port-3001") ?? "";
    expect(prior(plan).targetGroups.map(({ port }) => port)).toEqual([3000]);
    expect(topologyOfInput(parseInput(plan, "plan")).targetGroups.map(({ port }) => port)).toEqual([3001]);
  });

  it("has the addresses that a recorded move leads to", () => {
    const plan =
      readPlan("the-security-group-of-the-servers-of-dev-gets-another-address-by-a-recorded-move") ?? "";
    const addresses = (topology: ReturnType<typeof prior>) =>
      topology.securityGroups.map(({ address }) => address);
    expect(addresses(prior(plan))).toEqual(addresses(topologyOfInput(parseInput(plan, "plan"))));
  });

  it("is empty for the first plan of a stack", () => {
    expect(prior('{"format_version":"1.2","planned_values":{}}').resources).toEqual([]);
  });
});
