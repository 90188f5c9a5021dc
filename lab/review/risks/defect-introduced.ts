import { allDefects, type Finding, lint } from "../../lint";
import type { Comparison } from "../comparison";
import type { Risk } from "../risk";

/** Defects that other risks tell of, with what happens to requests. */
const TOLD_ELSEWHERE: ReadonlySet<string> = new Set([
  // security-group-closed
  ...["egress-to-targets-closed", "health-port-closed", "listener-port-closed", "target-port-closed"],
  // security-group-opened
  ...["all-ports-open-to-the-world", "app-port-open-to-the-world", "load-balancer-open-beyond-listeners"],
  ...["rdp-open-to-the-world", "ssh-open-to-the-world", "default-security-group-open"],
  // health-check-fails-servers, server-port-changed
  ...["health-path-not-served", "health-port-not-served", "server-port-not-registered"],
  // logs-off, deletion-protection-off, request-protection-weakened, web-acl-removed
  ...["access-logs-off", "vpc-without-flow-logs", "firewall-not-logged", "deletion-protection-off"],
  ...[
    "termination-protection-off",
    "invalid-headers-kept",
    "desync-mode-monitor",
    "client-address-not-appended",
  ],
  "load-balancer-without-firewall",
  // a plan still shows the block of the former type, which the provider takes away
  "action-block-of-another-type",
  // the route diff, which is exact
  "route-falls-to-default",
  // certificate-dropped, tls-policy-weakened, user-data-not-run, target-group-emptied, zone-removed
  ...["host-not-in-certificate", "ssl-policy-outdated", "user-data-change-not-run"],
  ...["target-group-without-targets", "target-outside-zones"],
]);

/** Of rules that were there before: what becomes of their requests, the exact route diff tells. */
const TOLD_OF_ROUTES: ReadonlySet<string> = new Set(["rule-never-matches", "routes-overlap"]);

/** Lint finds after the change what it did not find before. */
export const defectIntroduced: Risk = {
  id: "defect-introduced",
  level: "drops-traffic",
  facts: [],
  rank: 20,
  *find(comparison) {
    if (comparison.before.topology.resources.length === 0) return;
    for (const { id, severity, address, path, message, fix } of introduced(comparison)) {
      const isError = severity === "error";
      yield {
        at: { address, ...(path !== undefined && { path }) },
        ...(!isError && { level: "needs-care" }),
        message: `${message} (${id})`,
        course: [
          isError
            ? "AWS refuses it and the apply ends there, half done; or it is applied and cannot serve"
            : "the apply goes through; what lint warns of comes later",
        ],
        fix,
      };
    }
  },
};

/** Not warnings of what is new, which lint gives and which change nothing that runs; nor what only gets another address. */
function introduced(comparison: Comparison): readonly Finding[] {
  const { before, after } = comparison;
  const isThere = ({ address }: Finding) => before.resource(address) !== undefined;
  const found = comparison
    .findings()
    .introduced.filter((one) => !TOLD_ELSEWHERE.has(one.id) && (one.severity === "error" || isThere(one)));
  const moved = new Set(found.filter((finding) => !isThere(finding)).map(({ id }) => id));
  const defects = allDefects.filter(({ id }) => moved.has(id));
  const earlier = defects.length === 0 ? [] : lint(before.topology, { defects }).findings;
  const left = earlier.filter(({ address }) => after.resource(address) === undefined);
  return found.filter((finding) => {
    if (isThere(finding)) return !TOLD_OF_ROUTES.has(finding.id);
    const type = after.resource(finding.address)?.type;
    const same = left.findIndex(
      ({ id, address }) => id === finding.id && before.resource(address)?.type === type,
    );
    if (same >= 0) left.splice(same, 1);
    return same < 0;
  });
}
