import { join } from "node:path";
import { isUnknown, readTopology, type Topology, unlinked } from "../../lab/topology";

const read = (name: string) => readTopology(join(__dirname, "same", `${name}.json`));
const written = read("main.tf");
const inputs: Readonly<Record<string, Topology>> = {
  plan: read("plan"),
  state: read("state"),
  "state that was read back": read("refreshed"),
  "second plan": read("again"),
};

/** Where two topologies say different things; what one of them does not know is no difference. */
function differences(one: unknown, other: unknown, at = ""): string[] {
  if (isUnknown(one) || isUnknown(other)) return [];
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null)
    return Object.is(one, other) ? [] : [`${at}: ${JSON.stringify(one)}, ${JSON.stringify(other)}`];
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].flatMap((key) =>
    differences((one as Lookup)[key], (other as Lookup)[key], at === "" ? key : `${at}.${key}`),
  );
}

type Lookup = Readonly<Record<string, unknown>>;

/** By address, so that a difference says where it is. */
function byAddress({ source: _, resources: __, ...lists }: Topology): Lookup {
  return Object.fromEntries(
    Object.values(lists)
      .flat()
      .map((element) => [element.address, element]),
  );
}

describe("one configuration", () => {
  it("has elements of every kind", () => {
    const { source: _, ignored: __, ...lists } = written;
    for (const list of Object.values(lists)) expect(list.length).toBeGreaterThan(0);
    expect(unlinked(written)).toEqual([]);
  });

  it.each(Object.keys(inputs))("is the same topology written down and in a %s", (name) => {
    const input = inputs[name];
    if (input === undefined) throw new Error(`expected ${name}`);
    const found = differences(byAddress(written), byAddress(input));
    // Which priority AWS gives is known once it is applied.
    const priority = ["aws_lb_listener_rule.signed_in.priority: undefined, 1"];
    expect(found).toEqual(name === "plan" ? [] : priority);
  });

  it("leaves nothing unlinked in a state but user data of which it keeps the hash", () => {
    const open = unlinked(inputs.state ?? written).flatMap(({ elements }) => elements);
    expect(open).toEqual([
      { address: "aws_instance.default_group", reason: "only a hash of it is in the input" },
    ]);
    const { instances } = inputs.state ?? written;
    const launched = instances.find(({ address }) => address === "aws_instance.launched");
    expect(launched?.userData).toMatchObject({ text: "#!/bin/sh\necho launched\n" });
  });

  it("has names and addresses once it is applied", () => {
    const { loadBalancers, instances, targetGroups } = inputs.state ?? written;
    for (const { name, dnsName } of loadBalancers)
      expect([name, dnsName]).toEqual([expect.any(String), expect.any(String)]);
    for (const { privateIp, zone } of instances)
      expect([privateIp, zone]).toEqual([
        expect.stringMatching(/^10\./),
        expect.stringMatching(/^eu-west-1/),
      ]);
    for (const { name } of targetGroups) expect(name).toEqual(expect.any(String));
  });
});
