import type { Json, JsonObject } from "../../topology";
import { bodyOf } from "./declared";
import { forgottenIn } from "./forgotten";

/** A stack with what it only lets go of: that goes on in AWS as it is. A plan lists it among what will be, too. */
export function carryForgotten(base: JsonObject, head: JsonObject): JsonObject {
  const earlier = bodyOf(base.resource);
  const resources: Record<string, Json> = { ...bodyOf(head.resource) };
  for (const address of forgottenIn(head)) {
    const [type = "", name = "", ...others] = address.split(".");
    const body = bodyOf(earlier[type])[name];
    if (body === undefined || others.length > 0) continue;
    resources[type] = { [name]: body, ...bodyOf(resources[type]) };
  }
  return { ...head, resource: resources };
}
