import { type TlsVersion, tlsVersions } from "../../alb";
import { listed } from "../../topology";

/** What clients may use with a TLS policy. */
export interface TlsStrength {
  readonly minVersion: TlsVersion;
  readonly maxVersion: TlsVersion;
  /** Kinds of ciphers that are weaker than those of TLS 1.3, in a few words each. */
  readonly weakCiphers: readonly string[];
  /** Whether it keeps to cryptography that is validated by FIPS 140. */
  readonly isFips: boolean;
  /** Whether it offers a key exchange that withstands quantum computers. */
  readonly isPostQuantum: boolean;
}

const PREFIX = "ELBSecurityPolicy-";

/** Kinds of ciphers, the worst last; those that are in none of them encrypt and authenticate in one step. */
const CBC = "ciphers in CBC mode";
const SHA1 = "ciphers with SHA-1";
const RSA = "ciphers without forward secrecy";
const TRIPLE_DES = "3DES";

/** Names of policies by the weak ciphers that AWS lists for them (N73); those for RFC 9151 are not among them. */
const BY_CIPHERS: readonly (readonly [ciphers: readonly string[], names: string])[] = [
  [
    [],
    `TLS13-1-3-2021-06 TLS13-1-3-PQ-2025-09 TLS13-1-3-FIPS-2023-04 TLS13-1-3-FIPS-PQ-2025-09
    TLS13-1-2-Res-2021-06 TLS13-1-2-Res-PQ-2025-09 TLS13-1-2-Res-FIPS-2023-04 TLS13-1-2-Res-FIPS-PQ-2025-09
    FS-1-2-Res-2020-10`,
  ],
  [
    [CBC],
    `TLS13-1-2-2021-06 TLS13-1-2-PQ-2025-09 TLS13-1-2-FIPS-2023-04 TLS13-1-2-FIPS-PQ-2025-09
    FS-1-2-Res-2019-08`,
  ],
  [
    [CBC, SHA1],
    `TLS13-1-2-Ext0-FIPS-2023-04 TLS13-1-2-Ext0-FIPS-PQ-2025-09 FS-1-2-2019-08 FS-1-1-2019-08 FS-2018-06`,
  ],
  [
    [CBC, RSA],
    `TLS13-1-2-Ext1-2021-06 TLS13-1-2-Ext1-FIPS-2023-04 TLS13-1-2-Ext1-FIPS-PQ-2025-09 TLS-1-2-2017-01`,
  ],
  [
    [CBC, SHA1, RSA],
    `TLS13-1-2-Ext1-PQ-2025-09 TLS13-1-2-Ext2-2021-06 TLS13-1-2-Ext2-PQ-2025-09
    TLS13-1-2-Ext2-FIPS-2023-04 TLS13-1-2-Ext2-FIPS-PQ-2025-09 TLS13-1-1-2021-06 TLS13-1-1-FIPS-2023-04
    TLS13-1-0-2021-06 TLS13-1-0-PQ-2025-09 TLS13-1-0-FIPS-2023-04 TLS13-1-0-FIPS-PQ-2025-09
    TLS-1-2-Ext-2018-06 TLS-1-1-2017-01 2016-08 2015-05`,
  ],
  [[CBC, SHA1, RSA, TRIPLE_DES], "TLS-1-0-2015-04"],
];

const CIPHERS = new Map(
  BY_CIPHERS.flatMap(([ciphers, names]) => names.split(/\s+/).map((name) => [PREFIX + name, ciphers])),
);

/** What a policy allows; undefined for a name that is not known here. */
export function tlsStrength(policy: string): TlsStrength | undefined {
  const weakCiphers = CIPHERS.get(policy);
  if (weakCiphers === undefined) return undefined;
  const isFips = policy.includes("-FIPS-");
  return { ...tlsVersions(policy), weakCiphers, isFips, isPostQuantum: policy.includes("-PQ-") };
}

/** What a policy allows, or no longer allows, that makes it weaker than another; each in a few words. */
export function weakerIn(before: TlsStrength, after: TlsStrength): readonly string[] {
  const older = VERSIONS.slice(VERSIONS.indexOf(after.minVersion), VERSIONS.indexOf(before.minVersion));
  const newer = VERSIONS.slice(
    VERSIONS.indexOf(after.maxVersion) + 1,
    VERSIONS.indexOf(before.maxVersion) + 1,
  );
  const ciphers = after.weakCiphers.filter((kind) => !before.weakCiphers.includes(kind));
  const allowed = [...older.map(nameOf), ...ciphers];
  return [
    ...(allowed.length === 0 ? [] : [`allows ${listed(allowed)}`]),
    ...(newer.length === 0 ? [] : [`no longer speaks ${listed(newer.map(nameOf))}`]),
    ...(before.isPostQuantum && !after.isPostQuantum ? ["no longer offers post-quantum key exchange"] : []),
    ...(before.isFips && !after.isFips ? ["no longer keeps to cryptography validated by FIPS 140"] : []),
  ];
}

const VERSIONS: readonly TlsVersion[] = ["TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"];

function nameOf(version: TlsVersion): string {
  return version === "TLSv1" ? "TLS 1.0" : version.replace("TLSv", "TLS ");
}
