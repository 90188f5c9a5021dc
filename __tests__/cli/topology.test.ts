import { flat, runHere } from "./support/run-here";
import { path, rule, shop } from "./support/shop";

async function show(text: string): Promise<string> {
  const { exitCode, out, err } = await runHere(["topology", "-"], { input: text });
  expect({ exitCode, err }).toEqual({ exitCode: 0, err: "" });
  return out;
}

describe("topology", () => {
  it("begins with what the input is and how much is in it", async () => {
    const [first, second] = (await show(shop())).split("\n");
    expect(first).toBe("shop, synthesized stack, eu-central-1");
    expect(second).toBe("1 load balancer, 3 listeners, 6 rules, 4 target groups, 4 targets");
  });

  it("shows a load balancer with scheme, zones and security groups, and where it is declared", async () => {
    const lines = (await show(shop())).split("\n");
    const at = lines.findIndex((line) => line.startsWith("Load balancer shop-alb"));
    expect(lines[at]).toMatch(/ {2,}shop\/alb\/load-balancer$/);
    expect(lines.slice(at + 1, at + 3)).toEqual([
      "  internet-facing, ipv4, in eu-central-1a and eu-central-1b",
      "  security group alb",
    ]);
  });

  it("shows listeners by port, and rules in the order in which they are tried, the default last", async () => {
    const out = await show(shop());
    expect(out.match(/^ {2}HTTP \d+(?= {2})/gm)).toEqual(["  HTTP 80", "  HTTP 8080", "  HTTP 9090"]);
    const rules = out.split("\n").filter((line) => /^ +(\d+|default) {2}\S/.test(line));
    expect(rules.map((line) => line.trim().split(" ")[0])).toEqual([
      "10",
      "20",
      "30",
      "40",
      "50",
      "60",
      "default",
      "default",
      "default",
    ]);
    expect(flat(out)).toContain("20 method is GET or POST and path is /api or /api/* shop/api/rule");
    expect(out).toContain("-> api (weight 90) and canary (weight 10)");
    expect(out).toContain("default  redirect 302 to #{protocol}://shop.#{host}:80/#{path}?#{query}");
    expect(out).toContain('default  answer 503 "closed"');
  });

  it("puts a rule without a priority behind those that have one", async () => {
    const out = await show(shop({ aws_lb_listener_rule: { free: rule(undefined, [path("/free")]) } }));
    expect(out.indexOf("next free  path is /free")).toBeGreaterThan(out.indexOf("60  path is /api/*"));
  });

  it("shows a target group with its health check, who uses it, and every target's server", async () => {
    const out = flat(await show(shop()));
    expect(out).toContain(
      "Target group web shop/web/group HTTP 3000 to instance targets, round robin, used by HTTP 80",
    );
    expect(out).toContain("health GET /: 200 in 5 s, every 30 s, healthy after 5, unhealthy after 2");
    expect(out).toContain(
      "- web-b, port 3000, eu-central-1b shop/web-b/instance server web-b at / on 3000, health /health, keep-alive 65 s",
    );
    expect(out).toContain("Target group empty shop/empty/group");
    expect(out).toContain("no target is registered");
  });

  it("shows instances that are no targets", async () => {
    const out = flat(await show(shop()));
    expect(out).toContain(
      "Instance spare-a shop/spare-a/instance eu-central-1a, registered with no target group",
    );
  });

  it("shows security groups by whom they guard and what they let through", async () => {
    const lines = (await show(shop())).split("\n");
    const at = lines.findIndex((line) => line.startsWith("Security group alb"));
    expect(lines.slice(at + 1, at + 5)).toEqual([
      "  of shop-alb",
      "  in    tcp 80     from 0.0.0.0/0",
      "  in    tcp 8080   from 198.51.100.0/24",
      "  out   tcp 3000   to servers",
    ]);
  });

  it("says of a security group that nothing has that it is attached to nothing", async () => {
    const out = await show(shop({ aws_security_group: { spare: { name: "spare" } } }));
    expect(out).toMatch(/Security group spare.*\n {2}attached to nothing in this input\n/);
  });

  it("counts what it leaves out, by type", async () => {
    const out = await show(shop());
    expect(out).toMatch(
      /3 resources of 2 types left out: they balance no load\n {2}aws_iam_role \(2\), aws_route_table\n$/,
    );
  });

  it("says what could not be linked, with the reason, and lists five of many", async () => {
    const rules = Object.fromEntries(
      Array.from({ length: 8 }, (_, index) => [
        `foreign_${index}`,
        { ...rule(100 + index, [path(`/${index}`)]), listener_arn: "${var.listener_arn}" },
      ]),
    );
    const variable = { variable: { listener_arn: {} } };
    const out = await show(
      JSON.stringify({ ...JSON.parse(shop({ aws_lb_listener_rule: rules })), ...variable }),
    );
    expect(flat(out)).toContain("8 of 14 rules could not be linked to a listener in this stack");
    expect(out).toContain("    and 3 more\n");
    expect(out).toContain("Rules of another listener");
    expect(out).toContain("107  path is /7");
  });
});
