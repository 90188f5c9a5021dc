import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { EnvironmentSettings } from "../../../../environments";
import type { Base } from "../case";
import type { Files } from "../edit";
import { labFiles } from "./lab-base";

/** Two public servers behind plain HTTP, by the constructs. */
export const dev: Base = { name: "dev", read: () => labFiles("dev") };

/** Two services, private instances, by the constructs. */
export const staging: Base = { name: "staging", read: () => labFiles("staging") };

const hostedZoneId = "Z0CORPUS0LAB0TEAM0DEV";

/** What prod lacks, and what the emulator cannot do: it knows no detailed monitoring and no termination protection. */
export const prodSettings: Partial<EnvironmentSettings> = {
  account: "123456789012",
  https: { domainName: "lab.team.dev", hostedZoneId },
  detailedMonitoring: false,
  instanceTerminationProtection: false,
};

/** HTTPS with a domain, deletion protection and logs, by the constructs. */
export const prod: Base = {
  name: "prod",
  read: () => labFiles("prod", prodSettings),
  hostedZones: { [hostedZoneId]: "team.dev" },
};

/** Written by hand: certificates, weighted forwards, records, a web ACL, logs. */
export const shop: Base = { name: "shop", read: () => readFiles("shop") };

/** Written by hand: modules, auto scaling groups. */
export const fleet: Base = { name: "fleet", read: () => readFiles("fleet") };

/** Written by hand in JSON: `count`, inline rules of security groups, no create_before_destroy. */
export const counted: Base = { name: "counted", read: () => readFiles("counted") };

/** Written by hand: a container service. */
export const tasks: Base = { name: "tasks", read: () => readFiles("tasks") };

function readFiles(name: string): Files {
  const directory = join(__dirname, name);
  const names = readdirSync(directory, { recursive: true, encoding: "utf8" });
  const texts = names
    .filter((path) => /\.tf(\.json)?$/.test(path))
    .map((path) => [path, readFileSync(join(directory, path), "utf8")]);
  return Object.fromEntries(texts);
}
