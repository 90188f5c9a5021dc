import fc from "fast-check";
import { type Binding, deriveCookieKey, openCookie, sealCookie } from "../../../lab/alb/cookies";

const key = deriveCookieKey(Buffer.from("secret of this run"));
const bindings: fc.Arbitrary<Binding> = fc.record(
  { group: fc.string({ unit: "binary" }), target: fc.string(), untilMs: fc.maxSafeNat() },
  { requiredKeys: ["group", "untilMs"] },
);

describe("the opaque value of a stickiness cookie", () => {
  it("opens to the binding that was sealed, and says nothing readable [R48, S23]", () => {
    fc.assert(
      fc.property(bindings, (binding) => {
        expect(openCookie("AWSALB", sealCookie("AWSALB", binding, key), key)).toEqual(binding);
      }),
    );
    const value = sealCookie("AWSALBTG", { group: "aws_lb_target_group.web", untilMs: 1 }, key);
    expect(Buffer.from(value, "base64").toString("latin1")).not.toContain("web");
  });

  it("may stand in a cookie as it is", () => {
    fc.assert(
      fc.property(bindings, (binding) => {
        expect(sealCookie("AWSALB", binding, key)).toMatch(/^[A-Za-z0-9+/]+={0,2}$/);
      }),
    );
  });

  it("is the same for the same binding, so that nothing here needs randomness", () => {
    const binding = { group: "a", target: "b:3000", untilMs: 5 };
    expect(sealCookie("AWSALB", binding, key)).toBe(sealCookie("AWSALB", binding, key));
  });

  it("cannot be changed in any character, shortened or prolonged", () => {
    const value = sealCookie("AWSALB", { group: "web", target: "i-1:3000", untilMs: 86_400_000 }, key);
    for (let index = 0; index < value.length; index++) {
      const other = value[index] === "A" ? "B" : "A";
      const changed = value.slice(0, index) + other + value.slice(index + 1);
      expect(openCookie("AWSALB", changed, key)).toBeUndefined();
      expect(openCookie("AWSALB", value.slice(0, index), key)).toBeUndefined();
    }
    expect(openCookie("AWSALB", `${value}A`, key)).toBeUndefined();
  });

  it("means nothing as another cookie or to another load balancer", () => {
    const value = sealCookie("AWSALB", { group: "web", untilMs: 1 }, key);
    expect(openCookie("AWSALBTG", value, key)).toBeUndefined();
    expect(openCookie("AWSALB", value, deriveCookieKey(Buffer.from("another")))).toBeUndefined();
  });

  it("is not understood once a client has URL-encoded it [S29]", () => {
    const values = [1, 2, 3].map((untilMs) =>
      sealCookie("AWSALB", { group: "w".repeat(untilMs), untilMs }, key),
    );
    const padded = values.filter((value) => encodeURIComponent(value) !== value);
    expect(padded).not.toHaveLength(0);
    for (const value of padded) expect(openCookie("AWSALB", encodeURIComponent(value), key)).toBeUndefined();
  });

  it("is refused without a word whatever else a client sends", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.base64String({ minLength: 40 })), (value) => {
        expect(openCookie("AWSALB", value, key)).toBeUndefined();
      }),
    );
  });
});
