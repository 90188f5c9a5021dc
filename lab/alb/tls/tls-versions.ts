/** Names of protocol versions as Node.js writes them. */
export type TlsVersion = "TLSv1" | "TLSv1.1" | "TLSv1.2" | "TLSv1.3";

export interface TlsVersions {
  readonly minVersion: TlsVersion;
  readonly maxVersion: TlsVersion;
}

function versions(minVersion: TlsVersion, maxVersion: TlsVersion): TlsVersions {
  return { minVersion, maxVersion };
}

/** Policies that do not carry their lowest version in their name (N73). */
const NAMED = new Map<string, TlsVersions>([
  ["2016-08", versions("TLSv1", "TLSv1.2")],
  ["2015-05", versions("TLSv1", "TLSv1.2")],
  ["FS-2018-06", versions("TLSv1", "TLSv1.2")],
]);

const LOWEST: readonly TlsVersion[] = ["TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"];

/** Of the others, `TLS13-1-<n>` goes from 1.n to 1.3, `TLS-1-<n>` and `FS-1-<n>` from 1.n to 1.2 (N73). */
const FAMILIES: readonly (readonly [RegExp, TlsVersion])[] = [
  [/^TLS13-1-([0-3])-(?:(?:Res|Ext[0-2])-)?(?:2021-06|(?:FIPS-)?PQ-2025-09|FIPS-2023-04)$/, "TLSv1.3"],
  [/^TLS13-1-([23])-RFC9151-[\w-]+$/, "TLSv1.3"],
  [/^TLS-1-([0-2])-(?:Ext-)?(?:2015-04|2017-01|2018-06)$/, "TLSv1.2"],
  [/^FS-1-([12])-(?:Res-)?(?:2019-08|2020-10)$/, "TLSv1.2"],
];

/** A policy of a year that this version does not know: nothing below TLS 1.2. */
const UNKNOWN = versions("TLSv1.2", "TLSv1.3");

/** Protocol versions that a listener with this TLS policy speaks. */
export function tlsVersions(policy: string): TlsVersions {
  const name = policy.replace(/^ELBSecurityPolicy-/, "");
  const named = NAMED.get(name);
  if (named !== undefined) return named;
  for (const [family, highest] of FAMILIES) {
    const lowest = LOWEST[Number(family.exec(name)?.[1])];
    if (lowest !== undefined) return versions(lowest, highest);
  }
  return UNKNOWN;
}
