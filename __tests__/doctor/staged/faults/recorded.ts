import type { RecordedFault, Standing } from "../../support/recorded";
import { AT_MS, allow, checked, guarded, withServer } from "../../support/shop-evidence";

const failed: Standing = ["unhealthy", "Target.FailedHealthChecks", "Health checks failed"];
const timedOut: Standing = ["unhealthy", "Target.Timeout", "Request timed out"];
const notReady: Standing = [
  "unhealthy",
  "Target.ResponseCodeMismatch",
  "Health checks failed with these codes: [503]",
];
const stopped: Standing = ["unused", "Target.InvalidState", "Target is in the stopped state"];
const terminated: Standing = ["unused", "Target.InvalidState", "Target is in the terminated state"];
const registering: Standing = ["initial", "Elb.RegistrationInProgress", "Target registration is in progress"];
const internal = "Health checks failed due to an internal error";
const unusable: Standing = [
  "unused",
  "Target.IpUnusable",
  "The IP address cannot be used as a target, as it is in use by a load balancer",
];
const draining: Standing = [
  "draining",
  "Target.DeregistrationInProgress",
  "Target deregistration is in progress",
];
const notRegistered: Standing = [
  "unused",
  "Target.NotRegistered",
  "Target is not registered to the target group",
];

const noPackages = { console: "curl: (28) Failed to connect\nerror: No match for argument: nodejs\n" };
const badUserData = { console: "[   21.4] cloud-init[1833]: Failed to run module scripts_user\n" };
const booted = { console: "Cloud-init v. 22.2.2 finished at Thu, 15 Jan 2026 22:20:00 +0000\n" };
const crashing = { console: "shop.service: Main process exited, code=exited, status=1/FAILURE\n" };
const justLaunched = { launchedAtMs: AT_MS - 40_000 };
const closedAcl = guarded({ ingress: [allow(1024, 2999)] });
const ingressGone = { aws_vpc_security_group_ingress_rule: { servers: null } };

/** A fault at a time; its name ends with the ids of facts. */
export const recordedFaults: readonly RecordedFault[] = [
  { name: "a stopped instance [U16, H58]", health: { web: stopped }, says: ["instance-not-running: web"] },
  {
    name: "a terminated instance [U16, H58]",
    health: { web: terminated },
    says: ["instance-not-running: web"],
  },
  {
    name: "an instance that is being stopped, while its target still fails [U16]",
    health: { web: failed },
    machines: { web: { machine: "stopping" } },
    says: ["instance-not-running: web"],
  },
  {
    name: "an address of a load balancer [U18, H59]",
    health: { web: unusable },
    says: ["target-address-unusable: web"],
  },
  {
    name: "an internal error of a target that was healthy [H55]",
    health: { web: ["unhealthy", "Elb.InternalError", internal] },
    says: ["internal-error: web"],
  },
  {
    name: "an internal error before the first health check [H55, H38]",
    health: { web: ["unavailable", "Elb.InternalError", internal] },
    says: ["internal-error: web"],
  },
  {
    name: "a registration a moment ago [U19, H50]",
    health: { web: registering },
    says: ["registration-in-progress: web"],
  },
  {
    name: "a deregistration that is over [U17, H56]",
    health: { web: notRegistered },
    says: ["target-not-registered: web"],
  },
  {
    name: "a network ACL that stops requests [U8]",
    health: { "web-2": timedOut },
    change: { resource: closedAcl },
    says: ["network-acl-closed: web-2"],
  },
  {
    name: "a network ACL that stops the answers [U8]",
    health: { "web-2": timedOut },
    change: { resource: guarded({ egress: [allow(443)] }) },
    says: ["network-acl-closed: web-2"],
  },
  {
    name: "packages that could not be installed [U11]",
    health: { web: failed },
    machines: { web: noPackages },
    says: ["packages-not-installed: web"],
  },
  {
    name: "user data that could not be carried out [U11]",
    health: { web: failed },
    machines: { web: badUserData },
    says: ["user-data-failed: web"],
  },
  {
    name: "a machine that has booted without a server [U11]",
    health: { web: failed },
    machines: { web: booted },
    says: ["server-never-started: web"],
  },
  {
    name: "a server that ends after each start [U11]",
    health: { web: failed },
    machines: { web: crashing },
    says: ["server-crashes: web"],
  },
  {
    name: "a machine that was launched less than a minute ago [U20, H54]",
    health: { web: failed },
    machines: { web: justLaunched },
    says: ["still-starting: web"],
  },
  {
    name: "a rule of a security group that somebody has removed [U6]",
    health: { web: timedOut, "web-2": timedOut, api: timedOut },
    change: { deployed: ingressGone },
    says: ["drift-security-group-rule: web+web-2+api+web"],
  },
  {
    name: "a health path that somebody has changed by hand [U1, H13]",
    health: {
      web: ["unhealthy", "Target.ResponseCodeMismatch", "Health checks failed with these codes: [404]"],
    },
    change: { deployed: checked({ path: "/alive" }) },
    says: ["drift-target-group: web+web"],
  },
];

export const recordedPairs: readonly RecordedFault[] = [
  {
    name: "a stopped instance, and one whose server is not ready [U5, U16]",
    health: { web: stopped, "web-2": notReady },
    says: ["instance-not-running: web", "health-check-server-error: web-2"],
  },
  {
    name: "an address of a load balancer, and a target that is being removed [U18, U21]",
    health: { web: unusable, "web-2": draining },
    says: ["target-address-unusable: web", "target-draining: web-2"],
  },
  {
    name: "a network ACL, and a server that is not ready in the other zone [U5, U8]",
    health: { "web-2": timedOut, web: notReady },
    change: { resource: closedAcl },
    says: ["network-acl-closed: web-2", "health-check-server-error: web"],
  },
  {
    name: "packages that could not be installed, and a machine that was just launched [U11, U20]",
    health: { web: failed, "web-2": failed },
    machines: { web: noPackages, "web-2": justLaunched },
    says: ["packages-not-installed: web", "still-starting: web-2"],
  },
  {
    name: "a machine that was just launched, and a server that is not ready [U5, U20]",
    health: { web: failed, "web-2": notReady },
    machines: { web: justLaunched },
    says: ["health-check-server-error: web-2", "still-starting: web"],
  },
  {
    name: "an internal error, and a target that is not registered any more [U17, H55]",
    health: { web: ["unhealthy", "Elb.InternalError", internal], "web-2": notRegistered },
    says: ["target-not-registered: web-2", "internal-error: web"],
  },
  {
    name: "a server that ends after each start, and whose user data has another health path [U1, U11]",
    health: { web: failed },
    machines: { web: crashing },
    change: { resource: withServer({ healthPath: "/ready" }) },
    says: ["server-crashes: web", "health-path-not-found: web"],
  },
  {
    name: "a network ACL and a security group, both closed to the targets of one zone [U6, U8]",
    health: { "web-2": timedOut, api: timedOut },
    change: { resource: { ...closedAcl, ...ingressGone } },
    says: ["target-security-group-closed: web-2+api", "network-acl-closed: web-2+api"],
  },
];
