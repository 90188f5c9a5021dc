import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type EnvironmentName, environmentNames } from "../../environments";
import {
  follow,
  isKnown,
  isUnknown,
  type Knowable,
  readTopology,
  type SecurityGroup,
  type Topology,
  unlinked,
} from "../../lab/topology";
import { synthesize } from "../../main";

let directory: string;
const topologies = new Map<EnvironmentName, Topology>();

/** As `npm run synth` writes them; read from nothing but the files. */
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "alb-lab-topology-"));
  const outdir = process.env.CDKTF_OUTDIR;
  process.env.CDKTF_OUTDIR = directory;
  synthesize(environmentNames);
  if (outdir === undefined) delete process.env.CDKTF_OUTDIR;
  else process.env.CDKTF_OUTDIR = outdir;
  for (const stack of environmentNames) topologies.set(stack, readTopology(directory, { stack }));
});
afterAll(() => rmSync(directory, { recursive: true }));

function topologyOf(name: EnvironmentName): Topology {
  const topology = topologies.get(name);
  if (topology) return topology;
  throw new Error(`expected a topology of ${name}`);
}

/** What is unknown anywhere in a topology, by the name of the member that holds it. */
function unknownMembers(value: unknown, name = "", found = new Set<string>()): Set<string> {
  if (isUnknown(value)) found.add(name);
  else if (typeof value === "object" && value !== null)
    for (const [key, part] of Object.entries(value))
      unknownMembers(part, Array.isArray(value) ? name : key, found);
  return found;
}

function known<T>(value: Knowable<T>): T {
  if (isKnown(value)) return value;
  throw new Error(`expected something known, got ${JSON.stringify(value)}`);
}

/** Which groups or ranges a group lets in, as `tcp 80-80 from <peer>`. */
function admitted({ rules }: SecurityGroup): string[] {
  return known(rules)
    .filter(({ direction }) => direction === "ingress")
    .map(
      ({ protocol, fromPort, toPort, peer }) =>
        `${protocol} ${fromPort}-${toPort} from ${JSON.stringify(peer)}`,
    );
}

describe.each(environmentNames)("the topology of %s", (name) => {
  it("has everything linked", () => {
    expect(unlinked(topologyOf(name))).toEqual([]);
  });

  it("knows everything but what AWS makes up", () => {
    const made = ["dnsName", "privateIp", "name", "bucket"];
    expect([...unknownMembers(topologyOf(name))].filter((member) => !made.includes(member))).toEqual([]);
  });

  it("says on every element which construct declared it", () => {
    const { source, ignored: _, ...lists } = topologyOf(name);
    expect(source).toMatchObject({ kind: "synth", stack: name, region: "ap-northeast-2" });
    for (const { path } of Object.values(lists).flat()) expect(path).toMatch(new RegExp(`^${name}/`));
  });

  it("leads from every listener and rule over a group to servers whose settings fit it", () => {
    const topology = topologyOf(name);
    const { registrations, targetGroups, instances, loadBalancers, listeners, rules } = topology;
    for (const listener of listeners) expect(follow(loadBalancers, listener.loadBalancer)).toBeDefined();
    for (const rule of rules) expect(follow(listeners, rule.listener)).toBeDefined();
    expect(registrations.length).toBeGreaterThan(0);
    for (const registration of registrations) {
      const group = follow(targetGroups, registration.group);
      const target = follow(instances, registration.target);
      expect(registration.port).toBe(group?.port);
      expect(target?.userData).toMatchObject({
        settings: { port: registration.port, healthPath: group?.healthCheck.path },
      });
    }
  });
});

describe("dev", () => {
  it("is one load balancer over two zones, whose port 80 goes to two servers on port 3000", () => {
    const { loadBalancers, listeners, rules, targetGroups, instances } = topologyOf("dev");
    expect(loadBalancers).toMatchObject([
      { loadBalancerType: "application", zones: ["ap-northeast-2a", "ap-northeast-2c"] },
    ]);
    expect(targetGroups).toMatchObject([{ port: 3000, protocol: "HTTP", healthCheck: { path: "/health" } }]);
    const group = { address: targetGroups[0]?.address };
    expect(listeners).toMatchObject([
      { port: 80, protocol: "HTTP", defaultActions: [{ kind: "forward", groups: [{ group, weight: 1 }] }] },
    ]);
    expect(rules).toEqual([]);
    expect(instances).toMatchObject([
      {
        zone: "ap-northeast-2a",
        userData: { settings: { serverName: "Server-1", first: true, port: 3000 } },
      },
      {
        zone: "ap-northeast-2c",
        userData: { settings: { serverName: "Server-2", first: false, port: 3000 } },
      },
    ]);
  });

  it("lets only the load balancer reach its servers, and everybody reach the load balancer", () => {
    const { instances, loadBalancers, securityGroups } = topologyOf("dev");
    const groupOf = (owner: { securityGroups: Knowable<readonly unknown[]> } | undefined) => {
      const [link] = known(owner?.securityGroups ?? []);
      return follow(securityGroups, link as { address: string });
    };
    const front = groupOf(loadBalancers[0]);
    const back = groupOf(instances[0]);
    expect(front && admitted(front)).toEqual(['tcp 80-80 from {"cidr":"0.0.0.0/0"}']);
    const peer = JSON.stringify({ securityGroup: { address: front?.address } });
    expect(back && admitted(back)).toEqual([`tcp 3000-3000 from ${peer}`]);
  });
});

describe("prod", () => {
  it("redirects to HTTPS, whose certificate it knows by name, and has a rule for its second service", () => {
    const { listeners, rules, targetGroups } = topologyOf("prod");
    expect(listeners).toMatchObject([
      {
        port: 80,
        certificates: [],
        defaultActions: [{ kind: "redirect", protocol: "HTTPS", port: "443", statusCode: 301 }],
      },
      { port: 443, protocol: "HTTPS", certificates: [{ isDefault: true, names: [expect.any(String)] }] },
    ]);
    expect(rules).toMatchObject([
      { conditions: [{ kind: "path-pattern", values: ["/api", "/api/*"] }], actions: [{ kind: "forward" }] },
    ]);
    expect(targetGroups).toHaveLength(2);
  });
});
