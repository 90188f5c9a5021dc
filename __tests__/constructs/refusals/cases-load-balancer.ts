import type { TerraformStack } from "cdktf";
import {
  AccessLogBucket,
  AlbSecurityGroup,
  AlbWithTargetGroup,
  ApplicationListener,
  DomainCertificate,
  LabNetwork,
  suppressDefect,
} from "../../../constructs";
import { albIn } from "../../support/synthesize";
import { type Case, certificateArn, vpcId } from "./cases";

const alb = (props: object) => (stack: TerraformStack) => void albIn(stack, props);
const at = (message: string) => `lab/alb: ${message}`;
const range = (prop: string, from: number, to: number, got: string) =>
  at(`${prop} must be a whole number from ${from} to ${to}, got ${got}; give a number in that range`);
const https = (given: object) => alb({ https: { certificateArn, ...given } });
const atHttps = (message: string) => `lab/alb/https: ${message}`;
const domain = { domainName: "lab.example.com", hostedZoneId: "Z2FDTNDATAQYW2" };
const certified = (given: object) => alb({ https: { ...domain, ...given } });
const atCertificate = (message: string) => `lab/alb/certificate: ${message}`;
const elsewhere = certificateArn.replace("ap-northeast-2", "us-east-1");
const fixed = { fixedResponse: { statusCode: 404 } } as const;
const listener = (props: object) => (stack: TerraformStack) =>
  void albIn(stack).addListener("further", {
    port: 8080,
    protocol: "HTTP",
    defaultAction: fixed,
    ...props,
  } as never);
const atListener = (message: string) => `lab/alb/further: ${message}`;
const oneZone = [{ zone: "ap-northeast-2a", subnetId: "subnet-0a" }];

