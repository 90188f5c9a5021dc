import { declaredUserData } from "../../topology";
import type { Defect } from "../defect";
import { type KnownLines, secretsIn } from "../secrets";
import { USER_DATA_SOURCES } from "../user-data-sources";
import { known, quoted } from "../values";

/** User data is no place for secrets: whoever may describe an instance, or runs on it, can read it. */
export const secretsInUserData: Defect = {
  id: "secrets-in-user-data",
  severity: "error",
  facts: ["B89", "CKV_AWS_46", "AWS-0029", "AWS-0129"],
  *find(subject) {
    const before: KnownLines = new Map();
    for (const resource of subject.resources(...USER_DATA_SOURCES)) {
      const document = known(declaredUserData(resource)?.content());
      if (document === undefined) continue;
      const texts = [
        { text: document.text, where: "" },
        ...document.files.map(({ path, content }) => ({ text: content, where: ` of ${quoted(path)}` })),
      ];
      const seen = new Set<string>();
      for (const { text, where } of texts) {
        for (const { kind, line } of secretsIn(text, before)) {
          if (seen.has(kind)) continue;
          seen.add(kind);
          yield {
            at: resource,
            message: `user data must hold no secret, got what looks like ${kind} at line ${line}${where}`,
            fix: "have the instance read it from Parameter Store or Secrets Manager, and change it: it has been seen",
          };
        }
      }
    }
  },
};
