import { healthRules } from "./health-rules";
import { httpsRules } from "./https-rules";
import { networkRules } from "./network-rules";
import { prodRules } from "./prod-rules";
import type { Rule } from "./rule";
import { serviceRules } from "./service-rules";

/** Every contradiction that an environment is checked for. */
export const rules: readonly Rule[] = [
  ...networkRules,
  ...serviceRules,
  ...httpsRules,
  ...healthRules,
  ...prodRules,
];
