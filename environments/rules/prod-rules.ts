import { rule } from "./rule";

/** What production may not do without. // B72 */
export const prodRules = [
  rule("prod-without-https", ["name", "https"], ({ name, https }) => [
    name === "prod" &&
      https === undefined &&
      "prod needs https, got nothing; set https.certificateArn, or https.domainName and https.hostedZoneId",
  ]),
  rule("prod-without-deletion-protection", ["name", "deletionProtection", "retiring"], (environment) => [
    environment.name === "prod" &&
      !environment.deletionProtection &&
      !environment.retiring &&
      "prod needs deletionProtection, got false; set it to true, or retiring to destroy prod",
  ]),
  rule("prod-without-access-logs", ["name", "accessLogs"], ({ name, accessLogs }) => [
    name === "prod" &&
      accessLogs === undefined &&
      "prod needs accessLogs, got nothing; set accessLogs.retentionDays",
  ]),
  rule("prod-with-one-instance", ["name", "services"], ({ name, services }) =>
    services.map(
      ({ instances }, index) =>
        name === "prod" &&
        instances < 2 &&
        `services[${index}].instances must be 2 or more in prod, got ${instances}; one instance stands in one zone`,
    ),
  ),
];
