import type { Defect } from "../defect";
import { firewallsOf, ruleName } from "../firewalls";
import { blocksOf, flagOf } from "../policy";
import { enumerate, quoted } from "../values";

/** A rule without metrics refuses clients and nobody sees how many. */
export const firewallWithoutMetrics: Defect = {
  id: "firewall-without-metrics",
  severity: "warning",
  facts: ["WAF.12"],
  *find(subject) {
    for (const acl of firewallsOf(subject)) {
      const parts = [
        { name: "the web ACL", block: acl },
        ...(blocksOf(acl, "rule") ?? []).map((block) => ({ name: quoted(ruleName(block)), block })),
      ];
      const silent = parts.filter(
        ({ block }) => flagOf(block, ["visibility_config", "cloudwatch_metrics_enabled"], true) === false,
      );
      if (silent.length === 0) continue;
      yield {
        at: acl,
        message: `cloudwatch_metrics_enabled must be true, got false for ${enumerate(silent.map(({ name }) => name))}`,
        fix: "set cloudwatch_metrics_enabled to true in visibility_config",
      };
    }
  },
};
