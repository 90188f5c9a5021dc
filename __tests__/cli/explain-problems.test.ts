import { flat, runHere } from "./support/run-here";
import { admit, path, rule, shop } from "./support/shop";

async function ask(words: readonly string[], input = shop()) {
  const { exitCode, out } = await runHere(["explain", "-", ...words], { input });
  return { exitCode, text: flat(out) };
}

describe("explain ends with 1", () => {
  it("where no listener has the port, and says which there are", async () => {
    const { exitCode, text } = await ask(["GET", "http://example.com:81/"]);
    expect(exitCode).toBe(1);
    expect(text).toContain(
      "the load balancer has no listener for HTTP on port 81: it has HTTP 80, HTTP 8080 and HTTP 9090",
    );
  });

  it("where the port is that of a lab, and tells the declared one", async () => {
    const config = JSON.parse(shop());
    delete config.resource.aws_lb_listener.office;
    const { exitCode, text } = await ask(["GET", "http://example.com:8080/"], JSON.stringify(config));
    expect(exitCode).toBe(1);
    expect(text).toContain("; 8080 is where `up` puts port 80: ask for port 80");
    expect((await ask(["GET", "http://example.com:8443/"])).text).not.toContain("ask for port");
  });

  it("where the listener speaks the other protocol", async () => {
    const { exitCode, text } = await ask(["GET", "https://example.com:80/"]);
    expect(exitCode).toBe(1);
    expect(text).toContain("port 80 speaks HTTP, not HTTPS");
  });

  it("where no security group rule admits the port, and still explains the rules [U31]", async () => {
    const { exitCode, text } = await ask(["GET", "http://example.com:9090/"]);
    expect(exitCode).toBe(1);
    expect(text).toContain("The default action answers");
    expect(text).toContain("no rule of the load balancer's security groups admits port 9090");
  });

  it("where none admits the port from the address that is asked about", async () => {
    const office = await ask(["GET", "http://example.com:8080/", "--source-ip", "198.51.100.3"]);
    expect(office.exitCode).toBe(0);
    const other = await ask(["GET", "http://example.com:8080/", "--source-ip", "192.0.2.3"]);
    expect(other.exitCode).toBe(1);
    expect(other.text).toContain("admits port 8080 from 192.0.2.3");
  });

  it("where the group has no target [E503]", async () => {
    const { exitCode, text } = await ask(["GET", "http://example.com/empty"]);
    expect(exitCode).toBe(1);
    expect(text).toContain("the load balancer answers 503: no target is registered with empty");
  });

  it("where every weight is 0", async () => {
    const forward = { target_group: [{ arn: "${aws_lb_target_group.web.arn}", weight: 0 }] };
    const off = { ...rule(1, [path("/off")]), action: [{ type: "forward", forward }] };
    const { exitCode, text } = await ask(
      ["GET", "http://example.com/off"],
      shop({ aws_lb_listener_rule: { off } }),
    );
    expect(exitCode).toBe(1);
    expect(text).toContain("-> web (0 %)");
    expect(text).toContain("503: every target group has weight 0");
  });

  it("where security groups keep the load balancer from every target [U6]", async () => {
    const servers = admit("servers", 4000, { cidr_ipv4: "10.0.0.0/16" });
    const { exitCode, text } = await ask(
      ["GET", "http://example.com/"],
      shop({ aws_vpc_security_group_ingress_rule: { servers } }),
    );
    expect(exitCode).toBe(1);
    expect(text).toContain(
      "not reachable: no rule of its security groups admits port 3000 from the load balancer",
    );
    expect(text).toContain("the load balancer answers 504");
  });

  it("where the load balancer is not let out to its targets [U7]", async () => {
    const servers = admit("alb", 4000, { cidr_ipv4: "10.0.0.0/16" });
    const { exitCode, text } = await ask(
      ["GET", "http://example.com/"],
      shop({ aws_vpc_security_group_egress_rule: { servers } }),
    );
    expect(exitCode).toBe(1);
    expect(text).toContain("no rule of the load balancer's security groups lets it out to port 3000");
  });

  it("where the load balancer answers before it looks at any rule [E405, E463]", async () => {
    const trace = await ask(["TRACE", "http://example.com/"]);
    expect(trace).toEqual({ exitCode: 1, text: expect.stringContaining("the load balancer answers 405") });
    const addresses = Array.from({ length: 31 }, () => "192.0.2.1").join(", ");
    const many = await ask(["GET", "http://example.com/", "--header", `X-Forwarded-For: ${addresses}`]);
    expect(many).toEqual({ exitCode: 1, text: expect.stringContaining("the load balancer answers 463") });
  });
});

describe("explain says what it cannot know", () => {
  it("when a rule before might answer, as part of it is unknown", async () => {
    const doubtful = rule(5, [path("${var.path}")]);
    const input = { ...JSON.parse(shop({ aws_lb_listener_rule: { doubtful } })), variable: { path: {} } };
    const { exitCode, text } = await ask(["GET", "http://example.com/img/a"], JSON.stringify(input));
    expect(exitCode).toBe(0);
    expect(text).toContain("may 5 path cannot be judged");
    expect(text).toContain("Rule 10 answers");
    expect(text).toContain("note aws_lb_listener_rule.doubtful might answer instead");
  });

  it("when a rule could not be linked to a listener", async () => {
    const loose = { ...rule(5, [path("/*")]), listener_arn: "${var.arn}" };
    const input = { ...JSON.parse(shop({ aws_lb_listener_rule: { loose } })), variable: { arn: {} } };
    const { text } = await ask(["GET", "http://example.com/"], JSON.stringify(input));
    expect(text).toContain("note 1 rule could not be linked to a listener and might answer");
  });

  it("when a target could not be linked to a group, so that an empty one may have it", async () => {
    const loose = { target_group_arn: "${var.arn}", target_id: "${aws_instance.spare.id}" };
    const input = {
      ...JSON.parse(shop({ aws_lb_target_group_attachment: { loose } })),
      variable: { arn: {} },
    };
    const { exitCode, text } = await ask(["GET", "http://example.com/empty"], JSON.stringify(input));
    expect(exitCode).toBe(0);
    expect(text).toContain("some targets could not be linked to a target group and may be in one of these");
  });

  it("when one of several groups has no target: some clients get an error", async () => {
    const forward = {
      target_group: [
        { arn: "${aws_lb_target_group.web.arn}", weight: 3 },
        { arn: "${aws_lb_target_group.empty.arn}", weight: 1 },
      ],
    };
    const half = { ...rule(1, [path("/half")]), action: [{ type: "forward", forward }] };
    const { exitCode, text } = await ask(
      ["GET", "http://example.com/half"],
      shop({ aws_lb_listener_rule: { half } }),
    );
    expect(exitCode).toBe(0);
    expect(text).toContain("-> empty (25 %)");
    expect(text).toContain("note requests for empty are answered 503: no target is registered with empty");
  });

  it("when a group is declared elsewhere", async () => {
    const arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/other/0123456789abcdef";
    const other = { ...rule(1, [path("/other")]), action: [{ type: "forward", target_group_arn: arn }] };
    const { exitCode, text } = await ask(
      ["GET", "http://example.com/other"],
      shop({ aws_lb_listener_rule: { other } }),
    );
    expect(exitCode).toBe(0);
    expect(text).toContain("its targets are not known here");
  });
});
