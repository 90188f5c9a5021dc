import type { PropChecks } from "../checks/prop-checks";
import { anything, known, knownFlag, matching, oneOf, required, text, whole } from "../checks/prop-kinds";
import { anyObject, listOf, mapOf, objectOf, type Shape } from "../checks/prop-shapes";
import { isToken, show } from "../checks/values";
import { ACCOUNT, REGION } from "../load-balancer/access-log-bucket";
import { regionOfZone } from "../network/zone";
import type { LabService, LabStackProps, RecordedMove } from "./lab-stack-props";
import type { StateBucket } from "./stack-foundation";

const SERVICE: Shape<LabService> = {
  name: required(
    known(
      matching(
        /^[A-Za-z][A-Za-z0-9-]{0,57}$/,
        "1 to 58 letters, digits or hyphens, a letter first",
        "service-name",
        "rename the service",
      ),
    ),
  ),
  instances: required(anything),
  port: required(anything),
  pathPrefix: anything,
  hosts: anything,
  priority: anything,
  instanceType: required(anything),
  architecture: required(anything),
  imageId: anything,
};

/** Terraform reads the backend before it knows any value. */
const BUCKET: Shape<StateBucket> = {
  bucket: required(
    known(
      matching(
        /^(?!xn--)(?!\d+\.\d+\.\d+\.\d+$)[a-z0-9]([a-z0-9-]|\.(?!\.)){1,61}[a-z0-9]$/,
        "the name of a bucket: 3 to 63 lower-case letters, digits, hyphens or dots",
        "state-bucket",
        "name a bucket that exists",
      ),
    ),
  ),
  region: REGION,
  key: known(
    matching(
      /^[A-Za-z0-9_.-][A-Za-z0-9_./-]{0,1023}$/,
      "an object key of 1 to 1024 characters without a leading slash",
      "state-key",
      "write it as alb-lab/dev.tfstate",
    ),
  ),
};

const ADDRESS = required(
  known(
    matching(
      /^[a-z][a-z0-9_]*\.[A-Za-z_][\w-]*$/,
      "the address of a resource",
      "move-address",
      "write it as aws_lb.alb_load-balancer_1A2B3C4D",
    ),
  ),
);

const MOVE: Shape<RecordedMove> = { from: ADDRESS, to: ADDRESS };

const requiredFlag = required(knownFlag);

/** What each prop of a lab must be. What is handed on to another construct is checked there. */
export const LAB_STACK: Shape<LabStackProps> = {
  name: known(text),
  region: required(REGION),
  account: known(ACCOUNT),
  zones: anything,
  vpcCidr: required(anything),
  privateInstances: requiredFlag,
  natGateways: required(known(oneOf(["none", "one", "per-zone"], "nat-gateways-unknown"))),
  internal: requiredFlag,
  allowedCidrs: required(anything),
  https: anything,
  deletionProtection: requiredFlag,
  accessLogs: objectOf({ retentionDays: required(whole(1, 3650, "log-retention")) }),
  flowLogs: anyObject,
  idleTimeoutSeconds: required(anything),
  deregistrationDelaySeconds: required(anything),
  detailedMonitoring: requiredFlag,
  instanceTerminationProtection: requiredFlag,
  retiring: knownFlag,
  healthCheck: required(anything),
  services: required(known(listOf(objectOf(SERVICE)))),
  stateBucket: objectOf(BUCKET),
  tags: required(known(mapOf(text))),
  moves: known(listOf(objectOf(MOVE))),
};

/** Reports what contradicts itself over several props of a lab. */
export function checkLab(check: PropChecks, id: string, props: LabStackProps): void {
  if (props.name !== undefined && props.name !== id) {
    const rule = `name must be the stack's id, got ${show(props.name)}`;
    check.refuse("stack-name", `${rule}; give the values of ${id}`);
  }
  checkRegion(check, props);
  checkServices(check, props.services);
  for (const [key, value] of Object.entries(props.tags ?? {})) checkTag(check, key, value);
  const count = Object.keys(props.tags ?? {}).length;
  if (count > TAGS)
    check.refuse("too-many-tags", `tags must be at most ${TAGS}, got ${count}; AWS takes 50 in all`);
}

/** What is wrong with the zones themselves is found where the network is declared. */
function checkRegion(check: PropChecks, { region, zones }: LabStackProps): void {
  if (region === undefined || !Array.isArray(zones)) return;
  for (const zone of zones.filter((name) => typeof name === "string")) {
    const found = regionOfZone(zone);
    if (found === undefined || found === region) continue;
    const rule = `zones must be of ${region}, got ${show(zone)}`;
    check.refuse("zone-of-another-region", `${rule}; name zones of ${region}`);
  }
}

/** True for the service that answers what no other does. */
export function isDefault({ pathPrefix, hosts }: LabService): boolean {
  return pathPrefix === undefined && hosts === undefined;
}

function checkServices(check: PropChecks, services: readonly LabService[] | undefined): void {
  if (services?.length === 0) {
    check.refuse("no-services", "services must name at least one service, got []; give one");
  }
  const names = (services ?? []).flatMap(({ name }) => name ?? []);
  const keys = names.map((name) => name.toLowerCase());
  for (const name of names.filter((_, index) => keys.indexOf(keys[index] ?? "") !== index)) {
    const rule = `services must differ in name by more than letter case, got ${show(name)} twice`;
    check.refuse("service-declared-twice", `${rule}; rename one`);
  }
  const defaults = (services ?? []).filter(isDefault).map(({ name }) => name);
  if (defaults.length < 2) return;
  const rule = `only one service may have neither pathPrefix nor hosts, got ${defaults.join(" and ")}`;
  check.refuse("default-service-twice", `${rule}; route the others`);
}

/** AWS takes 50 tags; the constructs add their own. */
const TAGS = 40;
const RESERVED = ["project", "environment", "managedby", "name", "__proto__"];
const TAG_TEXT = /^[\p{L}\p{N} _.:/=+@-]+$/u;
const SECRET = /AKIA[0-9A-Z]{16}|PRIVATE KEY|passw(or)?d\s*[:=]/i;

function checkTag(check: PropChecks, key: string, value: string): void {
  const rule = (must: string, got: string, fix: string) =>
    check.refuse("tag-refused", `tags must ${must}, got ${got}; ${fix}`);
  if (/^aws:/i.test(key)) rule("not start with aws:", show(key), "rename it");
  else if (RESERVED.includes(key.toLowerCase()))
    rule("not repeat a tag that is always set", show(key), "leave it out");
  else if (key.length > 128 || !TAG_TEXT.test(key))
    rule("be named by 1 to 128 letters, digits, spaces or _ . : / = + - @", show(key), "rename it");
  if (isToken(value)) return;
  if (value.length > 256 || !(value === "" || TAG_TEXT.test(value)))
    rule(
      "hold at most 256 letters, digits, spaces or _ . : / = + - @",
      `${show(value)} for ${show(key)}`,
      "change it",
    );
  else if (SECRET.test(value))
    rule("hold no secret", `what looks like one for ${show(key)}`, "use a parameter store");
}
