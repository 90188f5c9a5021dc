const PREFIX = "ELBSecurityPolicy-";

/** Names after the prefix, by the year in which AWS published them (N73). */
const PUBLISHED: readonly RegExp[] = [
  /^(2015-05|2016-08)$/,
  /^TLS-1-(0-2015-04|[12]-2017-01|2-Ext-2018-06)$/,
  /^FS-(2018-06|1-[12]-2019-08|1-2-Res-(2019-08|2020-10))$/,
  /^TLS13-1-[0-3]-(2021-06|FIPS-2023-04|(FIPS-)?PQ-2025-09)$/,
  /^TLS13-1-2-(Res|Ext[0-2])-(2021-06|FIPS-2023-04|(FIPS-)?PQ-2025-09)$/,
  /^TLS13-1-[23]-(Ext0-)?RFC9151-(INTEROP[1-4]-)?FIPS-2023-07$/,
];

/** When the newest of them came. What is younger may well exist. */
const LAST = "2025-09";

/** Whether AWS publishes a security policy of this name, as far as anybody can say. */
export function isPublishedPolicy(policy: string): boolean {
  if (!policy.startsWith(PREFIX)) return false;
  const name = policy.slice(PREFIX.length);
  if (PUBLISHED.some((family) => family.test(name))) return true;
  const date = /^[A-Z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*-(20\d\d-(?:0[1-9]|1[0-2]))$/.exec(name)?.[1];
  return date !== undefined && date > LAST;
}
