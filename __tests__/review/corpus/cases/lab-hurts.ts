import { dev, prod, staging } from "../bases";
import { environment } from "../bases/lab-base";
import type { Case } from "../case";
import { editJson, only } from "../edit";

/** Changes of this project's own environments that hurt. */
export const labHurts: readonly Case[] = [
  {
    name: "The servers of dev move to port 3001",
    base: dev,
    edit: environment("dev", { services: [{ name: "web", port: 3001 }] }),
    risks: ["server-port-changed", "targets-replaced-together", "target-group-replaced"],
    why: "both instances are replaced at once, and the new group has no healthy target for a while",
  },
  {
    name: "The health check of dev asks for a path that the servers do not have",
    base: dev,
    edit: editJson((resources) => {
      only(resources, "aws_lb_target_group").health_check.path = "/ready";
    }),
    risks: ["health-check-fails-servers"],
    why: "the servers answer /ready with 404",
  },
  {
    name: "The health check of dev wants another answer than the servers give",
    base: dev,
    edit: editJson((resources) => {
      only(resources, "aws_lb_target_group").health_check.matcher = "204";
    }),
    risks: ["health-check-fails-servers"],
    why: "the servers answer /health with 200",
  },
  {
    name: "The user data of one server of dev changes without a replacement",
    base: dev,
    edit: editJson((resources) => {
      const server = only(resources, "aws_instance", "Server-2");
      server.user_data_base64 = Buffer.from("#!/bin/sh\nexec /opt/server\n").toString("base64");
      server.user_data_replace_on_change = false;
    }),
    risks: ["user-data-not-run"],
    why: "the instance is stopped and started, and cloud-init does not run the new text",
  },
  {
    name: "dev keeps one server",
    base: dev,
    edit: environment("dev", { services: [{ name: "web", instances: 1 }] }),
    risks: ["capacity-reduced"],
    why: "one zone is left without a server, and its requests are cut off",
  },
  {
    name: "The network of staging gets other addresses",
    base: staging,
    edit: environment("staging", { vpcCidr: "10.9.0.0/16" }),
    risks: ["network-replaced"],
    why: "load balancer, instances and everything else in it are destroyed",
  },
  {
    name: "prod is no longer protected from deletion",
    base: prod,
    edit: editJson((resources) => {
      only(resources, "aws_lb").enable_deletion_protection = false;
    }),
    risks: ["deletion-protection-off"],
    why: "the next mistake can destroy the load balancer",
  },
  {
    name: "prod keeps no access logs",
    base: prod,
    edit: editJson((resources) => {
      for (const type of Object.keys(resources)) if (type.startsWith("aws_s3_")) delete resources[type];
      const balancer = only(resources, "aws_lb");
      delete balancer.access_logs;
      balancer.depends_on = balancer.depends_on.filter((address: string) => !address.startsWith("aws_s3_"));
    }),
    risks: ["data-destroyed", "logs-off"],
    why: "no new logs are written, and the bucket is to be destroyed, which AWS refuses while logs are in it",
  },
];
