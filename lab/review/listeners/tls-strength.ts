import { type TlsVersion, tlsVersions } from "../../alb";
import { listed } from "../../topology";

/** What clients may use with a TLS policy. */
export interface TlsStrength {
  readonly minVersion: TlsVersion;
  readonly maxVersion: TlsVersion;
  /** Whether every cipher keeps old connections secret when the key is lost; undefined where nobody says. */
  readonly hasForwardSecrecy: boolean | undefined;
}

const PREFIX = "ELBSecurityPolicy-";

/** Policies whose ciphers are known, by whether all of them have forward secrecy (N73). */
const FORWARD = /^(?:TLS13-1-3-(?:PQ-)?20\d\d-\d\d|TLS13-1-2-(?:Res-)?(?:PQ-)?20\d\d-\d\d|FS-[\w-]+)$/;
const NOT_FORWARD =
  /^(?:20\d\d-\d\d|TLS-1-\d-[\w-]+|TLS13-1-[01]-(?:PQ-)?20\d\d-\d\d|TLS13-1-2-Ext[12]-(?:PQ-)?20\d\d-\d\d)$/;

/** Policies of which only the versions are known. */
const VERSIONS_ONLY = /^TLS13-1-[0-3]-(?:[\w-]+-)?(?:FIPS-20\d\d-\d\d|FIPS-PQ-20\d\d-\d\d)$/;

/** AWS published nothing later that is known here. */
const LAST = "2025-09";

/** What a policy allows; undefined for a name that is not known here. */
export function tlsStrength(policy: string): TlsStrength | undefined {
  const name = policy.startsWith(PREFIX) ? policy.slice(PREFIX.length) : "";
  const isForward = FORWARD.test(name);
  if (!isForward && !NOT_FORWARD.test(name) && !VERSIONS_ONLY.test(name)) return undefined;
  if ((/20\d\d-\d\d$/.exec(name)?.[0] ?? LAST) > LAST) return undefined;
  return {
    ...tlsVersions(policy),
    hasForwardSecrecy: isForward ? true : NOT_FORWARD.test(name) ? false : undefined,
  };
}

/** What a policy allows, or no longer allows, that makes it weaker than another; each in a few words. */
export function weakerIn(before: TlsStrength, after: TlsStrength): readonly string[] {
  const older = VERSIONS.slice(VERSIONS.indexOf(after.minVersion), VERSIONS.indexOf(before.minVersion));
  const newer = VERSIONS.slice(
    VERSIONS.indexOf(after.maxVersion) + 1,
    VERSIONS.indexOf(before.maxVersion) + 1,
  );
  const losesSecrecy = before.hasForwardSecrecy === true && after.hasForwardSecrecy === false;
  const allowed = [...older.map(nameOf), ...(losesSecrecy ? ["ciphers without forward secrecy"] : [])];
  return [
    ...(allowed.length === 0 ? [] : [`allows ${listed(allowed)}`]),
    ...(newer.length === 0 ? [] : [`no longer speaks ${listed(newer.map(nameOf))}`]),
  ];
}

const VERSIONS: readonly TlsVersion[] = ["TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"];

function nameOf(version: TlsVersion): string {
  return version === "TLSv1" ? "TLS 1.0" : version.replace("TLSv", "TLS ");
}
