import { declaredUserData } from "../../topology";
import type { Defect } from "../defect";
import { USER_DATA_SOURCES } from "../user-data-sources";

const LIMIT_BYTES = 16_384;

/** EC2 takes 16 KB of user data, counted before base64. */
export const userDataTooLarge: Defect = {
  id: "user-data-too-large",
  severity: "error",
  facts: ["N11", "TF71", "B65"],
  *find(subject) {
    for (const resource of subject.resources(...USER_DATA_SOURCES)) {
      const bytes = declaredUserData(resource)?.bytes ?? 0;
      if (bytes <= LIMIT_BYTES) continue;
      yield {
        at: resource,
        message: `user data must be at most ${LIMIT_BYTES} bytes before base64, got ${bytes}`,
        fix: "pack it with gzip, or have it fetch the rest at the first start",
      };
    }
  },
};
