import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ask, reachOf } from "../../lab/reach";
import { parseTopology } from "../../lab/topology";

const read = (name: string) =>
  parseTopology(readFileSync(join(__dirname, "../topology/fixtures", name), "utf8"));

const modular = ["modular.plan.json", "modular.state.json", "modular.tfstate.json"];

/** Which of two subnets a plan means by an index, it does not show. */
it.each([
  ["modular.plan.json", "unknown", /a plan does not show which$/],
  ["modular.state.json", "no", /^no route of module.network.aws_subnet.public\[0\] leads to the internet$/],
  ["modular.tfstate.json", "no", /^no route of module.network.aws_subnet.public\[0\] leads to the internet$/],
])("follows the routes of %s, whose network is a module, as far as it goes", (name, verdict, why) => {
  const answer = ask(read(name), { from: "internet", to: "main", port: 80 });
  expect(answer.verdict).toBe(verdict);
  expect(answer.ways[0]?.steps.find((step) => step.verdict !== "yes")?.why).toMatch(why);
});

it.each(modular)("sees in %s that the load balancer is not let out to the services [U7]", (name) => {
  const answer = ask(read(name), { from: "main", to: "users", port: 3000 });
  expect(answer.verdict).toBe("no");
  expect(answer.ways[0]?.steps.find((step) => step.verdict === "no")?.at).toBe("egress of aws_alb.main");
});

it.each(modular)("finds in %s that each service is open to the load balancer alone", (name) => {
  const { flows } = reachOf(read(name));
  const inward = flows.filter(({ to, ingress }) => to.kind !== "load balancer" && ingress !== undefined);
  expect(inward.length).toBeGreaterThan(0);
  for (const { from } of inward) expect(from.kind).toBe("load balancer");
});

it("reads inline rules of one plan, with IPv6 and addresses apart", () => {
  const topology = read("inline.plan.json");
  const { flows } = reachOf(topology);
  const opened = flows.map(
    ({ family, ingress, services: [first] }) => `${family} ${ingress} ${first?.fromPort}`,
  );
  expect(opened).toContain("ipv4 aws_security_group.static 22");
  expect(opened).toContain("ipv6 aws_security_group.alb 80");
  expect(ask(topology, { from: "internet", to: "mapped", port: 80 }).verdict).toBe("unknown");
  expect(ask(topology, { from: "internet", to: "mapped", port: 443 }).verdict).toBe("no");
});
