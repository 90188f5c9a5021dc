import type { SeenTarget } from "../../lab/doctor";
import { CannotRun } from "../exit-code";

const STATES = ["initial", "healthy", "unhealthy", "unused", "draining", "unavailable"] as const;

const REASONS = [
  "Elb.RegistrationInProgress",
  "Elb.InitialHealthChecking",
  "Target.ResponseCodeMismatch",
  "Target.Timeout",
  "Target.FailedHealthChecks",
  "Elb.InternalError",
  "Target.NotRegistered",
  "Target.NotInUse",
  "Target.InvalidState",
  "Target.IpUnusable",
  "Target.DeregistrationInProgress",
  "Target.HealthCheckDisabled",
] as const;

type Fields = Readonly<Record<string, unknown>>;

/**
 * The targets that `aws elbv2 describe-target-health` has printed as JSON.
 *
 * @param name what errors call it
 * @throws CannotRun when it is something else; the message is one line
 */
export function parseTargetHealth(text: string, name: string): readonly SeenTarget[] {
  const list = objectOf(parse(text, name)).TargetHealthDescriptions;
  if (!Array.isArray(list))
    throw problem(
      name,
      "must have TargetHealthDescriptions",
      list,
      "save what describe-target-health prints as JSON",
    );
  return list.map((item, index) => targetOf(objectOf(item), `${name}: TargetHealthDescriptions[${index}]`));
}

function targetOf({ Target, TargetHealth }: Fields, at: string): SeenTarget {
  const { Id, Port, AvailabilityZone: zone } = objectOf(Target);
  const { State, Reason, Description } = objectOf(TargetHealth);
  if (typeof Id !== "string" || Id === "") throw problem(at, "Target.Id must be a text", Id);
  if (Port !== undefined && !isPort(Port)) throw problem(at, "Target.Port must be a port", Port);
  const state = STATES.find((known) => known === State);
  if (state === undefined) throw problem(at, `TargetHealth.State must be one of ${STATES.join(", ")}`, State);
  const reason = REASONS.find((known) => known === Reason);
  if (Reason !== undefined && reason === undefined)
    throw problem(at, "TargetHealth.Reason must be one of an Application Load Balancer", Reason);
  return {
    id: Id,
    ...(isPort(Port) && { port: Port }),
    ...(typeof zone === "string" && zone !== "all" && { zone }),
    state,
    ...(reason && { reason }),
    ...(typeof Description === "string" && Description !== "" && { description: Description }),
  };
}

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw problem(
      name,
      "must be JSON",
      text.slice(0, 40),
      "add --output json to the command that printed it",
    );
  }
}

function problem(at: string, rule: string, got: unknown, advice = "save it anew"): CannotRun {
  const shown = got === undefined ? "nothing" : JSON.stringify(got)?.slice(0, 60);
  return new CannotRun(`${at}: ${rule}, got ${shown}; ${advice}`);
}

function objectOf(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}

function isPort(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= 65_535;
}
