import { type TerraformStack, TerraformVariable } from "cdktf";
import { LabNetwork, VpcFlowLogs } from "../../../constructs";
import { type Case, vpcId } from "./cases";

const zones = ["ap-northeast-2a", "ap-northeast-2c"];
const network = (props: object) => (stack: TerraformStack) =>
  void new LabNetwork(stack, "network", { zones, ...props });
const existing = (props: object) => (stack: TerraformStack) =>
  void LabNetwork.fromExisting(stack, "network", { vpcId, ...props } as never);
const at = (message: string) => `lab/network: ${message}`;

/** What is refused on a network. Facts: B52-B57, N3, N4, N12. */
export const networkCases: readonly Case[] = [
  [
    "list-expected",
    at("zones must be a list, got nothing; write its items between brackets"),
    network({ zones: undefined }),
  ],
  [
    "list-expected",
    at('zones must be a list, got "ap-northeast-2a"; write its items between brackets'),
    network({ zones: "ap-northeast-2a" }),
  ],
  [
    "zone-malformed",
    at('zones[1] must be the name of a zone, got "ap-northeast-2"; write it as ap-northeast-2a'),
    network({ zones: ["ap-northeast-2a", "ap-northeast-2", "ap-northeast-2c"] }),
  ],
  [
    "zone-repeated",
    at('zones must differ in zone, got "ap-northeast-2a" 2 times; name each once'),
    network({ zones: ["ap-northeast-2a", "ap-northeast-2a", "ap-northeast-2c"] }),
  ],
  [
    "too-few-zones",
    at("zones must be of 2 zones or more for a load balancer, got 1; add a zone"),
    network({ zones: ["ap-northeast-2a"] }),
  ],
  [
    "zones-of-two-regions",
    at("zones must be of one region, got ap-northeast-2 and us-east-1; keep the zones of one"),
    network({ zones: ["ap-northeast-2a", "us-east-1a"] }),
  ],
  [
    "zone-without-subnet-plan",
    at(
      'zones must end in a letter from a to h, got "us-west-2-lax-1a"; use LabNetwork.fromExisting with subnets made for it',
    ),
    network({ zones: ["us-west-2a", "us-west-2b", "us-west-2-lax-1a"] }),
  ],
  [
    "cidr-malformed",
    at(
      'cidr must be an IPv4 network, got "10.0.0.1/16", which has host bits set; did you mean 10.0.0.0/16; correct it',
    ),
    network({ cidr: "10.0.0.1/16" }),
  ],
  [
    "cidr-size",
    at(
      "cidr must be /16 to /23, got /15; the VPC is cut into sixteen, and a load balancer's subnets need /27 each",
    ),
    network({ cidr: "10.0.0.0/15" }),
  ],
  [
    "cidr-public",
    at('cidr must be private (RFC 1918 or 100.64.0.0/10), got "8.8.0.0/16"; use 10.0.0.0/16'),
    network({ cidr: "8.8.0.0/16" }),
  ],
  [
    "unknown-at-synth",
    at("cidr must be known at synth, got a token; give a literal"),
    (stack) =>
      void new LabNetwork(stack, "network", {
        zones,
        cidr: new TerraformVariable(stack, "cidr", {}).stringValue,
      }),
  ],
  [
    "unknown-at-synth",
    at("zones[0] must be known at synth, got a token; give a literal"),
    (stack) =>
      void new LabNetwork(stack, "network", {
        zones: [new TerraformVariable(stack, "zone", {}).stringValue, ...zones],
      }),
  ],
  [
    "nat-gateways-unknown",
    at('natGateways must be one or per-zone, got "two"; choose one of these'),
    network({ natGateways: "two", privateSubnets: true }),
  ],
  [
    "nat-without-private-subnets",
    at('natGateways must be absent without privateSubnets, got "one"; drop it'),
    network({ natGateways: "one" }),
  ],
  [
    "subnets-missing",
    at("publicSubnets or privateSubnets must be given, got neither; name two subnets"),
    existing({}),
  ],
  [
    "subnet-missing",
    at("publicSubnets[0].subnetId must be a text that is not empty, got nothing; give the id of the subnet"),
    existing({ publicSubnets: [{ zone: "ap-northeast-2a" }] }),
  ],
  [
    "log-retention",
    "lab/logs: retentionDays must be 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288 or 3653, got 10; choose one of these",
    (stack) => void new VpcFlowLogs(stack, "logs", { vpcId, retentionDays: 10 }),
  ],
];
