import type { Json, JsonObject } from "../../topology";

/** Addresses of what Terraform lets go of without destroying it (`removed` blocks with `destroy = false`). */
export function forgottenIn({ removed = [] }: JsonObject): ReadonlySet<string> {
  const blocks = Array.isArray(removed) ? removed : [removed];
  return new Set(
    blocks.flatMap((block: Json) => {
      const { from, lifecycle } = isObject(block) ? block : {};
      const [settings] = Array.isArray(lifecycle) ? lifecycle : [lifecycle];
      const isKept = isObject(settings) && settings.destroy === false;
      return isKept && typeof from === "string" ? [from.replace(/^\$\{(.*)\}$/, "$1")] : [];
    }),
  );
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
