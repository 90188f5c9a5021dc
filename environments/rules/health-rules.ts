import { rule } from "./rule";

/** Contradictions between the values of the health check. */
export const healthRules = [
  // H11, B40
  rule("health-timeout-not-below-interval", ["healthCheck"], ({ healthCheck }) => {
    const { timeoutSeconds, intervalSeconds } = healthCheck;
    return [
      timeoutSeconds >= intervalSeconds &&
        `healthCheck.timeoutSeconds must be less than intervalSeconds, got ${timeoutSeconds} and ${intervalSeconds}; lower the timeout or raise the interval`,
    ];
  }),
];
