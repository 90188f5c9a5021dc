import fc from "fast-check";
import { open, seal } from "../../.github/scripts/sealed-plan";

const origin = { environment: "prod", tree: "4b825dc642cb6eb9a060e54bf8d69288fbee4904" };
const passphrase = "only jobs of this repository know it";
const secret = Buffer.from("a plan that holds hunter2");
const sealed = seal(secret, origin, passphrase);

describe("a sealed plan", () => {
  it("shows what it is of, and nothing of what it holds", () => {
    expect(sealed.toString("latin1")).toContain('"environment":"prod"');
    expect(sealed.includes("hunter2")).toBe(false);
  });

  it("is opened by who knows passphrase, environment and tree", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
        const again = open(seal(Buffer.from(bytes), origin, passphrase), origin, passphrase);
        expect(again.equals(bytes)).toBe(true);
      }),
      { numRuns: 5 },
    );
  });

  it("is refused for another environment", () => {
    expect(() => open(sealed, { ...origin, environment: "dev" }, passphrase)).toThrow(
      "the plan must be of dev, got one of prod",
    );
  });

  it("is refused where the files are others than those it was made from", () => {
    expect(() => open(sealed, { ...origin, tree: "0".repeat(40) }, passphrase)).toThrow(
      /was made from other files .*; nothing is applied, open a new pull request, which may be empty$/,
    );
  });

  it("is refused with another passphrase", () => {
    expect(() => open(sealed, origin, "guessed")).toThrow("or the passphrase was; plan again");
  });

  it("is refused when any byte of it was changed, those in the clear as well", () => {
    const own = (copy: Buffer) => {
      const head = JSON.parse(copy.subarray(0, copy.indexOf("\n")).toString());
      return { environment: head.environment, tree: head.tree };
    };
    const clear = [sealed.indexOf("prod"), sealed.indexOf(origin.tree)];
    for (const place of [...clear, sealed.indexOf("\n") + 1, sealed.length - 1]) {
      const copy = Buffer.from(sealed);
      copy[place] = (copy[place] ?? 0) ^ 1;
      expect(() => open(copy, own(copy), passphrase)).toThrow(/was changed after it was made/);
    }
  });

  it("is refused when it is cut short, or is something else", () => {
    expect(() => open(sealed.subarray(0, -1), origin, passphrase)).toThrow(/was changed/);
    expect(() => open(sealed.subarray(0, sealed.indexOf("\n") + 3), origin, passphrase)).toThrow(
      /was changed/,
    );
    expect(() => open(Buffer.from("PK zip"), origin, passphrase)).toThrow("must be a sealed plan");
  });
});
