import { type Change, httpsGroup, idsIn, linesOf, probed, unhealthy } from "../support/shop-evidence";

const cause = "tls-handshake-refused";

it("is likely with an alert [U13]", () => {
  expect(
    linesOf(cause, {
      ...httpsGroup,
      targets: { web: unhealthy("Target.FailedHealthChecks", probed("ssl3 alert handshake failure")) },
    }),
  ).toEqual([
    "likely, web: load balancer and server find no TLS version, cipher or certificate that both can use; give web a certificate with its key in PEM format and TLS 1.2, on port 3000",
  ]);
});

it("is possible where nobody has seen how it failed [U13]", () => {
  expect(linesOf(cause, { ...httpsGroup, targets: { web: unhealthy("Target.FailedHealthChecks") } })).toEqual(
    [
      "possible, web: load balancer and server find no TLS version, cipher or certificate that both can use; give web a certificate with its key in PEM format and TLS 1.2, on port 3000",
    ],
  );
});

it.each<[string, Change]>([
  [
    "the connection is refused",
    { ...httpsGroup, targets: { web: unhealthy("Target.FailedHealthChecks", probed("connection refused")) } },
  ],
  ["the group speaks plain HTTP", { targets: { web: unhealthy("Target.FailedHealthChecks") } }],
])("is silent where %s", (_, change) => {
  expect(idsIn(change)).not.toContain(cause);
});
