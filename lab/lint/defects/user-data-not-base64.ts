import type { Defect } from "../defect";
import { textOf } from "../security-rules";
import { USER_DATA_SOURCES } from "../user-data-sources";
import { known } from "../values";

/** A launch template hands its user data on as it is, so it has to be encoded already. */
export const userDataNotBase64: Defect = {
  id: "user-data-not-base64",
  severity: "error",
  facts: ["B66", "N11"],
  *find(subject) {
    for (const resource of subject.resources(...USER_DATA_SOURCES)) {
      const isTemplate = resource.type === "aws_launch_template";
      const argument = isTemplate ? "user_data" : "user_data_base64";
      const text = known(textOf(resource, argument));
      if (!text || isBase64(text)) continue;
      yield {
        at: resource,
        message: `${argument} must be base64, got plain text`,
        fix: isTemplate
          ? "encode it, such as with base64encode()"
          : "encode it, or write it into user_data as it is",
      };
    }
  },
};

/** Plain text shows itself in its first lines. */
const LOOKED_AT = 4_000;

function isBase64(text: string): boolean {
  const beginning = text.slice(0, LOOKED_AT).replace(/[\r\n]/g, "");
  const isWhole = text.length <= LOOKED_AT;
  return /^[A-Za-z0-9+/]*={0,2}$/.test(beginning) && (!isWhole || beginning.length % 4 === 0);
}
