import { tlsVersions } from "../../../lab/alb";

/** The table of N73: policies, then the versions they speak. */
const POLICIES: readonly (readonly [names: string, versions: readonly string[]])[] = [
  ["TLS13-1-3-2021-06 TLS13-1-3-PQ-2025-09 TLS13-1-3-FIPS-2023-04 TLS13-1-3-FIPS-PQ-2025-09", ["1.3", "1.3"]],
  ["TLS13-1-2-2021-06 TLS13-1-2-PQ-2025-09 TLS13-1-2-FIPS-2023-04", ["1.2", "1.3"]],
  ["TLS13-1-2-Res-2021-06 TLS13-1-2-Res-PQ-2025-09 TLS13-1-2-Res-FIPS-2023-04", ["1.2", "1.3"]],
  ["TLS13-1-2-Ext1-2021-06 TLS13-1-2-Ext1-PQ-2025-09", ["1.2", "1.3"]],
  ["TLS13-1-2-Ext2-2021-06 TLS13-1-2-Ext2-PQ-2025-09 TLS13-1-2-Ext0-FIPS-2023-04", ["1.2", "1.3"]],
  ["TLS13-1-2-RFC9151-INTEROP4-FIPS-2023-07", ["1.2", "1.3"]],
  ["TLS13-1-1-2021-06 TLS13-1-1-FIPS-2023-04", ["1.1", "1.3"]],
  ["TLS13-1-0-2021-06 TLS13-1-0-PQ-2025-09 TLS13-1-0-FIPS-PQ-2025-09", ["1", "1.3"]],
  ["TLS-1-2-Ext-2018-06 TLS-1-2-2017-01", ["1.2", "1.2"]],
  ["TLS-1-1-2017-01", ["1.1", "1.2"]],
  ["2016-08 2015-05", ["1", "1.2"]],
  ["FS-1-2-Res-2020-10 FS-1-2-Res-2019-08 FS-1-2-2019-08", ["1.2", "1.2"]],
  ["FS-1-1-2019-08", ["1.1", "1.2"]],
  ["FS-2018-06", ["1", "1.2"]],
  ["TLS-1-0-2015-04", ["1", "1.2"]],
];

describe("protocol versions of a TLS policy", () => {
  it.each(
    POLICIES.flatMap(([names, versions]) => names.split(" ").map((name) => [name, ...versions] as const)),
  )("ELBSecurityPolicy-%s speaks TLS %s to %s [N73]", (name, lowest, highest) => {
    expect(tlsVersions(`ELBSecurityPolicy-${name}`)).toEqual({
      minVersion: `TLSv${lowest}`,
      maxVersion: `TLSv${highest}`,
    });
  });

  it.each([
    "",
    "ELBSecurityPolicy-",
    "ELBSecurityPolicy-TLS14-1-4-2030-01",
    "__proto__",
    "TLS13-1-9-2021-06",
  ])("are 1.2 and 1.3 for a policy that nobody knows: %j", (policy) =>
    expect(tlsVersions(policy)).toEqual({ minVersion: "TLSv1.2", maxVersion: "TLSv1.3" }),
  );
});
