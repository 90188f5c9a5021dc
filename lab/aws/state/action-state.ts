import type { Action } from "@aws-sdk/client-elastic-load-balancing-v2";
import type { Values } from "./state-resource";

/** An action of a rule or of a listener. */
export function actionState(action: Action): Values {
  return {
    type: action.Type,
    order: action.Order,
    target_group_arn: action.TargetGroupArn,
    ...block("forward", forwardState(action.ForwardConfig)),
    ...block("redirect", redirectState(action.RedirectConfig)),
    ...block("fixed_response", fixedResponseState(action.FixedResponseConfig)),
    ...block("authenticate_oidc", authenticateState(action.AuthenticateOidcConfig)),
    ...block("authenticate_cognito", authenticateState(action.AuthenticateCognitoConfig)),
  };
}

/** A nested block is a list of one. */
function block(name: string, values: Values | undefined): Values {
  return values === undefined ? {} : { [name]: [values] };
}

function forwardState(config: Action["ForwardConfig"]): Values | undefined {
  if (config === undefined) return undefined;
  const { TargetGroups = [], TargetGroupStickinessConfig: sticky } = config;
  return {
    target_group: TargetGroups.map(({ TargetGroupArn, Weight }) => ({ arn: TargetGroupArn, weight: Weight })),
    stickiness: sticky === undefined ? [] : [{ enabled: sticky.Enabled, duration: sticky.DurationSeconds }],
  };
}

function redirectState(config: Action["RedirectConfig"]): Values | undefined {
  return (
    config && {
      protocol: config.Protocol,
      host: config.Host,
      port: config.Port,
      path: config.Path,
      query: config.Query,
      status_code: config.StatusCode,
    }
  );
}

function fixedResponseState(config: Action["FixedResponseConfig"]): Values | undefined {
  return (
    config && {
      status_code: config.StatusCode,
      content_type: config.ContentType,
      message_body: config.MessageBody,
    }
  );
}

/** Who logs whom in is left out: nothing here judges it. */
function authenticateState(
  config: Action["AuthenticateOidcConfig"] | Action["AuthenticateCognitoConfig"],
): Values | undefined {
  return config && { on_unauthenticated_request: config.OnUnauthenticatedRequest };
}
