/** States of DescribeTargetHealth for an Application Load Balancer. */
export type HealthState = "initial" | "healthy" | "unhealthy" | "unused" | "draining" | "unavailable";

/** AWS's reason codes (H50-H61). */
export type HealthReason =
  | "Elb.RegistrationInProgress"
  | "Elb.InitialHealthChecking"
  | "Target.ResponseCodeMismatch"
  | "Target.Timeout"
  | "Target.FailedHealthChecks"
  | "Elb.InternalError"
  | "Target.NotRegistered"
  | "Target.NotInUse"
  | "Target.InvalidState"
  | "Target.IpUnusable"
  | "Target.DeregistrationInProgress"
  | "Target.HealthCheckDisabled";

/** What AWS would show of a target. `healthy` has neither a reason nor a description (H40). */
export interface Standing {
  readonly state: HealthState;
  readonly reason?: HealthReason;
  readonly description?: string;
}

/** What decides whether a target is probed at all (H26, H30). */
export interface Circumstances {
  readonly registered: boolean;
  /** Deregistered, with the deregistration delay still running. */
  readonly draining: boolean;
  /** A listener's default action or a rule forwards to the group. */
  readonly groupUsed: boolean;
  /** The load balancer has a subnet in the target's zone. */
  readonly zoneEnabled: boolean;
  /** Only lambda groups can switch health checks off (H12). */
  readonly checksEnabled: boolean;
  readonly condition: TargetCondition;
}

/** Of the instance or address behind a target; `invalid` is any other condition in which it cannot serve. */
export type TargetCondition = "running" | "stopped" | "terminated" | "invalid" | "ip-in-use-by-load-balancer";

/** A target's standing and what its next one depends on. A value: it is replaced, never changed. */
export interface TargetHealth extends Standing {
  /** Successful probes in a row; counted in `unhealthy` only. */
  readonly successes: number;
  /** Failed probes in a row. */
  readonly failures: number;
  readonly circumstances: Circumstances;
}

/** A target before its registration, to which every other event may already have happened. */
export function unregisteredTarget(
  circumstances: Partial<Omit<Circumstances, "registered" | "draining">> = {},
): TargetHealth {
  return restart({
    groupUsed: true,
    zoneEnabled: true,
    checksEnabled: true,
    condition: "running",
    ...circumstances,
    registered: false,
    draining: false,
  });
}

/** The health of a target of which no probe is known yet. */
export function restart(circumstances: Circumstances): TargetHealth {
  return { ...(obstacle(circumstances) ?? registering), successes: 0, failures: 0, circumstances };
}

const registering: Standing = {
  state: "initial",
  reason: "Elb.RegistrationInProgress",
  description: "Target registration is in progress",
};

/** Why a target is not probed; undefined when it is. */
export function obstacle(circumstances: Circumstances): Standing | undefined {
  if (circumstances.draining)
    return {
      state: "draining",
      reason: "Target.DeregistrationInProgress",
      description: "Target deregistration is in progress",
    };
  if (!circumstances.registered)
    return unused("Target.NotRegistered", "Target is not registered to the target group");
  if (circumstances.condition !== "running") return unusable[circumstances.condition];
  if (!circumstances.groupUsed)
    return unused(
      "Target.NotInUse",
      "Target group is not configured to receive traffic from the load balancer",
    );
  if (!circumstances.zoneEnabled)
    return unused(
      "Target.NotInUse",
      "Target is in an Availability Zone that is not enabled for the load balancer",
    );
  if (!circumstances.checksEnabled)
    return {
      state: "unavailable",
      reason: "Target.HealthCheckDisabled",
      description: "Health checks are disabled",
    };
  return undefined;
}

function unused(reason: HealthReason, description: string): Standing {
  return { state: "unused", reason, description };
}

const unusable: Record<Exclude<TargetCondition, "running">, Standing> = {
  stopped: unused("Target.InvalidState", "Target is in the stopped state"),
  terminated: unused("Target.InvalidState", "Target is in the terminated state"),
  invalid: unused("Target.InvalidState", "Target is in an invalid state"),
  "ip-in-use-by-load-balancer": unused(
    "Target.IpUnusable",
    "The IP address cannot be used as a target, as it is in use by a load balancer",
  ),
};
