import fc from "fast-check";
import { checkEnvironment } from "../../environments";
import { environmentSchema } from "../../environments/schema";
import { linesOf, serviceLinesOf, sound } from "./problems-of";

const levels: Record<string, readonly string[]> = {
  "": Object.keys(environmentSchema.shape),
  "services[0]": [
    "name",
    "instances",
    "port",
    "pathPrefix",
    "hosts",
    "instanceType",
    "architecture",
    "imageId",
  ],
  healthCheck: ["intervalSeconds", "timeoutSeconds", "healthyThreshold", "unhealthyThreshold", "path"],
  https: ["certificateArn", "domainName", "hostedZoneId"],
  stateBucket: ["bucket", "region", "key"],
  flowLogs: ["retentionDays"],
};

const places = Object.entries(levels).flatMap(([level, keys]) => keys.map((key) => ({ level, key, keys })));

/** One letter dropped, doubled by another, or swapped with its neighbour. */
function misspelled(key: string, edit: "drop" | "insert" | "swap", seed: number, letter: string): string {
  const at = seed % key.length;
  if (edit === "drop") return key.slice(0, at) + key.slice(at + 1);
  if (edit === "insert") return key.slice(0, at) + letter + key.slice(at);
  return (
    key.slice(0, at) +
    key
      .slice(at, at + 2)
      .split("")
      .reverse()
      .join("") +
    key.slice(at + 2)
  );
}

function withKey(level: string, key: string): object {
  if (level === "") return { ...sound, [key]: 1 };
  if (level === "services[0]") return { ...sound, services: [{ name: "web", [key]: 1 }] };
  return { ...sound, [level]: { [key]: 1 } };
}

describe("an unknown key", () => {
  test("is refused with the nearest known one", () => {
    expect(linesOf({ helthCheck: {} })).toEqual([
      'environments/dev.ts: unknown key "helthCheck"; did you mean healthCheck [unknown-key]',
    ]); // B91
    expect(serviceLinesOf({ prot: 3000 })).toEqual([
      'environments/dev.ts: unknown key "prot" at services[0]; did you mean port [unknown-key]',
    ]);
  });

  test("that resembles none is refused with the keys there are", () => {
    expect(linesOf({ stateBucket: { bucket: "abc", zzz: 1 } })).toEqual([
      'environments/dev.ts: unknown key "zzz" at stateBucket; the keys are bucket, region, key [unknown-key]',
    ]);
  });

  test("that is equally near to two names both", () => {
    expect(linesOf({ healthCheck: { nhealthyThreshold: 2 } })).toEqual([
      'environments/dev.ts: unknown key "nhealthyThreshold" at healthCheck; did you mean healthyThreshold or unhealthyThreshold [unknown-key]',
    ]);
  });

  test("is reported beside every other unknown key", () => {
    expect(linesOf({ helthCheck: {}, servces: [] })).toHaveLength(2);
  });

  test("with one letter wrong names the right key, for every key of every level", () => {
    const place = fc.constantFrom(...places);
    const edit = fc.constantFrom("drop" as const, "insert" as const, "swap" as const);
    const letter = fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz");
    fc.assert(
      fc.property(place, edit, fc.nat(100), letter, ({ level, key, keys }, kind, seed, inserted) => {
        const wrong = misspelled(key, kind, seed, inserted);
        fc.pre(wrong !== "" && !keys.includes(wrong));
        const at = level === "" ? "" : ` at ${level}`;
        const [problem] = checkEnvironment(withKey(level, wrong)).problems.filter(
          ({ id }) => id === "unknown-key",
        );
        const [start = "", suggested = ""] = problem?.message.split("; did you mean ") ?? [];
        expect(start).toBe(`unknown key "${wrong}"${at}`);
        expect(suggested.split(" or ")).toContain(key);
      }),
      { numRuns: 1500, seed: 1 },
    );
  });
});
