import type { Resource } from "../graph/types";
import { isUnknown, unknown } from "../known";
import type { ListenerRule } from "../model/listener";
import type { Action } from "../model/rule";
import { buildActions } from "./action";
import { buildConditions } from "./condition";
import { type Declared, elementOf, fieldsOf } from "./declared";
import type { Fields } from "./fields";

export function buildRule(resource: Resource, declared: Declared): ListenerRule {
  const fields = fieldsOf(resource);
  const actions = buildActions(fields, "action", declared);
  return {
    ...elementOf(resource),
    listener: declared.link(fields, "listener_arn", "listener"),
    priority: fields.numberIfSet("priority"),
    conditions: buildConditions(fields),
    actions: isUnknown(actions) ? actions : [...rewrites(fields), ...actions],
  };
}

/** Host and URL rewrites came after provider 5.100.0 (R80, TF69); a request that one changes cannot be foretold. */
function rewrites(fields: Fields): readonly Action[] {
  const transforms = fields.blocks("transform");
  if (isUnknown(transforms)) return [transforms];
  return transforms.map(() => unknown("transform: rewrites are not part of this model"));
}
