import { matcherOf } from "./judgement";
import { judgeDestroyNothing, judgeReplaceNothing } from "./plan/plan-matchers";
import { judgeChangeOnly } from "./plan/to-change-only";
import { judgeAllowOnly, judgeAllowTraffic, judgeReachableOnlyFrom, judgeReachOnly } from "./reachability";
import { toRoute } from "./routing/to-route";
import { judgeBecomeHealthy, judgeNoticeDeath } from "./targets/health-times";
import { judgeFile, judgeServers } from "./targets/servers";
import { judgeHealthCheck } from "./targets/to-have-health-check";
import { judgeTargets } from "./targets/to-have-targets";
import { judgeDefects } from "./to-have-no-defects";

/** Every matcher, for `expect.extend`. */
export const matchers = {
  toRoute,
  toAllowTraffic: matcherOf(judgeAllowTraffic),
  toBeReachableOnlyFrom: matcherOf(judgeReachableOnlyFrom),
  toReachOnly: matcherOf(judgeReachOnly),
  toAllowOnly: matcherOf(judgeAllowOnly),
  toHaveTargets: matcherOf(judgeTargets),
  toHaveHealthCheck: matcherOf(judgeHealthCheck),
  toBecomeHealthyWithin: matcherOf(judgeBecomeHealthy),
  toNoticeDeathWithin: matcherOf(judgeNoticeDeath),
  toRunServers: matcherOf(judgeServers),
  toRunFile: matcherOf(judgeFile),
  toReplaceNothing: matcherOf(judgeReplaceNothing),
  toDestroyNothing: matcherOf(judgeDestroyNothing),
  toChangeOnly: matcherOf(judgeChangeOnly),
  toHaveNoDefects: matcherOf(judgeDefects),
};
