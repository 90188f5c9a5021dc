import { linesOf, serviceLinesOf, sound, soundProd } from "./problems-of";

const arn = "arn:aws:acm:us-east-1:111111111111:certificate/0a1b2c3d-0000-0000-0000-000000000000";

const cases: [string, Record<string, unknown>, string][] = [
  [
    "a zone named twice",
    { zones: ["ap-northeast-2a", "ap-northeast-2a"] },
    'zones[1] must differ from the others, got "ap-northeast-2a" again; name each zone once [zone-repeated]',
  ], // B56
  [
    "a zone of another region",
    { zones: ["ap-northeast-2a", "us-east-1b"] },
    'zones[1] must be a zone of ap-northeast-2, got "us-east-1b"; use ap-northeast-2b or change region [zone-of-another-region]',
  ], // B56
  [
    "private instances without NAT",
    { privateInstances: true },
    'natGateways must be "one" or "per-zone" with privateInstances, got "none"; private instances install packages through NAT [nat-missing]',
  ],
  [
    "NAT without private instances",
    { natGateways: "one" },
    'natGateways must be "none" without privateInstances, got "one"; set privateInstances or drop the gateways, which cost by the hour [nat-without-use]',
  ],
  [
    "a network inside another",
    { allowedCidrs: ["10.1.0.0/16", "10.0.0.0/8"] },
    "allowedCidrs[0] must not lie inside another network, got 10.1.0.0/16 inside 10.0.0.0/8; remove one of them [allowed-cidr-repeated]",
  ],
  [
    "a network named twice",
    { allowedCidrs: ["10.0.0.0/8", "10.0.0.0/8"] },
    "allowedCidrs[1] must not lie inside another network, got 10.0.0.0/8 inside 10.0.0.0/8; remove one of them [allowed-cidr-repeated]",
  ],
  [
    "a timeout equal to the interval",
    { healthCheck: { intervalSeconds: 10, timeoutSeconds: 10 } },
    "healthCheck.timeoutSeconds must be less than intervalSeconds, got 10 and 10; lower the timeout or raise the interval [health-timeout-not-below-interval]",
  ], // H11 B40
  [
    "an interval that meets the default timeout",
    { healthCheck: { intervalSeconds: 5 } },
    "healthCheck.timeoutSeconds must be less than intervalSeconds, got 5 and 5; lower the timeout or raise the interval [health-timeout-not-below-interval]",
  ], // B41
  [
    "HTTPS with nothing",
    { https: {} },
    "https must have certificateArn, or domainName and hostedZoneId, got neither; give one or leave https out [https-empty]",
  ],
  [
    "HTTPS with a certificate and a domain",
    {
      https: {
        certificateArn: arn.replace("us-east-1", "ap-northeast-2"),
        domainName: "a.io",
        hostedZoneId: "Z1",
      },
    },
    "https must have certificateArn or a domain, got both; a certificate that exists needs no domain here [https-ambiguous]",
  ],
  [
    "a domain without its zone",
    { https: { domainName: "a.io" } },
    'https.hostedZoneId must be given with domainName, got only "a.io"; the certificate is validated in that zone [hosted-zone-missing]',
  ], // B83
  [
    "a zone without its domain",
    { https: { hostedZoneId: "Z1" } },
    'https.domainName must be given with hostedZoneId, got only "Z1"; name the load balancer\'s host [domain-missing]',
  ],
  [
    "a certificate of another region",
    { https: { certificateArn: arn } },
    "https.certificateArn must be an ACM ARN in ap-northeast-2, got us-east-1; use a certificate of that region [certificate-of-another-region]",
  ], // B6
  [
    "a certificate of another account",
    { account: "222222222222", https: { certificateArn: arn.replace("us-east-1", "ap-northeast-2") } },
    "https.certificateArn must be in account 222222222222, got 111111111111; use a certificate of that account [certificate-of-another-account]",
  ],
  [
    "a certificate that is no ARN",
    { https: { certificateArn: "cert" } },
    'https.certificateArn must be the ARN of an ACM certificate, got "cert"; copy it from the certificate\'s page, or give domainName and hostedZoneId [https-certificate-arn-invalid]',
  ], // B6
  [
    "a domain of 65 characters",
    { https: { domainName: `${"a".repeat(62)}.io`, hostedZoneId: "Z1" } },
    "https.domainName must be at most 64 characters, got 65; ACM allows no more for the first name [https-domain-name-invalid]",
  ], // B84
  [
    "a wildcard domain",
    { https: { domainName: "*.a.io", hostedZoneId: "Z1" } },
    'https.domainName must not be a wildcard, got "*.a.io"; name the one host of the load balancer [https-domain-name-invalid]',
  ], // B83
  [
    "a domain with an end dot",
    { https: { domainName: "a.io.", hostedZoneId: "Z1" } },
    'https.domainName must be a lower-case domain name such as lab.example.com, got "a.io."; drop spaces and end dots [https-domain-name-invalid]',
  ], // B83
];

