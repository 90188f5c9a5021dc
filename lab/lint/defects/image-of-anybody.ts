import type { Resource } from "../../topology";
import type { Defect } from "../defect";
import { blocksOf, isSet, textOf } from "../policy";

const OWNER_FILTERS = ["owner-id", "owner-alias", "image-id"];

/** Anybody can publish an image with the name that is looked for. */
export const imageOfAnybody: Defect = {
  id: "image-of-anybody",
  severity: "warning",
  facts: ["AWS-0344"],
  *find(subject) {
    for (const image of subject.topology.resources) {
      if (image.mode !== "data" || image.type !== "aws_ami") continue;
      if (isSet(image, ["owners"]) !== false || isNarrowed(image)) continue;
      yield {
        at: image,
        message: "owners must say whose image it is, got none",
        fix: 'set owners, such as ["amazon"]',
      };
    }
  },
};

function isNarrowed(image: Resource): boolean {
  const filters = blocksOf(image, "filter");
  if (filters === undefined) return true;
  return filters.some((filter) => {
    const name = textOf(filter, ["name"], "");
    return name === undefined || OWNER_FILTERS.includes(name);
  });
}
