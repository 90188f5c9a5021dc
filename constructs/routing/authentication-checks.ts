import type { PropChecks } from "../checks/prop-checks";
import { isToken } from "../checks/values";
import type { ListenerKind } from "./action-checks";
import type { Authentication } from "./actions";

const KINDS = ["oidc", "cognito"] as const;

/** The authentication when it can be rendered. `raw` is the action as it was given. */
export function checkAuthentication(
  check: PropChecks,
  authenticate: Authentication,
  raw: { readonly authenticate?: unknown },
  listener: ListenerKind,
): Authentication | undefined {
  if (listener.protocol !== "HTTPS") {
    const rule = "authenticate must be on an HTTPS listener, got HTTP";
    check.refuse("authenticate-needs-https", `${rule}; give https`);
  }
  const kinds = KINDS.filter((kind) => Object(raw.authenticate)[kind] !== undefined);
  if (kinds.length !== 1) {
    const rule = `authenticate must hold oidc or cognito, got ${kinds.length === 0 ? "none" : "both"}`;
    check.refuse("authentication-kind", `${rule}; give exactly one`);
    return undefined;
  }
  if (!KINDS.some((kind) => kind in authenticate)) return undefined;
  const given = "oidc" in authenticate ? authenticate.oidc : authenticate.cognito;
  const extra = isToken(given.extraParameters) ? 0 : Object.keys(given.extraParameters ?? {}).length;
  if (extra > 10) {
    const rule = `authenticate must have at most 10 extraParameters, got ${extra}`;
    check.refuse("extra-parameters", `${rule}; drop some`);
  }
  if ("oidc" in authenticate) checkSecret(check, authenticate.oidc.clientSecret);
  return authenticate;
}

function checkSecret(check: PropChecks, secret: unknown): void {
  if (typeof secret === "string" && isToken(secret)) return;
  const rule = "authenticate.oidc.clientSecret must come from a variable or a secret";
  const got = secret === undefined ? "nothing" : "a literal, which the plan would show";
  check.refuse("oidc-secret-in-plan", `${rule}, got ${got}; use a sensitive TerraformVariable`);
}
