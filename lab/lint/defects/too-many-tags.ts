import type { Defect } from "../defect";
import { taggedResources } from "../tags";

/** AWS's own tags do not count. */
const MOST = 50;

/** A resource takes 50 tags. */
export const tooManyTags: Defect = {
  id: "too-many-tags",
  severity: "error",
  facts: ["N9"],
  *find(subject) {
    for (const { resource, tags } of taggedResources(subject)) {
      const count = tags.filter(([key]) => !/^aws:/i.test(key)).length;
      if (count <= MOST) continue;
      yield {
        at: resource,
        message: `tags must be at most ${MOST}, got ${count}`,
        fix: "drop some; default_tags of the provider count too",
      };
    }
  },
};
