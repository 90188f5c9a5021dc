import fc from "fast-check";
import { type CertificateFacts, isFor, selectCertificate } from "../../../lab/alb";

const plain: CertificateFacts = {
  names: ["example.com"],
  keyAlgorithm: "RSA",
  keyBits: 2048,
  hash: "SHA256",
  notBeforeMs: 0,
  notAfterMs: 1000,
};

describe("the certificate for a server name", () => {
  it("is the default one without a name and without a match, whatever it is for [R2]", () => {
    const certificates = [{ ...plain, names: [] }, plain] as const;
    expect(selectCertificate([...certificates], undefined)).toBe(certificates[0]);
    expect(selectCertificate([...certificates], "other.com")).toBe(certificates[0]);
  });

  it("is the only one that is for it [R2]", () => {
    const byDefault: CertificateFacts = { ...plain, names: ["a.com"], keyAlgorithm: "ECDSA" };
    const other = { ...plain, names: ["b.com", "*.b.com"] };
    expect(selectCertificate([byDefault, other], "x.b.com")).toBe(other);
    expect(selectCertificate([byDefault, other], "a.com")).toBe(byDefault);
  });

  it.each<[string, Partial<CertificateFacts>, Partial<CertificateFacts>]>([
    [
      "ECDSA before RSA, however long its key",
      { keyAlgorithm: "ECDSA", keyBits: 256, hash: "MD5" },
      { keyBits: 4096 },
    ],
    ["SHA before MD5, however long its key", { hash: "SHA1" }, { hash: "MD5", keyBits: 4096 }],
    ["the longer key, however long it is valid", { keyBits: 4096 }, { notAfterMs: 2000 }],
    ["the longer validity", { notBeforeMs: 500, notAfterMs: 2000 }, {}],
  ])("is of several %s [R2]", (_rule, better, worse) => {
    const best = { ...plain, ...better };
    const other = { ...plain, ...worse };
    expect(selectCertificate([best, other], "example.com")).toBe(best);
    expect(selectCertificate([other, best], "example.com")).toBe(best);
  });

  it("is the earlier one of two that are equal", () => {
    const first = { ...plain };
    expect(selectCertificate([first, { ...plain }], "example.com")).toBe(first);
  });

  it("does not depend on the order of the others", () => {
    const facts = fc.record({
      names: fc.constant(["example.com"]),
      keyAlgorithm: fc.constantFrom("ECDSA" as const, "RSA" as const),
      keyBits: fc.constantFrom(256, 2048, 4096),
      hash: fc.constantFrom("MD5", "SHA1", "SHA256"),
      notBeforeMs: fc.nat(5),
      notAfterMs: fc.nat(5),
    });
    const rankOf = ({ notBeforeMs, notAfterMs, keyAlgorithm, hash, keyBits }: CertificateFacts) =>
      [keyAlgorithm, hash === "MD5", keyBits, notAfterMs - notBeforeMs].join(" ");
    fc.assert(
      fc.property(facts, fc.array(facts), (first, others) => {
        const one = selectCertificate([first, ...others], "example.com");
        const two = selectCertificate([first, ...[...others].reverse()], "example.com");
        expect(rankOf(one)).toBe(rankOf(two));
      }),
    );
  });
});

describe("a name of a certificate", () => {
  it.each([
    ["example.com", "EXAMPLE.com", true],
    ["example.com", "example.com.", true],
    ["example.com", "www.example.com", false],
    ["*.example.com", "www.example.com", true],
    ["*.Example.com", "www.example.COM", true],
    ["*.example.com", "example.com", false],
    ["*.example.com", "a.b.example.com", false],
    ["*.example.com", ".example.com", false],
    ["*.example.com", "*.example.com", true],
    ["www.*.com", "www.example.com", false],
  ])("%s for %s: %s [R2]", (name, host, is) => {
    expect(isFor(name, host)).toBe(is);
  });
});
