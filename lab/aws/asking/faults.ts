import { AwsError } from "../aws-error";

/** The caller may not make this call. */
const DENIED: ReadonlySet<string> = new Set([
  "AccessDenied",
  "AccessDeniedException",
  "UnauthorizedAccess",
  "UnauthorizedOperation",
]);

/** Credentials that are there, but past their time. */
const EXPIRED: ReadonlySet<string> = new Set(["ExpiredToken", "ExpiredTokenException", "RequestExpired"]);

/** Credentials that AWS does not know or that do not fit together. */
const REFUSED: ReadonlySet<string> = new Set([
  "AuthFailure",
  "IncompleteSignature",
  "InvalidClientTokenId",
  "InvalidSignatureException",
  "MissingAuthenticationToken",
  "SignatureDoesNotMatch",
  "UnrecognizedClientException",
]);

/** Names and codes of Node.js and the SDK where nobody is at the other end. */
const UNREACHABLE: ReadonlySet<string> = new Set([
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "EAI_AGAIN",
  "ECONNREFUSED",
  "ECONNRESET",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EPIPE",
  "EPROTO",
  "ERR_TLS_CERT_ALTNAME_INVALID",
  "ETIMEDOUT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "TimeoutError",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
]);

const LOG_IN = "log in, such as by 'aws sso login', or set AWS_PROFILE";

/** Name that AWS, the SDK or Node.js gives to what went wrong, such as `AccessDenied`. */
export function codeOf(error: unknown): string {
  const { name, code } = error as { readonly name?: unknown; readonly code?: unknown };
  const found = [code, name].find((text) => typeof text === "string" && /^[\w.-]{1,80}$/.test(text));
  return typeof found === "string" ? found : "Error";
}

export function isDenied(error: unknown): boolean {
  return DENIED.has(nameOf(error));
}

/** What is wrong with every call and not with this one alone; undefined when it is this one's. */
export function faultOfAll(error: unknown, where: string): AwsError | undefined {
  const [name, code] = [nameOf(error), codeOf(error)];
  if (error instanceof AwsError) return error;
  if (messageOf(error) === "Region is missing")
    return new AwsError("aws: must have a region, got none; set AWS_REGION, or name one");
  if (EXPIRED.has(name)) return new AwsError(`aws: the credentials have expired (${name}); ${LOG_IN}`);
  if (REFUSED.has(name))
    return new AwsError(`aws: the credentials are refused ${where} (${name}); ${LOG_IN}`);
  if (/^(CredentialsProviderError|TokenProviderError)$/.test(name))
    return new AwsError(withoutCredentials(error));
  if (UNREACHABLE.has(code) || UNREACHABLE.has(name))
    return new AwsError(`aws: nobody answers ${where} (${code}); check the network and the region`);
  return undefined;
}

/** The SDK says so where it is a session that has ended; nothing of its text is repeated. */
function withoutCredentials(error: unknown): string {
  if (/expired/i.test(messageOf(error)))
    return `aws: the credentials have expired (${nameOf(error)}); ${LOG_IN}`;
  return `aws: there are no credentials in the environment, the profile or the machine; ${LOG_IN}`;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "Error";
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : "";
}
