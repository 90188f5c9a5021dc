import { isUnknown, type Knowable, type Link, type Unknown, unknown } from "../known";
import { type Declared, fieldsOf } from "./declared";

/** Port of a registration; without one of its own it is the group's (TF40), and a lambda function has none. */
export function portOf(
  group: Link,
  own: Knowable<number> | undefined,
  declared: Declared,
): Knowable<number> | undefined {
  const resource = declared.find("target group", group);
  const fields = resource && fieldsOf(resource);
  if (fields?.text("target_type", "instance") === "lambda") return undefined;
  if (own !== undefined) return own;
  if (fields) return fields.number("port", unknown("port is not set"));
  return unknownGroup(group);
}

function unknownGroup(group: Link): Unknown {
  const reason = isUnknown(group) ? group.unknown : "it is not declared in this input";
  return unknown(`the port of its target group: ${reason}`);
}
