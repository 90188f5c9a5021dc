import { isUnknown, type Knowable, unknown } from "../known";
import type { Action, AuthenticateAction, ForwardAction, WeightedGroup } from "../model/rule";
import type { Declared } from "./declared";
import type { Fields } from "./fields";
import { inOneOrder } from "./order";

/** Actions in the order in which they run: that of `order`, or that of the blocks where it is not set (TF53). */
export function buildActions(
  fields: Fields,
  name: "action" | "default_action",
  declared: Declared,
): Knowable<readonly Action[]> {
  const blocks = fields.blocks(name);
  if (isUnknown(blocks)) return blocks;
  const placed: { readonly action: Action; readonly order: number }[] = [];
  for (const [index, block] of blocks.entries()) {
    const order = block.numberIfSet("order") ?? index + 1;
    if (isUnknown(order) && blocks.length > 1) return unknown(`order of actions: ${order.unknown}`);
    placed.push({ action: buildAction(block, declared), order: isUnknown(order) ? 1 : order });
  }
  return placed.sort((one, other) => one.order - other.order).map(({ action }) => action);
}

function buildAction(block: Fields, declared: Declared): Action {
  const type = block.text("type", unknown("type is not set"));
  if (isUnknown(type)) return type;
  switch (type) {
    case "forward":
      return buildForward(block, declared);
    case "redirect":
      return buildRedirect(block);
    case "fixed-response":
      return buildFixedResponse(block);
    case "authenticate-oidc":
    case "authenticate-cognito":
      return buildAuthenticate(type, block);
    case "jwt-validation":
      // A request without a valid token is refused; there is nothing to set.
      return { kind: type, onUnauthenticatedRequest: "deny" };
    default:
      return unknown(`an action of type ${JSON.stringify(type).slice(0, 60)} is not part of this model`);
  }
}

function buildForward(block: Fields, declared: Declared): ForwardAction {
  const stickiness = stickinessOf(block);
  return {
    kind: "forward",
    groups: groupsOf(block, declared),
    ...(stickiness === undefined ? {} : { stickiness }),
  };
}

/** Where both ways are used, AWS demands that they say the same (R45). */
function groupsOf(block: Fields, declared: Declared): Knowable<readonly WeightedGroup[]> {
  const targets = block.blocks("forward.target_group");
  if (isUnknown(targets)) return targets;
  if (targets.length > 0)
    return inOneOrder(
      targets.map((target) => ({
        group: declared.link(target, "arn", "target group"),
        weight: target.number("weight", 1),
      })),
    );
  const only = declared.linkIfSet(block, "target_group_arn", "target group");
  return only === undefined ? [] : [{ group: only, weight: 1 }];
}

/** AWS writes out what is off; both mean the same. */
function stickinessOf(block: Fields): ForwardAction["stickiness"] {
  const stickiness = block.blockIfSet("forward.stickiness");
  if (stickiness === undefined) return undefined;
  if (isUnknown(stickiness)) return { enabled: stickiness, durationSeconds: stickiness };
  const enabled = stickiness.flag("enabled", false);
  if (enabled === false) return undefined;
  return { enabled, durationSeconds: stickiness.number("duration", unknown("duration is not set")) };
}

function buildRedirect(block: Fields): Action {
  const part = (name: string, fallback: string) => block.textOrEmpty(`redirect.${name}`) ?? fallback;
  return {
    kind: "redirect",
    protocol: part("protocol", "#{protocol}"),
    host: part("host", "#{host}"),
    port: part("port", "#{port}"),
    path: part("path", "/#{path}"),
    query: part("query", "#{query}"),
    statusCode: redirectStatus(block.text("redirect.status_code", unknown("status_code is not set"))),
  };
}

function redirectStatus(text: Knowable<string>): Knowable<number> {
  if (isUnknown(text)) return text;
  const code = /^HTTP_(\d{3})$/.exec(text)?.[1];
  return code === undefined
    ? unknown(`must be HTTP_301 or HTTP_302, got ${JSON.stringify(text).slice(0, 60)}`)
    : Number(code);
}

function buildFixedResponse(block: Fields): Action {
  const contentType = block.textIfSet("fixed_response.content_type");
  const messageBody = block.textIfSet("fixed_response.message_body");
  return {
    kind: "fixed-response",
    statusCode: block.number("fixed_response.status_code", unknown("status_code is not set")),
    ...(contentType === undefined ? {} : { contentType }),
    ...(messageBody === undefined ? {} : { messageBody }),
  };
}

function buildAuthenticate(
  kind: "authenticate-oidc" | "authenticate-cognito",
  block: Fields,
): AuthenticateAction {
  const path = `${kind.replace("-", "_")}.on_unauthenticated_request`;
  return { kind, onUnauthenticatedRequest: block.text(path, "authenticate") };
}