/** What is refused on a load balancer. Facts: B1, B4-B8, B31, B37, B56, B83, B84, N6, N22, N23, N34, N40-N54, TF6-TF8. */
export const loadBalancerCases: readonly Case[] = [
  [
    "network-missing",
    at("network must be a network, got nothing; make a LabNetwork, or use LabNetwork.fromExisting"),
    (stack) => void new AlbWithTargetGroup(stack, "alb", {} as never),
  ],
  [
    "network-missing",
    at('network must be a network, got {"vpcId":"vpc-1"}; make a LabNetwork, or use LabNetwork.fromExisting'),
    alb({ network: { vpcId: "vpc-1" } }),
  ],
  [
    "too-few-zones",
    at("network must have public subnets in two zones, got 1; add a zone"),
    (stack) =>
      void albIn(stack, {
        network: LabNetwork.fromExisting(stack, "one", { vpcId, publicSubnets: oneZone }),
      }),
  ],
  [
    "flag-expected",
    at('internal must be true or false, got "yes"; write it without quotes'),
    alb({ internal: "yes" }),
  ],
  [
    "ip-address-type-unknown",
    at(
      'ipAddressType must be ipv4, dualstack or dualstack-without-public-ipv4, got "ipv6"; choose one of these',
    ),
    alb({ ipAddressType: "ipv6" }),
  ],
  [
    "internal-needs-ipv4",
    at("ipAddressType must be ipv4 when internal, got dualstack; drop one of the two"),
    alb({ internal: true, ipAddressType: "dualstack" }),
  ],
  [
    "allowed-cidrs-empty",
    "lab/alb/security-group: allowedCidrs must name a network, got []; nobody could reach it",
    alb({ allowedCidrs: [] }),
  ],
  [
    "allowed-cidr-malformed",
    'lab/alb/security-group: allowedCidrs must be networks in CIDR form, got "10.0.0.5/24", which has host bits set; did you mean 10.0.0.0/24; correct it',
    alb({ allowedCidrs: ["10.0.0.5/24"] }),
  ],
  [
    "list-expected",
    'lab/alb/security-group: allowedCidrs must be a list, got "0.0.0.0/0"; write its items between brackets',
    alb({ allowedCidrs: "0.0.0.0/0" }),
  ],
  ["prop-missing", at("allowedCidrs must be given, got null; give it"), alb({ allowedCidrs: null })],
  [
    "default-twice",
    at(
      "targetGroup must be absent beside a defaultAction, got both; drop one, a default action needs no group",
    ),
    alb({ targetGroup: {}, defaultAction: fixed }),
  ],
  [
    "no-default-target-group",
    at(
      "targetGroup must not be asked for beside a defaultAction, got no default target group; make one for the route",
    ),
    (stack) => void albIn(stack, { defaultAction: fixed }).targetGroup,
  ],
  ["quota-out-of-range", range("quotas.rules", 1, 10_000, "0"), alb({ quotas: { rules: 0 } })],
  [
    "prop-unknown",
    at('quotas must hold known props only, got "rule"; did you mean rules'),
    alb({ quotas: { rule: 1 } }),
  ],
  [
    "idle-timeout-out-of-range",
    range("idleTimeoutSeconds", 1, 4000, "99999"),
    alb({ idleTimeoutSeconds: 99999 }),
  ],
  [
    "client-keep-alive-out-of-range",
    range("clientKeepAliveSeconds", 60, 604800, "1"),
    alb({ clientKeepAliveSeconds: 1 }),
  ],
  [
    "desync-mode-unknown",
    at('desyncMitigationMode must be monitor, defensive or strictest, got "off"; choose one of these'),
    alb({ desyncMitigationMode: "off" }),
  ],
  [
    "xff-mode-unknown",
    at('xffHeaderProcessingMode must be append, preserve or remove, got "keep"; choose one of these'),
    alb({ xffHeaderProcessingMode: "keep" }),
  ],
  [
    "xff-port-needs-append",
    at("xffClientPort must be false with mode remove, got true; use append or drop it"),
    alb({ xffClientPort: true, xffHeaderProcessingMode: "remove" }),
  ],
  [
    "log-bucket-missing",
    at("accessLogs.bucketName must be a text that is not empty, got nothing; name a bucket or give no logs"),
    alb({ accessLogs: {} }),
  ],
  [
    "log-prefix-refused",
    at(
      'accessLogs.prefix must be a folder without "AWSLogs" and without slashes at its ends, got "AWSLogs"; AWS adds AWSLogs itself',
    ),
    alb({ accessLogs: { bucketName: "b", prefix: "AWSLogs" } }),
  ],
  [
    "dependable-expected",
    at('accessLogs.dependsOn[0] must be a resource, got "policy"; give the construct itself'),
    alb({ accessLogs: { bucketName: "b", dependsOn: ["policy"] } }),
  ],
  [
    "https-twice",
    at("https must hold certificateArn, or domainName and hostedZoneId, got both; remove one"),
    https(domain),
  ],
  [
    "https-without-certificate",
    atHttps(
      "certificateArn must be given on an HTTPS listener, got nothing; give it, or domainName and hostedZoneId",
    ),
    alb({ https: {} }),
  ],
  [
    "certificate-arn",
    atHttps('certificateArn must be the ARN of an ACM or IAM certificate, got "arn"; correct it'),
    https({ certificateArn: "arn" }),
  ],
  [
    "certificate-region",
    atHttps(
      "certificateArn must be an ACM ARN in ap-northeast-2, got us-east-1; request the certificate there",
    ),
    https({ certificateArn: elsewhere }),
  ],
  [
    "too-many-certificates",
    atHttps("additionalCertificateArns must be at most 25, got 26; drop some"),
    https({
      additionalCertificateArns: Array.from({ length: 26 }, (_, index) => `${certificateArn}${index}`),
    }),
  ],
  [
    "ssl-policy-unknown",
    atHttps(
      'sslPolicy must be a security policy that AWS publishes, got "nope"; use ELBSecurityPolicy-TLS13-1-2-2021-06',
    ),
    https({ sslPolicy: "nope" }),
  ],
  [
    "domain-malformed",
    atCertificate(
      'domainName must be a host name in small letters such as lab.example.com, without wildcard and trailing dot, got "*.example.com"; correct it',
    ),
    certified({ domainName: "*.example.com" }),
  ],
  [
    "domain-malformed",
    atCertificate(
      'alternativeNames[0] must be a host name in small letters such as lab.example.com, without wildcard and trailing dot, got "a b.example.com"; correct it',
    ),
    certified({ alternativeNames: ["a b.example.com"] }),
  ],
  [
    "domain-too-long",
    atCertificate(
      "domainName must be at most 64 characters, got 71; ACM allows no more for the first name, shorten it",
    ),
    certified({ domainName: `${"a".repeat(30)}.${"b".repeat(28)}.example.com` }),
  ],
  [
    "hosted-zone-id",
    atCertificate(
      'hostedZoneId must be the id of a hosted zone, got "/hostedzone/Z1"; copy it from Route 53, such as Z0123456789ABCDEFGHIJ',
    ),
    certified({ hostedZoneId: "/hostedzone/Z1" }),
  ],
  [
    "hosted-zone-id",
    "lab/certificate: hostedZoneId must be the id of a hosted zone, got nothing; copy it from Route 53, such as Z0123456789ABCDEFGHIJ",
    (stack) => void new DomainCertificate(stack, "certificate", { domainName: "lab.example.com" } as never),
  ],
  [
    "listener-port-out-of-range",
    atListener("port must be a whole number from 1 to 65535, got 65536; give a number in that range"),
    listener({ port: 65536 }),
  ],
  [
    "listener-port-taken",
    at("listeners must differ in port, got 80 twice; choose another port"),
    listener({ port: 80 }),
  ],
  [
    "listener-protocol",
    atListener('protocol must be HTTP or HTTPS, got "TCP"; choose one of these'),
    listener({ protocol: "TCP" }),
  ],
  [
    "certificate-on-http",
    atListener(
      "certificateArn, additionalCertificateArns and sslPolicy must be absent on an HTTP listener, got one; remove it or make the listener HTTPS",
    ),
    listener({ certificateArn }),
  ],
  [
    "load-balancer-missing",
    "lab/http: loadBalancerArn must be a text that is not empty, got nothing; give the load balancer's ARN",
    (stack) =>
      void new ApplicationListener(stack, "http", {
        port: 80,
        protocol: "HTTP",
        defaultAction: fixed,
      } as never),
  ],
  [
    "name-taken",
    at('a listener\'s id must be a name not used here yet, got "http"; rename it'),
    (stack) => void albIn(stack).addListener("http", { port: 81, protocol: "HTTP", defaultAction: fixed }),
  ],
  [
    "listener-of-another",
    "lab/alb: listener must be one of this load balancer's, got lab/other/http; add the route there",
    (stack) => {
      const first = albIn(stack);
      const other = new AlbWithTargetGroup(stack, "other", { network: first.network });
      first.addRouteTo(other.http, "a", { conditions: [{ pathPattern: ["/a"] }], action: fixed });
    },
  ],
  [
    "security-group-missing",
    'lab/group: security group of "out" must be a security group, got nothing; give the InstanceSecurityGroup',
    (stack) => {
      const props = { vpcId, allowedCidrs: ["10.0.0.0/8"], rulesQuota: 60 };
      new AlbSecurityGroup(stack, "group", props).allowOut(stack, "out", 80, {} as never);
    },
  ],
  [
    "region-malformed",
    'lab/logs: region must be a region, got "Seoul"; write it as ap-northeast-2',
    (stack) => void new AccessLogBucket(stack, "logs", { region: "Seoul", account: "123456789012" }),
  ],
  [
    "account-malformed",
    "lab/logs: account must be an account id: a text of 12 digits, got 123456789012; copy it from the account's settings",
    (stack) =>
      void new AccessLogBucket(stack, "logs", { region: "eu-west-1", account: 123456789012 as never }),
  ],
  [
    "log-retention",
    "lab/logs: retentionDays must be a whole number from 1 to 3650, got 0; give a number in that range",
    (stack) =>
      void new AccessLogBucket(stack, "logs", {
        region: "eu-west-1",
        account: "123456789012",
        retentionDays: 0,
      }),
  ],
  [
    "suppression-reason",
    at("the suppression of plain-http-listener must have a reason, got none; say why it is wanted so"),
    (stack) => suppressDefect(albIn(stack), "plain-http-listener", " "),
  ],
];
