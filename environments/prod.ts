import { placeholderDomain, placeholderHostedZoneId } from "./placeholders";
import { defineEnvironment } from "./settings";

/**
 * Production: HTTPS, nothing that can be deleted by accident, logs, and a zone that may fail.
 *
 * Before the first deploy set what only your team knows, in this file: `https.domainName` and
 * `https.hostedZoneId` (or `https.certificateArn` instead of both; the import of the placeholders goes then) and `account`; and `stateBucket`, so that
 * the team shares one state.
 */
export const prod = defineEnvironment({
  name: "prod",
  zones: ["ap-northeast-2a", "ap-northeast-2c"],
  vpcCidr: "10.2.0.0/16",
  privateInstances: true,
  natGateways: "per-zone",
  https: { domainName: placeholderDomain, hostedZoneId: placeholderHostedZoneId },
  deletionProtection: true,
  instanceTerminationProtection: true,
  accessLogs: { retentionDays: 365 },
  flowLogs: { retentionDays: 365 },
  deregistrationDelaySeconds: 120,
  detailedMonitoring: true,
  services: [{ name: "web" }, { name: "api", pathPrefix: "/api" }],
});
