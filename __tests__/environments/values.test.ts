import { checkEnvironment } from "../../environments";
import { linesOf, serviceLinesOf, sound } from "./problems-of";

const cases: [string, Record<string, unknown>, string][] = [
  [
    "an unknown name",
    { name: "Prod " },
    'environments: name must be dev, staging or prod, got "Prod "; did you mean prod [name-invalid]',
  ], // B71
  [
    "a malformed region",
    { region: "ap-northest-2", zones: undefined },
    'environments/dev.ts: region must be an AWS region such as ap-northeast-2, got "ap-northest-2"; did you mean ap-northeast-2 [region-invalid]',
  ], // B63
  [
    "an account that is a number",
    { account: 123456789012 },
    "environments/dev.ts: account must be an AWS account id: text of 12 digits, got 123456789012; keep leading zeros, drop hyphens [account-invalid]",
  ],
  [
    "one zone",
    { zones: ["ap-northeast-2a"] },
    'environments/dev.ts: zones must be a list of 2 to 6 Availability Zones, got ["ap-northeast-2a"]; a load balancer needs subnets in two zones [zones-invalid]',
  ], // B56
  [
    "a local zone",
    { zones: ["us-west-2a", "us-west-2-lax-1a"], region: "us-west-2" },
    'environments/dev.ts: zones[1] must be an Availability Zone: a region and a letter from a to h, such as ap-northeast-2a, got "us-west-2-lax-1a"; local and wavelength zones are not offered [zones-invalid]',
  ], // B57
  [
    "a VPC that is too small",
    { vpcCidr: "10.0.0.0/24" },
    "environments/dev.ts: vpcCidr must be /16 to /23, got /24; each subnet is a sixteenth of it and needs /27 or more [vpc-cidr-invalid]",
  ], // B52 B55 N4
  [
    "a VPC that is too large",
    { vpcCidr: "10.0.0.0/15" },
    "environments/dev.ts: vpcCidr must be /16 to /23, got /15; each subnet is a sixteenth of it and needs /27 or more [vpc-cidr-invalid]",
  ], // B52
  [
    "a VPC with host bits",
    { vpcCidr: "10.0.5.0/16" },
    'environments/dev.ts: vpcCidr must be a network in CIDR form, got "10.0.5.0/16"; did you mean 10.0.0.0/16 [vpc-cidr-invalid]',
  ], // B52
  [
    "a public VPC",
    { vpcCidr: "8.8.0.0/16" },
    "environments/dev.ts: vpcCidr must be private (RFC 1918 or 100.64.0.0/10), got 8.8.0.0/16; choose one such as 10.0.0.0/16 [vpc-cidr-invalid]",
  ], // B53
  [
    "a malformed VPC network",
    { vpcCidr: "10.0.0.256/16" },
    'environments/dev.ts: vpcCidr must be an IPv4 network in CIDR form, got "10.0.0.256/16"; write it as 10.0.0.0/16 [vpc-cidr-invalid]',
  ], // B52
  [
    "an address without mask",
    { allowedCidrs: ["203.0.113.7"] },
    'environments/dev.ts: allowedCidrs[0] must be an IPv4 network in CIDR form, got "203.0.113.7"; write it as 203.0.113.0/24 [allowed-cidrs-invalid]',
  ], // B34
  [
    "an allowed network with host bits",
    { allowedCidrs: ["10.0.0.5/24"] },
    'environments/dev.ts: allowedCidrs[0] must be a network in CIDR form, got "10.0.0.5/24"; did you mean 10.0.0.0/24 [allowed-cidrs-invalid]',
  ], // B34
  [
    "no allowed network",
    { allowedCidrs: [] },
    "environments/dev.ts: allowedCidrs must be a list of 1 to 30 IPv4 networks, got []; AWS allows 60 rules in a security group [allowed-cidrs-invalid]",
  ], // N34
  [
    "a misspelled word",
    { natGateways: "per zone" },
    'environments/dev.ts: natGateways must be none, one or per-zone, got "per zone"; did you mean per-zone [nat-gateways-invalid]',
  ],
  [
    "text for a flag",
    { internal: "true" },
    'environments/dev.ts: internal must be true or false, got "true"; true means that the load balancer has private addresses only [internal-invalid]',
  ],
  [
    "an idle timeout of zero",
    { idleTimeoutSeconds: 0 },
    "environments/dev.ts: idleTimeoutSeconds must be a whole number from 1 to 4000, got 0; give the seconds a connection may be silent [idle-timeout-seconds-invalid]",
  ], // N44
  [
    "a negative delay",
    { deregistrationDelaySeconds: -1 },
    "environments/dev.ts: deregistrationDelaySeconds must be a whole number from 0 to 3600, got -1; give the seconds of the longest request [deregistration-delay-seconds-invalid]",
  ], // B46
  [
    "an interval of 4 seconds",
    { healthCheck: { intervalSeconds: 4 } },
    "environments/dev.ts: healthCheck.intervalSeconds must be a whole number from 5 to 300, got 4; give the time between two probes in seconds [health-check-interval-seconds-invalid]",
  ], // B42
  [
    "a threshold of one",
    { healthCheck: { healthyThreshold: 1 } },
    "environments/dev.ts: healthCheck.healthyThreshold must be a whole number from 2 to 10, got 1; give the successes in a row that make a target healthy [health-check-healthy-threshold-invalid]",
  ], // B42
  [
    "a health path without slash",
    { healthCheck: { path: "health" } },
    'environments/dev.ts: healthCheck.path must be a path of at most 1024 characters that starts with "/" and holds no spaces, got "health"; the server answers /health [health-check-path-invalid]',
  ], // B39
  [
    "a retention that CloudWatch has not",
    { flowLogs: { retentionDays: 10 } },
    "environments/dev.ts: flowLogs.retentionDays must be one of CloudWatch's steps, got 10; the nearest are 7 and 14 [flow-logs-retention-days-invalid]",
  ], // B88
  [
    "a retention of zero",
    { accessLogs: { retentionDays: 0 } },
    "environments/dev.ts: accessLogs.retentionDays must be a whole number from 1 to 3650, got 0; give the days after which log files are deleted [access-logs-retention-days-invalid]",
  ],
  [
    "a flag where an object stands",
    { accessLogs: true },
    "environments/dev.ts: accessLogs must be an object with the keys retentionDays, got true; see its type [access-logs-invalid]",
  ],
  [
    "a bucket with capitals",
    { stateBucket: { bucket: "My_Bucket" } },
    'environments/dev.ts: stateBucket.bucket must be a bucket name: 3 to 63 lower-case letters, digits or inner hyphens, got "My_Bucket"; name a bucket that exists; dots break TLS [state-bucket-bucket-invalid]',
  ], // B85
  [
    "a bucket like an address",
    { stateBucket: { bucket: "10.0.0.1" } },
    'environments/dev.ts: stateBucket.bucket must be a bucket name: 3 to 63 lower-case letters, digits or inner hyphens, got "10.0.0.1"; name a bucket that exists; dots break TLS [state-bucket-bucket-invalid]',
  ], // B85
  [
    "AWS's own tag prefix",
    { tags: { "aws:team": "web" } },
    'environments/dev.ts: tags must not use AWS\'s own prefix, got tag "aws:team"; drop "aws:" [tags-invalid]',
  ], // N9
  [
    "a tag that is always added",
    { tags: { Environment: "x" } },
    'environments/dev.ts: tags must not repeat a tag that is always added, got tag "Environment"; remove it [tags-invalid]',
  ],
  [
    "a long tag value",
    { tags: { Team: 7 } },
    'environments/dev.ts: tags must have values of at most 256 letters, digits, spaces or _ . : / = + - @, got 7 for tag "Team"; change it [tags-invalid]',
  ],
  [
    "an interpolation in a tag",
    { tags: { "${x}": "1" } },
    'environments/dev.ts: tags must have names of 1 to 128 letters, digits, spaces or _ . : / = + - @, got tag "${x}"; rename it [tags-invalid]',
  ], // B76
  [
    "a secret in a tag",
    { tags: { Team: "AKIAIOSFODNN7EXAMPLE" } },
    'environments/dev.ts: tags must not hold a secret, and tag "Team" looks like one; keep it in a parameter store [tags-invalid]',
  ], // B89
  [
    "no services",
    { services: [] },
    "environments/dev.ts: services must be a list of 1 to 60 services, got []; AWS allows 60 outbound rules in the load balancer's group [services-invalid]",
  ], // B81 N25
];

