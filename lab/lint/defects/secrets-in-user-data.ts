import { declaredUserData, type Instance, type Resource } from "../../topology";
import type { Defect } from "../defect";
import { memoize } from "../memoize";
import { SecretSearch } from "../secrets";
import type { Subject } from "../subject";
import { USER_DATA_SOURCES } from "../user-data-sources";
import { known, quoted } from "../values";

/** User data is no place for secrets: whoever may describe an instance, or runs on it, can read it. */
export const secretsInUserData: Defect = {
  id: "secrets-in-user-data",
  severity: "error",
  facts: ["B89", "CKV_AWS_46", "AWS-0029", "AWS-0129"],
  *find(subject) {
    const documents = new SecretSearch();
    const files = memoize((content: string) => new SecretSearch().in(content));
    for (const resource of subject.resources(...USER_DATA_SOURCES)) {
      const document = contentOf(resource, subject);
      if (document === undefined) continue;
      const places = [
        { secrets: documents.in(document.text), where: "" },
        ...document.files.map(({ path, content }) => ({
          secrets: files(content),
          where: ` of ${quoted(path)}`,
        })),
      ];
      const seen = new Set<string>();
      for (const { secrets, where } of places) {
        for (const { kind, line } of secrets) {
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

/** An instance's own document is in the model; those of templates are read here. */
function contentOf(resource: Resource, subject: Subject) {
  const declared = declaredUserData(resource);
  if (declared === undefined) return undefined;
  return known(instancesByAddress(subject).get(resource.address)?.userData ?? declared.content());
}

const instancesByAddress = memoize(
  (subject: Subject): ReadonlyMap<string, Instance> =>
    new Map(subject.topology.instances.map((instance) => [instance.address, instance])),
);
