import { flat, runHere } from "./support/run-here";
import { path, rule, shop } from "./support/shop";

async function ask(words: readonly string[], input = shop()) {
  const { exitCode, out, err } = await runHere(["explain", "-", ...words], { input });
  expect(err).toBe("");
  return { exitCode, out, text: flat(out) };
}

describe("explain", () => {
  it("names the listener, the rule that answers, its groups by share, and their targets by address", async () => {
    const { exitCode, text } = await ask(["GET", "http://shop.example.com/api/users"]);
    expect(exitCode).toBe(0);
    expect(text).toContain("to shop-alb shop/alb/load-balancer on HTTP 80 shop/alb/http");
    expect(text).toContain(
      'yes 20 method "GET" matches "GET" shop/api/rule path "/api/users" matches "/api/*"',
    );
    expect(text).toContain("Rule 20 answers shop/api/rule");
    expect(text).toContain(
      "-> api (90 %) shop/api/group api-a, 10.0.0.12:3000, eu-central-1a shop/api-a/instance",
    );
    expect(text).toContain("-> canary (10 %) shop/canary/group canary-b, 10.0.1.13:3000");
  });

  it("tells of every rule before it what was wanted, what came, and what would have to be different", async () => {
    const { text } = await ask(["PUT", "http://shop.example.com/IMG/a.png", "--header", "x-stage: beta2"]);
    expect(text).toContain(
      'no 10 path "/IMG/a.png" does not match "/img/*": upper and lower case count here',
    );
    expect(text).toContain('no 20 method "PUT" does not match "GET" or "POST"');
    expect(text).toContain('no 30 header x-stage "beta2" does not match "beta"');
    expect(text).toContain('no 50 source address "203.0.113.10" does not match "10.0.0.0/8"');
    expect(text).toContain("The default action answers shop/alb/http -> web shop/web/group web-a");
  });

  it("shows only the conditions that fail of a rule that does not match", async () => {
    const { text } = await ask(["DELETE", "http://shop.example.com/api"]);
    expect(text).toContain('no 20 method "DELETE" does not match "GET" or "POST" shop/api/rule no 30');
  });

  it("tells why not a rule behind: it would match, or not, but one before it answers", async () => {
    const { text } = await ask(["GET", "http://shop.example.com/api/users"]);
    expect(text).toContain(
      "- 60 not tried, as a rule before it answers; it would match too aws_lb_listener_rule.late",
    );
    expect(text).toContain("3 rules behind it would not have matched");
  });

  it("takes headers and the client's address into account", async () => {
    const beta = await ask(["GET", "http://shop.example.com/", "--header", "X-Stage:beta"]);
    expect(beta.text).toContain("Rule 30 answers");
    const inside = await ask(["GET", "http://shop.example.com/", "--source-ip", "10.9.9.9"]);
    expect(inside.text).toContain("from 10.9.9.9");
    expect(inside.text).toContain("Rule 50 answers");
  });

  it("shows where a redirect leads", async () => {
    const { exitCode, text } = await ask(["GET", "http://example.com:8080/a?b=1"]);
    expect(exitCode).toBe(0);
    expect(text).toContain(
      "The default action answers aws_lb_listener.office 302 Moved Temporarily Location: http://shop.example.com:80/a?b=1",
    );
  });

  it("shows a fixed answer as the client gets it, which answers even with 503", async () => {
    const open = JSON.parse(shop());
    open.resource.aws_vpc_security_group_ingress_rule.all = {
      ...open.resource.aws_vpc_security_group_ingress_rule.http,
      from_port: 9090,
      to_port: 9090,
    };
    const { exitCode, text } = await ask(["GET", "http://example.com:9090/"], JSON.stringify(open));
    expect(exitCode).toBe(0);
    expect(text).toContain('503 Service Unavailable Content-Type: text/plain "closed"');
  });

  it("shows what the target gets", async () => {
    const { text } = await ask(["GET", "http://Shop.example.com/", "--header", "X-Forwarded-For: 192.0.2.1"]);
    expect(text).toContain(
      "The target gets Host: shop.example.com X-Forwarded-Proto: http X-Forwarded-Port: 80 X-Amzn-Trace-Id: Root=1-(time)-(random) X-Forwarded-For: 192.0.2.1, 203.0.113.10",
    );
  });

  it("goes by the Host header where one is given, and says so", async () => {
    const input = shop({
      aws_lb_listener_rule: { host: rule(5, [{ host_header: { values: ["*.example.org"] } }]) },
    });
    const { text } = await ask(["GET", "http://198.51.100.7/", "--header", "Host: Shop.Example.org"], input);
    expect(text).toContain("from 203.0.113.10, for host Shop.Example.org");
    expect(text).toContain("Rule 5 answers");
  });

  it("compares the path as given: no dots resolved, nothing decoded, no fragment", async () => {
    const input = shop({ aws_lb_listener_rule: { up: rule(5, [path("/a/../b%2Fc")]) } });
    const { text } = await ask(["GET", "http://shop.example.com/a/../b%2Fc#part"], input);
    expect(text).toContain("Rule 5 answers");
  });

  it("sends a space and letters that no request line may hold encoded, as clients do", async () => {
    const { text } = await ask(["GET", "http://shop.example.com/img/ä b"]);
    expect(text).toContain('path "/img/%C3%A4%20b" matches "/img/*"');
  });
});