const serviceCases: [string, Record<string, unknown>, string][] = [
  [
    "a port of 70000",
    { port: 70000 },
    "port must be a whole number from 1 to 65535, got 70000; give the port on which the server listens; the lab's is 3000 [services-port-invalid]",
  ], // B2
  [
    "a port of 80.5",
    { port: 80.5 },
    "port must be a whole number from 1 to 65535, got 80.5; give the port on which the server listens; the lab's is 3000 [services-port-invalid]",
  ], // B1
  [
    "a port that is not a number",
    { port: Number.NaN },
    "port must be a whole number from 1 to 65535, got NaN; give the port on which the server listens; the lab's is 3000 [services-port-invalid]",
  ], // B1
  [
    "no instances",
    { instances: 0 },
    "instances must be a whole number from 1 to 1000, got 0; give at least one; AWS's quota is 1000 targets [services-instances-invalid]",
  ], // B81
  [
    "an injected name",
    { name: 'a"; rm -rf /' },
    'name must be 1 to 40 lower-case letters, digits or inner hyphens, a letter first, got "a\\"; rm -rf /"; it becomes part of server names and tags [services-name-invalid]',
  ], // B75
  [
    "a misspelled architecture",
    { architecture: "arm46" },
    'architecture must be x86_64 or arm64, got "arm46"; did you mean arm64 [services-architecture-invalid]',
  ],
  [
    "an unknown instance size",
    { instanceType: "t3.huge" },
    'instanceType must be an EC2 instance type of the form family.size, got "t3.huge"; t3.micro or t4g.micro is enough for the lab [services-instance-type-invalid]',
  ], // B63
  [
    "a malformed image",
    { imageId: "ami-123" },
    'imageId must be a machine image: "ami-" and 17 hex digits, got "ami-123"; leave it out for the newest Amazon Linux 2023 [services-image-id-invalid]',
  ], // B63
  [
    "a path without slash",
    { pathPrefix: "api/v1" },
    'pathPrefix must start with "/", got "api/v1"; write it as /api [services-path-prefix-invalid]',
  ], // B26
  [
    "the root path",
    { pathPrefix: "/" },
    'pathPrefix must name a path below "/", got "/"; leave it out for the default service [services-path-prefix-invalid]',
  ],
  [
    "a long path",
    { pathPrefix: `/${"a".repeat(126)}` },
    "pathPrefix must be at most 126 characters, got 127; shorten it [services-path-prefix-invalid]",
  ], // B28
  [
    "a trailing slash",
    { pathPrefix: "/api/" },
    'pathPrefix must not end in "/", got "/api/"; write /api [services-path-prefix-invalid]',
  ],
  [
    "a path that climbs",
    { pathPrefix: "/../admin" },
    'pathPrefix must be a normal absolute path, got "/../admin"; use letters, digits and - _ . ~ between slashes [services-path-prefix-invalid]',
  ], // B79
  [
    "a host without a dot",
    { hosts: ["no dots"] },
    'hosts[0] must be a host name of at most 128 characters with a dot and letters after the last dot, got "no dots"; write it as api.example.com or *.example.com [services-hosts-invalid]',
  ], // B32
  [
    "four hosts",
    { hosts: ["a.io", "b.io", "c.io", "d.io"] },
    'hosts must be a list of 1 to 3 host names, got ["a.io","b.io","c.io","d.io"]; AWS allows 5 values in a rule, and the path takes two [services-hosts-invalid]',
  ], // R8
];

