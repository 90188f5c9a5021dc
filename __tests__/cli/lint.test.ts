import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Shape, shop } from "../lint/support/shop";
import { flat, runHere } from "./support/run-here";

/** The shop with two mistakes that a plan lets pass, and one doubt. */
function wrong(change: (resource: Shape) => void = () => {}): string {
  const whole = shop();
  whole.resource.aws_lb_target_group.web.health_check.timeout = 15;
  whole.resource.aws_lb_target_group.api.health_check.timeout = 20;
  whole.resource.aws_lb.shop.drop_invalid_header_fields = false;
  change(whole.resource);
  return JSON.stringify(whole);
}

const lint = (input: string, ...words: string[]) => runHere(["lint", "-", ...words], { input });

describe("lint", () => {
  it("tells where, what must be and was got, and what to do; errors first; and ends with 1", async () => {
    const { exitCode, out, err } = await lint(wrong());
    expect({ exitCode, err }).toEqual({ exitCode: 1, err: "" });
    expect(out.split("\n\n")[0]).toBe(
      [
        "error aws_lb_target_group.api health-timeout-not-below-interval",
        "  health_check timeout must be less than interval, got 20 and 15",
        "  to mend it: lower timeout or raise interval; a timeout that is not set is 5",
        "              seconds, 30 for functions",
      ].join("\n"),
    );
    expect(out.indexOf("invalid-headers-kept")).toBeGreaterThan(out.lastIndexOf("error aws_"));
    expect(out).toMatch(/\n2 errors, \d+ warnings\n$/);
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it("prints for a rule that is never reached what the readme shows", async () => {
    const whole = shop();
    const { api } = whole.resource.aws_lb_listener_rule;
    whole.resource.aws_lb_listener_rule.v1 = {
      ...api,
      priority: 20,
      condition: [{ path_pattern: { values: ["/api/v1/*"] } }],
      action: [{ type: "forward", target_group_arn: "${aws_lb_target_group.web.arn}" }],
    };
    const { out } = await lint(JSON.stringify(whole), "--min-severity", "error");
    const readme = readFileSync(join(__dirname, "../../README.md"), "utf8");
    expect(readme).toContain(`\`\`\`console\n${out}\`\`\``);
  });

  it("ends with 0 where there are warnings only", async () => {
    const { exitCode, out } = await lint(JSON.stringify(shop()));
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^warning /m);
    expect(out).toMatch(/\n0 errors, \d+ warnings\n$/);
  });

  it("prints one JSON value with --json, with every member of a finding", async () => {
    const { exitCode, out } = await lint(wrong(), "--json");
    expect(exitCode).toBe(1);
    const { findings, suppressed, unlinked } = JSON.parse(out);
    expect(findings[0]).toEqual({
      id: "health-timeout-not-below-interval",
      severity: "error",
      address: "aws_lb_target_group.api",
      path: null,
      message: "health_check timeout must be less than interval, got 20 and 15",
      fix: "lower timeout or raise interval; a timeout that is not set is 5 seconds, 30 for functions",
      facts: expect.arrayContaining(["H11"]),
    });
    expect({ suppressed, unlinked }).toEqual({ suppressed: [], unlinked: [] });
  });

  it("leaves warnings out with --min-severity error", async () => {
    const { findings } = JSON.parse((await lint(wrong(), "--json", "--min-severity", "error")).out);
    expect(findings.map(({ severity }: { severity: string }) => severity)).toEqual(["error", "error"]);
  });

  it("says what could not be judged", async () => {
    const { out } = await lint(
      wrong((resource) => {
        resource.aws_lb_listener_rule.api.action = [{ type: "forward", target_group_arn: "${var.group}" }];
      }),
    );
    expect(flat(out)).toContain(
      "not judged where it depends on this: 1 of 1 rules could not be linked to a target group in this stack",
    );
  });

  it("judges as production when asked to, and by the quotas of the account", async () => {
    const ids = async (...words: string[]) =>
      JSON.parse((await lint(JSON.stringify(shop()), "--json", ...words)).out).findings.map(
        ({ id }: { id: string }) => id,
      );
    expect(await ids()).not.toContain("plain-http-listener");
    expect(await ids("--profile", "prod")).toContain("plain-http-listener");
    expect(await ids("--quota", "listenersPerLoadBalancer=1")).not.toContain("too-many-listeners");
    const second = shop();
    second.resource.aws_lb_listener.second = { ...second.resource.aws_lb_listener.http, port: 8080 };
    const { out } = await lint(JSON.stringify(second), "--json", "--quota", "listenersPerLoadBalancer=1");
    expect(out).toContain("too-many-listeners");
  });

  it("passes over what the stack suppresses, and counts it", async () => {
    const whole = JSON.parse(wrong());
    for (const [name, group] of Object.entries<Shape>(whole.resource.aws_lb_target_group))
      group["//"] = { metadata: { path: `shop/${name}/group` } };
    const suppressions = [
      { id: "health-timeout-not-below-interval", path: "shop/api", reason: "an experiment" },
    ];
    whole["//"] = { "alb-lab": { suppressions } };
    const { exitCode, out } = await lint(JSON.stringify(whole));
    expect(exitCode).toBe(1);
    expect(out).toMatch(/\n1 error, \d+ warnings, 1 suppressed\n$/);
    expect(out).not.toContain("shop/api/group");
  });

  it("shows hostile texts of the input as text", async () => {
    const { out } = await lint(
      wrong((resource) => {
        resource.aws_lb.shop.name = "\u001b[31mred\nerror: none";
      }),
    );
    expect(out).not.toContain("\u001b");
    expect(out).not.toMatch(/^error: none/m);
  });

  it.each([
    [["--quota", "rules=1"], /^alb-lab lint: --quota .*rulesPerLoadBalancer.*, got "rules=1"/],
    [["--quota", "rulesPerLoadBalancer=0"], /--quota/],
    [["--min-severity", "fatal"], /--min-severity/],
    [["--profile", "staging"], /--profile/],
  ])("refuses %j in one line, with 2", async (words, message) => {
    const { exitCode, out, err } = await lint(wrong(), ...words);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: "" });
    expect(err.trimEnd()).not.toContain("\n");
    expect(err).toMatch(message);
  });

  it("cannot run on what is no Terraform, with 2", async () => {
    const { exitCode, err } = await lint("{}");
    expect(exitCode).toBe(2);
    expect(err).toMatch(/^standard input: must be a synthesized stack/);
  });
});
