import type { Resource } from "../graph/types";
import { isUnknown, type Knowable, type Unknown, unknown } from "../known";
import type { TargetGroup } from "../model/target-group";
import { type Declared, elementOf, fieldsOf } from "./declared";
import type { Fields } from "./fields";
import { buildHealthCheck } from "./health-check";
import { buildTargetGroupAttributes } from "./target-group-attributes";

export function buildTargetGroup(resource: Resource, declared: Declared): TargetGroup {
  const fields = fieldsOf(resource);
  const targetType = fields.text("target_type", "instance");
  const port = unlessLambda(targetType, fields, "port", fields.numberIfSet("port"));
  const protocol = unlessLambda(targetType, fields, "protocol", fields.textIfSet("protocol"));
  const protocolVersion = fields.text("protocol_version", "HTTP1");
  const vpc = declared.linkIfSet(fields, "vpc_id", "vpc");
  return {
    ...elementOf(resource),
    name: fields.text("name", unknown("made up at apply")),
    targetType,
    ...(port === undefined ? {} : { port }),
    ...(protocol === undefined ? {} : { protocol }),
    protocolVersion,
    ...(vpc === undefined ? {} : { vpc }),
    healthCheck: buildHealthCheck(fields, { targetType, protocol, protocolVersion }),
    attributes: buildTargetGroupAttributes(fields, declared.graph.source.kind),
  };
}

/** Only a lambda group may do without a port and a protocol; a state says 0 for its port. */
function unlessLambda<T>(
  targetType: Knowable<string>,
  fields: Fields,
  name: string,
  value: Knowable<T> | undefined,
): Knowable<T> | undefined {
  if (targetType === "lambda") return undefined;
  if (value !== undefined || isUnknown(targetType)) return value;
  return fields.unset<T>(unknown(`${name} is not set`)) as Unknown;
}
