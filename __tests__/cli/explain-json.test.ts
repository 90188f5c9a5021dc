import { runHere } from "./support/run-here";
import { shop } from "./support/shop";

async function report(...words: readonly string[]) {
  const { exitCode, out } = await runHere(["explain", "-", ...words, "--json"], { input: shop() });
  return { exitCode, report: JSON.parse(out) };
}

describe("explain --json", () => {
  it("has this shape where a rule forwards", async () => {
    const { exitCode, report: whole } = await report(
      "GET",
      "http://shop.example.com/api/users?a=1",
      "--header",
      "X-A: b",
    );
    const { rules, ...others } = whole;
    expect(exitCode).toBe(0);
    expect(others).toEqual({
      request: {
        method: "GET",
        url: "http://shop.example.com/api/users?a=1",
        host: "shop.example.com",
        path: "/api/users",
        query: "a=1",
        headers: ["Host", "shop.example.com", "X-A", "b"],
        sourceIp: "203.0.113.10",
      },
      loadBalancer: { address: "aws_lb.main", path: "shop/alb/load-balancer", name: "shop-alb" },
      listener: { address: "aws_lb_listener.http", path: "shop/alb/http", protocol: "HTTP", port: 80 },
      answer: {
        rule: { address: "aws_lb_listener_rule.api", path: "shop/api/rule", priority: 20 },
        first: [],
        action: {
          kind: "forward",
          sticky: false,
          groups: [
            {
              name: "api",
              address: "aws_lb_target_group.api",
              path: "shop/api/group",
              share: 90,
              hasAllTargets: true,
              targets: [
                {
                  address: "aws_instance.api-a",
                  path: "shop/api-a/instance",
                  name: "api-a",
                  ip: "10.0.0.12",
                  port: 3000,
                  zone: "eu-central-1a",
                },
              ],
            },
            expect.objectContaining({ name: "canary", share: 10 }),
          ],
          targetHeaders: [
            ...["Host", "shop.example.com", "X-A", "b"],
            ...["X-Forwarded-Proto", "http", "X-Forwarded-Port", "80"],
            ...["X-Amzn-Trace-Id", "Root=1-(time)-(random)", "X-Forwarded-For", "203.0.113.10"],
          ],
        },
      },
      problem: null,
      doubts: [],
    });
    expect(rules).toHaveLength(6);
  });

  it("has every rule in order, with the verdict on every condition", async () => {
    const { rules } = (await report("PUT", "http://shop.example.com/api/users")).report;
    expect(rules.map(({ priority }: { priority: number }) => priority)).toEqual([10, 20, 30, 40, 50, 60]);
    expect(rules[1]).toEqual({
      address: "aws_lb_listener_rule.api",
      path: "shop/api/rule",
      priority: 20,
      verdict: "no",
      answers: false,
      isTried: true,
      conditions: [
        {
          verdict: "no",
          part: "method",
          wanted: ["GET", "POST"],
          found: ["PUT"],
          text: 'method "PUT" does not match "GET" or "POST"',
        },
        {
          verdict: "yes",
          part: "path",
          wanted: ["/api", "/api/*"],
          found: ["/api/users"],
          match: { value: "/api/*", text: "/api/users" },
          text: 'path "/api/users" matches "/api/*"',
        },
      ],
    });
    expect(rules[5]).toMatchObject({ priority: 60, verdict: "yes", answers: true });
  });

  it("has the answer of the load balancer where it answers itself", async () => {
    const { report: whole } = await report("GET", "http://example.com:8080/");
    expect(whole.answer.action).toEqual({
      kind: "answer",
      status: 302,
      reason: "Moved Temporarily",
      location: "http://shop.example.com:80/",
    });
    const { exitCode, report: closed } = await report("GET", "http://example.com:9090/");
    expect(exitCode).toBe(1);
    expect(closed.answer).toEqual({
      rule: { address: "aws_lb_listener.closed", priority: "default" },
      first: [],
      action: {
        kind: "answer",
        status: 503,
        reason: "Service Unavailable",
        contentType: "text/plain",
        body: "closed",
      },
    });
    expect(closed.problem).toBe(
      "the connection times out: no rule of the load balancer's security groups admits port 9090",
    );
  });

  it("has neither listener nor answer where nobody listens", async () => {
    const { exitCode, report: whole } = await report("GET", "http://example.com:81/");
    expect(exitCode).toBe(1);
    expect(whole).toMatchObject({ listener: null, rules: [], answer: null, problem: expect.any(String) });
  });
});
