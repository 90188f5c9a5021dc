import { hourlyUsd, renderCost } from "../../scripts/hourly-cost";
import { renderStack } from "../../scripts/render-stack";
import { parseStackContents, type StackContents } from "../../scripts/stack-contents";

const plain = { bold: String, dim: String };

const json = JSON.stringify({
  resource: {
    aws_subnet: { a: { availability_zone: "ap-northeast-2a" }, c: { availability_zone: "ap-northeast-2c" } },
    aws_lb: { lb: { internal: false, subnets: ["${aws_subnet.a.id}", "${aws_subnet.c.id}"] } },
    aws_lb_target_group: { web: { name: "dev-web", port: 3000, health_check: { path: "/health" } } },
    aws_lb_listener: {
      https: {
        protocol: "HTTPS",
        port: 443,
        default_action: [{ type: "fixed-response", fixed_response: {} }],
      },
      http: {
        protocol: "HTTP",
        port: 80,
        default_action: [{ type: "redirect", redirect: [{ protocol: "HTTPS", port: "443" }] }],
      },
    },
    aws_lb_listener_rule: {
      later: {
        priority: 20,
        condition: [{ host_header: { values: ["a.io"] } }],
        action: [{ type: "forward", target_group_arn: "${aws_lb_target_group.web.arn}" }],
      },
      sooner: {
        priority: 10,
        condition: { path_pattern: [{ values: ["/api", "/api/*"] }] },
        action: { type: "forward" },
      },
    },
    aws_instance: {
      one: {
        instance_type: "t3.micro",
        subnet_id: "${aws_subnet.a.id}",
        tags: { Name: "dev-web-1" },
      },
      two: { instance_type: "t3.micro", subnet_id: "${aws_subnet.gone.id}" },
    },
    aws_eip: { one: { instance: "${aws_instance.one.id}" } },
    aws_security_group: { lb: {} },
  },
});

const contents = parseStackContents(json);

describe("the contents of a stack", () => {
  test("are read from its Terraform JSON, references looked up", () => {
    expect(contents).toEqual({
      loadBalancers: [{ scheme: "internet-facing", zones: ["ap-northeast-2a", "ap-northeast-2c"] }],
      listeners: [
        { protocol: "HTTP", port: 80, action: "redirect to HTTPS 443" },
        { protocol: "HTTPS", port: 443, action: "fixed-response" },
      ],
      rules: [
        { values: ["/api", "/api/*"], action: "forward" },
        { values: ["a.io"], action: "forward to dev-web" },
      ],
      targetGroups: [{ name: "dev-web", port: 3000, healthPath: "/health" }],
      instances: [
        {
          serverName: "dev-web-1",
          instanceType: "t3.micro",
          zone: "ap-northeast-2a",
        },
        { serverName: "unnamed", instanceType: "t3.micro", zone: "unknown zone" },
      ],
      elasticIps: 1,
      natGateways: 0,
      securityGroups: 1,
      resources: 12,
    });
  });

  test("of an empty document are empty", () => {
    expect(parseStackContents("{}")).toMatchObject({ instances: [], resources: 0 });
  });
});

describe("the text about a stack", () => {
  test("names what it contains, where it is and what to do next, with the cost beside the destroy command", () => {
    expect(renderStack("dev", contents, "cdktf.out/stacks/dev/cdk.tf.json", plain).split("\n")).toEqual([
      "dev: 1 load balancer, 2 listeners, 1 target group, 2 instances",
      "",
      "  Load balancer     internet-facing, in 2 zones",
      "  Listener          HTTP 80: redirect to HTTPS 443",
      "                    HTTPS 443: fixed-response",
      "  Rule              /api, /api/*: forward",
      "                    a.io: forward to dev-web",
      "  Target group      dev-web: port 3000, health /health",
      "  Instance          dev-web-1: t3.micro in ap-northeast-2a",
      "                    unnamed: t3.micro in unknown zone",
      "  Security groups   1",
      "  In all            12 Terraform resources",
      "  Written to        cdktf.out/stacks/dev/cdk.tf.json",
      "",
      "Next",
      "  npm test                  test the lab; needs no AWS account",
      "  npm run diff dev          compare with AWS; needs Terraform and credentials",
      "  npm run deploy dev        build it; about 0.06 USD an hour, 46 USD a month",
      "  npm run destroy dev       remove all of it, and its costs",
    ]);
  });

  test("fits 80 columns and cuts long lists, whatever the stack", () => {
    const [instance] = contents.instances;
    const many: StackContents = {
      ...contents,
      natGateways: 3,
      instances: Array.from({ length: 200 }, () => ({ ...instance!, serverName: "s".repeat(63) })),
    };
    const lines = renderStack("staging", many, "cdktf.out/cdk.tf.json", plain).split("\n");
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
    expect(lines).toContain("                    and 192 more");
    expect(lines).toContain("  NAT gateways      3");
  });
});

describe("the cost of a stack", () => {
  test("is that of instances, load balancer, gateways and public addresses", () => {
    // 2 x 0.013 + 0.0225 + 0.005 for one instance and each of two zones
    expect(hourlyUsd(contents)).toBeCloseTo(0.0635, 6);
    // A gateway costs 0.059 and has an address
    expect(hourlyUsd({ ...contents, natGateways: 1, elasticIps: 2 })).toBeCloseTo(0.1275, 6);
    expect(
      hourlyUsd({ ...contents, loadBalancers: [{ scheme: "internal", zones: ["a", "b"] }] }),
    ).toBeCloseTo(0.0535, 6);
  });

  test("is left open for an instance type whose price is not known", () => {
    const [instance] = contents.instances;
    expect(
      hourlyUsd({ ...contents, instances: [{ ...instance!, instanceType: "x9.huge" }] }),
    ).toBeUndefined();
    expect(renderCost(undefined)).toBe("costs money by the hour");
  });
});