describe("a value that cannot be right", () => {
  test.each(cases)("%s is refused with what to do", (_, changes, line) => {
    expect(linesOf(changes)).toContain(line);
  });

  test.each(serviceCases)("%s of a service is refused with what to do", (_, changes, rest) => {
    expect(serviceLinesOf(changes)).toEqual([`environments/dev.ts: services[0].${rest}`]);
  });

  test("is one problem for one value", () => {
    expect(serviceLinesOf({ port: -0.5 })).toHaveLength(1);
  });

  test("is reported together with every other one", () => {
    const lines = linesOf({
      vpcCidr: "nonsense",
      healthCheck: { intervalSeconds: 5 },
      services: [
        { name: "web", port: 0 },
        { name: "api", instances: 0 },
      ],
    });
    expect(lines.map((line) => line.replace(/.*\[(.*)\]$/, "$1"))).toEqual([
      "vpc-cidr-invalid",
      "services-port-invalid",
      "services-instances-invalid",
      "health-timeout-not-below-interval",
    ]);
  });

  test("that is missing is named as nothing", () => {
    expect(
      checkEnvironment({ name: "dev", services: sound.services }).problems.map(({ message }) => message),
    ).toEqual([
      "zones must be a list of 2 to 6 Availability Zones, got nothing; a load balancer needs subnets in two zones",
    ]);
  });

  test.each([[undefined], [null], [7], ["dev"], [[]]])("%p for a whole environment does not throw", (raw) => {
    expect(checkEnvironment(raw).problems.length).toBeGreaterThan(0);
  });
});
