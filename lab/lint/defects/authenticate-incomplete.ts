import type { Block } from "../../topology";
import { actionsOf, isMissing, SIGN_IN_TYPES, settingsOf, textAt } from "../actions";
import type { Defect } from "../defect";
import { enumerate, known, quoted } from "../values";

const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  authenticate_oidc: [
    "issuer",
    "authorization_endpoint",
    "token_endpoint",
    "user_info_endpoint",
    "client_id",
    "client_secret",
  ],
  authenticate_cognito: ["user_pool_arn", "user_pool_client_id", "user_pool_domain"],
};

const ADDRESSES = ["issuer", "authorization_endpoint", "token_endpoint", "user_info_endpoint"];

/** A sign-in knows the provider, and the provider knows the client. */
export const authenticateIncomplete: Defect = {
  id: "authenticate-incomplete",
  severity: "error",
  facts: ["R70"],
  *find(subject) {
    for (const action of actionsOf(subject, ...SIGN_IN_TYPES)) {
      const settings = settingsOf(action);
      if (settings === undefined) continue;
      const name = `${known(action.type)}`.replaceAll("-", "_");
      // AWS never gives the secret out, so a state that was imported has none
      const isWritten = subject.topology.source.kind === "synth";
      const required = (REQUIRED[name] ?? []).filter((one) => isWritten || one !== "client_secret");
      const missing = required.filter((one) => isMissing(settings, one));
      if (missing.length > 0)
        yield {
          at: action.list.owner,
          message: `${name} must have ${enumerate(required)}, got no ${enumerate(missing, "or")}`,
          fix: "set what is missing; the provider that signs users in gives all of them",
        };
      for (const [argument, must, got] of malformed(settings))
        yield {
          at: action.list.owner,
          message: `${name} ${argument} must be ${must}, got ${quoted(got)}`,
          fix: "copy it from the provider that signs users in",
        };
    }
  },
};

function* malformed(settings: Block): Generator<readonly [argument: string, must: string, got: string]> {
  const text = (name: string) => known(textAt(settings, name)) ?? "";
  for (const name of ADDRESSES)
    if (text(name) !== "" && !/^https:\/\/[^\s/]+\S*$/i.test(text(name)))
      yield [name, "a whole https address", text(name)];
  const pool = text("user_pool_arn");
  if (pool !== "" && !/^arn:[^:]+:cognito-idp:[^:]+:\d{12}:userpool\/\S+$/.test(pool))
    yield ["user_pool_arn", "the ARN of a user pool", pool];
  const domain = text("user_pool_domain");
  if (/[\s/:]/.test(domain)) yield ["user_pool_domain", "a prefix or a domain, not an address", domain];
}
