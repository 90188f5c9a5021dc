import { checkEnvironment, EnvironmentError } from "../../environments";

/** An environment without problems, to be spoiled by a test. */
export const sound = {
  name: "dev",
  zones: ["ap-northeast-2a", "ap-northeast-2c"],
  services: [{ name: "web" }],
};

/** A prod without problems. */
export const soundProd = {
  ...sound,
  name: "prod",
  https: { domainName: "lab.example.org", hostedZoneId: "Z2FDTNDATAQYW2" },
  deletionProtection: true,
  accessLogs: { retentionDays: 30 },
};

/** The lines a person reads about the sound environment with these changes. */
export function linesOf(changes: Record<string, unknown>, base: object = sound): string[] {
  const { problems } = checkEnvironment({ ...base, ...changes });
  return problems.length === 0 ? [] : new EnvironmentError(problems).message.split("\n");
}

/** The lines about one service with these changes. */
export function serviceLinesOf(changes: Record<string, unknown>): string[] {
  return linesOf({ services: [{ name: "web", ...changes }] });
}
