import type { TargetPool } from "./pool";
import { isHealthy, type PooledTarget } from "./pooled-target";

/** AWS adjusts about every five seconds and compares at least three healthy targets (S6). The rest is our choice. */
const inspectEveryMs = 5000;
const fewestTargets = 3;
/** Fewer answers of a target say too little. */
const fewestAnswers = 10;
/** An anomalous target keeps some requests, or nobody would see it recover. */
const lowestWeight = 1 / 16;

/**
 * Looks for anomalies among the healthy targets. A target is anomalous when its share of failures is at least ten
 * points above, and at least twice, that of the others together. Where the group mitigates, every look halves the
 * weight of anomalous targets and doubles that of the others up to the full one.
 */
export function inspectPool(pool: TargetPool, nowMs: number): void {
  pool.inspectAtMs = nowMs + inspectEveryMs;
  const mitigates =
    pool.attributes.algorithm === "weighted_random" && pool.attributes.anomalyMitigation === "on";
  const healthy = [...pool.targets.values()].filter(isHealthy);
  const comparable = healthy.length >= fewestTargets;
  const answered = sum(healthy, "answered");
  const failed = sum(healthy, "failed");
  for (const member of pool.targets.values()) {
    const others = { answered: answered - member.answered, failed: failed - member.failed };
    if (!comparable || !isHealthy(member)) judge(member, false);
    else if (member.answered >= fewestAnswers) judge(member, standsOut(member, others));
    else if (member.anomalous) continue;
    member.weight = mitigates ? adjusted(member) : 1;
  }
}

function sum(members: readonly PooledTarget[], key: "answered" | "failed"): number {
  return members.reduce((total, member) => total + member[key], 0);
}

interface Answers {
  readonly answered: number;
  readonly failed: number;
}

function standsOut(own: Answers, others: Answers): boolean {
  if (others.answered === 0) return false;
  const [ownShare, othersShare] = [own.failed / own.answered, others.failed / others.answered];
  return ownShare >= othersShare + 0.1 && ownShare >= othersShare * 2;
}

function judge(member: PooledTarget, anomalous: boolean): void {
  member.anomalous = anomalous;
  member.answered = 0;
  member.failed = 0;
}

function adjusted({ anomalous, weight }: PooledTarget): number {
  return anomalous ? Math.max(lowestWeight, weight / 2) : Math.min(1, weight * 2);
}
