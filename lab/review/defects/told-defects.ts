import type { Finding } from "../../lint";
import type { Comparison } from "../comparison";
import type { RiskFinding } from "../risk";
import { Neighbourhoods } from "./surroundings";

const CLOSED = ["security-group-closed", "server-port-changed", "health-check-fails-servers"];
const OPENED = ["security-group-opened"];
const HEALTH = ["health-check-fails-servers", "server-port-changed"];

/** Defects that other risks tell of, with what happens to requests, by the ids of those risks. */
const TELLERS: ReadonlyMap<string, readonly string[]> = new Map([
  ["egress-to-targets-closed", CLOSED],
  ["health-port-closed", CLOSED],
  ["listener-port-closed", ["security-group-closed", "listener-port-changed"]],
  ["target-port-closed", CLOSED],
  ["all-ports-open-to-the-world", OPENED],
  ["app-port-open-to-the-world", OPENED],
  ["load-balancer-open-beyond-listeners", OPENED],
  ["rdp-open-to-the-world", OPENED],
  ["ssh-open-to-the-world", OPENED],
  ["default-security-group-open", OPENED],
  ["health-path-not-served", HEALTH],
  ["health-port-not-served", HEALTH],
  ["server-port-not-registered", HEALTH],
  ["access-logs-off", ["logs-off"]],
  ["log-bucket-without-tls", ["logs-off"]],
  ["vpc-without-flow-logs", ["logs-off"]],
  ["firewall-not-logged", ["logs-off"]],
  ["deletion-protection-off", ["deletion-protection-off"]],
  ["termination-protection-off", ["deletion-protection-off"]],
  ["invalid-headers-kept", ["request-protection-weakened"]],
  ["desync-mode-monitor", ["request-protection-weakened"]],
  ["client-address-not-appended", ["request-protection-weakened"]],
  ["load-balancer-without-firewall", ["web-acl-removed"]],
  ["host-not-in-certificate", ["certificate-dropped"]],
  ["rule-never-matches", ["requests-moved", "requests-unanswered"]],
  ["ssl-policy-outdated", ["tls-policy-weakened"]],
  ["user-data-change-not-run", ["user-data-not-run"]],
  ["target-group-without-targets", ["target-group-emptied"]],
  ["target-outside-zones", ["zone-removed"]],
]);

/** Defects that are no news in a review, whatever other risks find. */
const NO_NEWS: ReadonlySet<string> = new Set([
  // a plan still shows the block of the former type, which the provider takes away
  "action-block-of-another-type",
  // the route diff, which is exact, tells of it
  "route-falls-to-default",
  "routes-overlap",
  // who had it has gone, or has another one: what follows from that is told
  "security-group-unused",
]);

/** Warnings that are left to others only where one of them tells of it, as errors are. */
const BESIDE: ReadonlySet<string> = new Set(["log-bucket-without-tls"]);

/** Whether something that lint finds is left to others: a warning always, an error where one of them tells of it. */
export function toldOf(comparison: Comparison, told: readonly RiskFinding[]) {
  let neighbourhoods: Neighbourhoods | undefined;
  return ({ id, severity, address }: Finding): boolean => {
    if (NO_NEWS.has(id)) return true;
    const tellers = TELLERS.get(id);
    if (tellers === undefined) return false;
    if (severity !== "error" && !BESIDE.has(id)) return true;
    const known = neighbourhoods ?? new Neighbourhoods(comparison);
    neighbourhoods = known;
    return told.some((one) => tellers.includes(one.id) && known.areTogether(one.address, address));
  };
}

/** Whether AWS takes an error of lint, and nobody is shut out by it: a door stands open, or a rule is never tried. */
export function isTaken(id: string): boolean {
  return TELLERS.get(id) === OPENED || id === "rule-never-matches";
}
