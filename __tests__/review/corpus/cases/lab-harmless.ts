import { dev, prod, prodSettings, staging } from "../bases";
import { environment } from "../bases/lab-base";
import type { Case } from "../case";
import { all, editJson, only, replaceAll } from "../edit";

const json = "cdk.tf.json";

/** Changes of this project's own environments that nobody notices. */
export const labHarmless: readonly Case[] = [
  {
    name: "A third server joins dev",
    base: dev,
    edit: environment("dev", { services: [{ name: "web", instances: 3 }] }),
    risks: [],
    why: "it is registered beside the two that answer",
  },
  {
    name: "dev gets a tag on everything",
    base: dev,
    edit: environment("dev", { tags: { Team: "web" } }),
    risks: [],
    why: "tags are updated in place",
  },
  {
    name: "The security group of the servers of dev gets another address by a recorded move",
    base: dev,
    edit: all(
      replaceAll("web_security-group_46414CE1", "web_servers_46414CE1", json),
      editJson((_, whole) => {
        whole.moved = [
          {
            from: "aws_security_group.web_security-group_46414CE1",
            to: "aws_security_group.web_servers_46414CE1",
          },
        ];
      }),
    ),
    risks: [],
    why: "the state is renamed, nothing else",
  },
  {
    name: "dev tells where its target group is",
    base: dev,
    edit: editJson((_, whole) => {
      whole.output.target_group = { value: "${aws_lb_target_group.alb_targets_group_90D5FD85.arn}" };
    }),
    risks: [],
    why: "an output is new, and no resource changes",
  },
  {
    name: "dev is protected from deletion",
    base: dev,
    edit: environment("dev", { deletionProtection: true }),
    risks: [],
    why: "it is an attribute of the load balancer, updated in place",
  },
  {
    name: "A service with a path of its own joins staging",
    base: staging,
    edit: environment("staging", {
      services: [{ name: "web" }, { name: "api", pathPrefix: "/api" }, { name: "shop", pathPrefix: "/shop" }],
    }),
    risks: [],
    why: "nothing that is there changes, and nobody asked for the path before",
  },
  {
    name: "The servers of staging may take longer to drain",
    base: staging,
    edit: environment("staging", { deregistrationDelaySeconds: 90 }),
    risks: [],
    why: "requests get more time to end",
  },
  {
    name: "prod keeps its logs longer",
    base: prod,
    edit: environment("prod", {
      ...prodSettings,
      accessLogs: { retentionDays: 400 },
      flowLogs: { retentionDays: 400 },
    }),
    risks: [],
    why: "both are updated in place",
  },
  {
    name: "prod speaks fewer ciphers",
    base: prod,
    edit: editJson((resources) => {
      only(resources, "aws_lb_listener", "https").ssl_policy = "ELBSecurityPolicy-TLS13-1-2-Res-2021-06";
    }),
    risks: [],
    why: "the policy is stricter, and still speaks TLS 1.2",
  },
];
