import { declaredUserData, type Instance, type Resource } from "../../topology";
import type { Defect } from "../defect";
import { memoize } from "../memoize";
import { type Secret, SecretSearch } from "../secrets";
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
      const seen = new Set<string>();
      const places = [
        { secrets: documents.in(document.text), path: "" },
        ...document.files.map(({ path, content }) => ({ secrets: files(content), path })),
      ];
      for (const { secrets, path } of places)
        for (const secret of secrets.filter(({ kind }) => !seen.has(kind))) {
          seen.add(secret.kind);
          yield { at: resource, ...describe(secret, path) };
        }
    }
  },
};

function describe({ kind, line }: Secret, path: string) {
  const where = path === "" ? "" : ` of ${quoted(path)}`;
  return {
    message: `user data must hold no secret, got what looks like ${kind} at line ${line}${where}`,
    fix: "have the instance read it from Parameter Store or Secrets Manager, and change it: it has been seen",
  };
}

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