const web = { name: "web" };
const servicesCases: [string, object[], string][] = [
  [
    "two services of one name",
    [web, { name: "web", pathPrefix: "/b" }],
    'services[1].name must differ from services[0].name, got "web" twice; rename one [service-repeated]',
  ], // B80
  [
    "no default service",
    [{ name: "api", pathPrefix: "/api" }],
    "services must have one default service, got none; leave out pathPrefix and hosts of one of them [default-service-missing]",
  ],
  [
    "two default services",
    [web, { name: "api" }],
    'services must have one default service, got "web" and "api"; give the others a pathPrefix [default-service-repeated]',
  ],
  [
    "two services on one path",
    [web, { name: "a", pathPrefix: "/x" }, { name: "b", pathPrefix: "/x" }],
    'services[2] must take other requests than services[1], got "/x" for both; change the pathPrefix or the hosts of one [service-route-repeated]',
  ],
  [
    "two services on one host",
    [web, { name: "a", hosts: ["a.io"] }, { name: "b", hosts: ["A.io"] }],
    "services[2] must take other requests than services[1], got A.io for both; change the pathPrefix or the hosts of one [service-route-repeated]",
  ],
  [
    "a service named like the load balancer",
    [{ name: "alb" }],
    'services[0].name must not be the name of another part of the stack, got "alb"; rename it [service-name-reserved]',
  ],
  [
    "a routed service named server",
    [web, { name: "server", pathPrefix: "/x" }],
    'services[1].name must not be "server" with a pathPrefix or hosts, got "server"; the default service\'s servers are named Server-1, Server-2 [server-name-repeated]',
  ], // B80
  [
    "a host named twice",
    [web, { name: "a", hosts: ["a.io", "A.IO"] }],
    'services[1].hosts[1] must differ from the others, got "A.IO" again; hosts ignore letter case [host-repeated]',
  ],
  [
    "seven wildcards",
    [web, { name: "a", pathPrefix: "/x", hosts: ["*.*.*.*.*.*.io"] }],
    "services[1].hosts must hold at most 6 wildcards with the one of the path, got 7; AWS allows no more in a rule [too-many-wildcards]",
  ], // R9
  [
    "more targets than the quota",
    [
      { name: "web", instances: 600 },
      { name: "api", instances: 600, pathPrefix: "/api" },
    ],
    "services must have at most 1000 instances in all, got 1200; AWS allows 1000 targets on a load balancer [too-many-targets]",
  ], // N26
];

describe("values that contradict each other", () => {
  test.each(cases)("%s is refused with what to do", (_, changes, rest) => {
    expect(linesOf(changes)).toEqual([`environments/dev.ts: ${rest}`]);
  });

  test.each(servicesCases)("%s is refused with what to do", (_, services, rest) => {
    expect(linesOf({ services })).toEqual([`environments/dev.ts: ${rest}`]);
  });

  test.each([
    ["t4g.micro", "x86_64", "arm64"],
    ["t3.micro", "arm64", "x86_64"],
    ["c7gn.large", "x86_64", "arm64"],
    ["a1.medium", "x86_64", "arm64"],
    ["g5.xlarge", "arm64", "x86_64"],
    ["m7i-flex.large", "arm64", "x86_64"],
  ])("instance type %s on %s is refused", (instanceType, architecture, actual) => {
    expect(serviceLinesOf({ instanceType, architecture })).toEqual([
      `environments/dev.ts: services[0].architecture must be ${actual} for ${instanceType}, got "${architecture}"; change one of them [instance-type-of-other-architecture]`,
    ]);
  });

  test("are found on one path when the hosts differ only", () => {
    const services = [
      web,
      { name: "a", pathPrefix: "/x", hosts: ["a.io"] },
      { name: "b", pathPrefix: "/x", hosts: ["b.io"] },
    ];
    expect(linesOf({ services })).toEqual([]);
  });
});

describe("prod", () => {
  // B72
  test("is refused without HTTPS, deletion protection, access logs and a second instance", () => {
    expect(linesOf({ name: "prod", services: [{ name: "web", instances: 1 }] }, sound)).toEqual([
      "environments/prod.ts: prod needs https, got nothing; set https.certificateArn, or https.domainName and https.hostedZoneId [prod-without-https]",
      "environments/prod.ts: prod needs deletionProtection, got false; set it to true, or retiring to destroy prod [prod-without-deletion-protection]",
      "environments/prod.ts: prod needs accessLogs, got nothing; set accessLogs.retentionDays [prod-without-access-logs]",
      "environments/prod.ts: services[0].instances must be 2 or more in prod, got 1; one instance stands in one zone [prod-with-one-instance]",
    ]);
  });

  test("with all of them is sound", () => {
    expect(linesOf({}, soundProd)).toEqual([]);
  });

  test("may do without deletion protection while it is retiring", () => {
    expect(linesOf({ deletionProtection: false, retiring: true }, soundProd)).toEqual([]);
  });
});
