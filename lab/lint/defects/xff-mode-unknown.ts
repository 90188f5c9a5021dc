import type { Defect } from "../defect";
import { known, quoted } from "../values";

const MODES = ["append", "preserve", "remove"];

/** There are three things to do with X-Forwarded-For. */
export const xffModeUnknown: Defect = {
  id: "xff-mode-unknown",
  severity: "error",
  facts: ["N51", "P2", "TF9"],
  *find(subject) {
    for (const lb of subject.loadBalancers()) {
      const mode = known(lb.attributes.xffHeaderProcessingMode);
      if (mode === undefined || MODES.includes(mode)) continue;
      yield {
        at: lb,
        message: `xff_header_processing_mode must be append, preserve or remove, got ${quoted(mode)}`,
        fix: "use append, or leave it out",
      };
    }
  },
};
