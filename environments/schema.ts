import type { z } from "zod";
import { accessLogs, account, flowLogs, https, stateBucket, tags } from "./account-leaves";
import { flag, oneOf, shape, wholeNumber } from "./leaf";
import { allowedCidrs, natGateways, region, vpcCidr, zones } from "./network-leaves";
import { healthCheck, services } from "./service-leaves";
import { type EnvironmentSettings, environmentNames } from "./settings";

/** Every key of an environment with its range and default; {@link EnvironmentSettings} says what each means. */
const keys = {
  name: oneOf(environmentNames),
  region: region.default("ap-northeast-2"),
  account: account.optional(),
  zones,
  vpcCidr: vpcCidr.default("10.0.0.0/16"),
  privateInstances: flag("instances stand in private subnets").default(false),
  natGateways: natGateways.default("none"),
  internal: flag("the load balancer has private addresses only").default(false),
  allowedCidrs: allowedCidrs.default(["0.0.0.0/0"]),
  https: https.optional(),
  deletionProtection: flag("AWS refuses to delete the load balancer").default(false),
  accessLogs: accessLogs.optional(),
  flowLogs: flowLogs.optional(),
  idleTimeoutSeconds: wholeNumber(1, 4000, "give the seconds a connection may be silent").default(60),
  deregistrationDelaySeconds: wholeNumber(0, 3600, "give the seconds of the longest request").default(30),
  detailedMonitoring: flag("instance metrics come every minute").default(false),
  instanceTerminationProtection: flag("AWS refuses to terminate the instances").default(false),
  retiring: flag("the environment is about to be destroyed").default(false),
  healthCheck: healthCheck.prefault({}),
  services,
  stateBucket: stateBucket.optional(),
  tags: tags.default({}),
} satisfies Record<keyof EnvironmentSettings, z.ZodType>;

/** The schema of a whole environment; unknown keys are refused at every level. */
export const environmentSchema = shape(keys);

/** An environment of the right shape whose contradictions are not checked yet. */
export type Candidate = z.output<typeof environmentSchema>;
