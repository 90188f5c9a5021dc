import { applicationListeners } from "../application-listeners";
import type { Defect } from "../defect";
import { isOutside } from "../values";

/** There are ports from 1 to 65535. */
export const listenerPortOutOfRange: Defect = {
  id: "listener-port-out-of-range",
  severity: "error",
  facts: ["R1", "B1", "TF50"],
  *find(subject) {
    for (const listener of applicationListeners(subject)) {
      const { port } = listener;
      if (!isOutside(port, 1, 65_535)) continue;
      yield {
        at: listener,
        message: `listener port must be a whole number from 1 to 65535, got ${port}`,
        fix: "set port to 80 for HTTP, 443 for HTTPS, or another free one",
      };
    }
  },
};
