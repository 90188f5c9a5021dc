import { type ActionContext, openCookie, readBinding, renderBinding } from "../../../lab/alb";
import type { ForwardAction } from "../../../lab/topology";
import { context, later, run, weighted } from "./samples";

/** How often each group is drawn in evenly spread draws. */
function shares(action: ForwardAction, draws = 3000): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (let index = 0; index < draws; index++) {
    const outcome = run(action, {}, { draw: index / draws });
    const name =
      outcome.kind === "forward" && "address" in outcome.group ? outcome.group.address : outcome.kind;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

const sticky = (...weights: readonly number[]): ForwardAction => ({
  ...weighted(...weights),
  stickiness: { enabled: true, durationSeconds: 60 },
});

/** A request that brings these cookies, out of `Set-Cookie` values. */
function bringing(setCookies: readonly string[]) {
  const cookie = setCookies.map((text) => text.split(";")[0]).join("; ");
  return { header: (name: string) => (name === "cookie" ? [cookie] : []) };
}

describe("a weighted forward", () => {
  it("gives each group weight / sum: 10 and 20 are a third and two thirds [R46]", () => {
    expect(shares(weighted(10, 20))).toEqual({ a: 1000, b: 2000 });
    expect(shares(weighted(1, 1, 1))).toEqual({ a: 1000, b: 1000, c: 1000 });
    expect(shares(weighted(999, 999, 999, 1, 2))).toMatchObject({ d: 1, e: 2 });
  });

  it("gives nothing to weight 0 [R46]", () => {
    expect(shares(weighted(0, 1, 0))).toEqual({ b: 3000 });
    expect(run(weighted(1, 0), {}, { draw: 1 - 2 ** -53 })).toMatchObject({ group: { address: "a" } });
  });

  it("answers 503 when every weight is 0, which AWS leaves open", () => {
    for (const action of [weighted(0, 0), weighted(0), weighted()])
      expect(run(action)).toMatchObject({ kind: "answer", status: 503, executed: ["forward"] });
  });

  it("knows nothing of health, so no group takes over the share of another [H80, R50]", () => {
    const outcome = run(weighted(1, 1), {}, { draw: 0.75 });
    expect(outcome).toEqual({
      kind: "forward",
      group: { address: "b" },
      isSticky: false,
      setCookies: [],
      executed: ["forward"],
    });
  });

  it("needs no weight for a group that is alone, but for the draw among several", () => {
    const group = { address: "a" };
    expect(run({ kind: "forward", groups: [{ group, weight: later }] })).toMatchObject({ group });
    expect(
      run({
        kind: "forward",
        groups: [
          { group, weight: later },
          { group, weight: 1 },
        ],
      }),
    ).toEqual({
      kind: "unknown",
      reason: "actions[0].weight: known after apply",
    });
  });

  it.each<[string, ForwardAction, string]>([
    ["groups", { kind: "forward", groups: later }, "actions[0].groups: known after apply"],
    [
      "group",
      { kind: "forward", groups: [{ group: later, weight: 1 }] },
      "actions[0].group: known after apply",
    ],
    [
      "stickiness",
      { ...weighted(1), stickiness: { enabled: later, durationSeconds: 1 } },
      "actions[0].stickiness.enabled: known after apply",
    ],
    [
      "duration",
      { ...weighted(1), stickiness: { enabled: true, durationSeconds: later } },
      "actions[0].stickiness.durationSeconds: known after apply",
    ],
  ])("says that its %s is not known", (_, action, reason) => {
    expect(run(action)).toEqual({ kind: "unknown", reason });
  });
});

describe("group stickiness", () => {
  const at = (seconds: number): Partial<ActionContext> => ({ nowMs: context.nowMs + seconds * 1000 });
  const setBy = (outcome: ReturnType<typeof run>) => (outcome.kind === "forward" ? outcome.setCookies : []);
  const first = setBy(run(sticky(1, 1), {}, { draw: 0.9 }));

  it("ties the client by AWSALBTG and AWSALBTGCORS, which carry the group [R48]", () => {
    const [plain = "", twin = ""] = first;
    expect(plain).toMatch(/^AWSALBTG=[^;]+; Expires=Thu, 08 Jan 2026 00:00:00 GMT; Path=\/$/);
    expect(twin).toMatch(
      /^AWSALBTGCORS=[^;]+; Expires=Thu, 08 Jan 2026 00:00:00 GMT; Path=\/; SameSite=None$/,
    );
    const value = /=([^;]+)/.exec(plain)?.[1] ?? "";
    expect(openCookie("AWSALBTG", value, context.cookieKey)).toEqual({
      group: "b",
      untilMs: context.nowMs + 60_000,
    });
  });

  it("adds Secure over HTTPS [S22]", () => {
    expect(setBy(run(sticky(1, 1), { protocol: "https" }))[1]).toMatch(/; SameSite=None; Secure$/);
  });

  it("sends a client with the cookie to its group instead of drawing [R48]", () => {
    for (const draw of [0, 0.3, 0.99])
      expect(run(sticky(1, 1), bringing(first), { draw })).toMatchObject({
        group: { address: "b" },
        isSticky: true,
      });
    expect(run(sticky(1, 0), bringing(first))).toMatchObject({ group: { address: "b" }, isSticky: true });
  });

  it("lasts as long as configured since the last answer [R48]", () => {
    expect(run(sticky(1, 1), bringing(first), at(59))).toMatchObject({ group: { address: "b" } });
    expect(run(sticky(1, 1), bringing(first), at(60))).toMatchObject({
      group: { address: "a" },
      isSticky: false,
    });
    const renewed = setBy(run(sticky(1, 1), bringing(first), at(59)));
    expect(run(sticky(1, 1), bringing(renewed), at(118))).toMatchObject({ group: { address: "b" } });
  });

  it.each<[string, ForwardAction, readonly string[]]>([
    ["stickiness is off", weighted(1, 1), first],
    ["the group is no longer in the action", sticky(1), first],
    ["the cookie was tampered with", sticky(1, 1), first.map((text) => text.replace(/=..../, "=AAAA"))],
    [
      "the cookie is another load balancer's",
      sticky(1, 1),
      renderBinding(
        "AWSALBTG",
        { group: "b", untilMs: 1e15 },
        { ...context.cookieKey, encryption: Buffer.alloc(32) },
        {
          nowMs: 0,
          secure: false,
        },
      ),
    ],
  ])("draws anew when %s", (_, action, setCookies) => {
    expect(run(action, bringing(setCookies))).toMatchObject({ group: { address: "a" }, isSticky: false });
  });

  it("is set anew after a tampered cookie [P-60]", () => {
    const answer = setBy(run(sticky(1, 1), bringing(["AWSALBTG=tampered; Path=/"])));
    expect(
      readBinding("AWSALBTG", bringing(answer).header("cookie"), context.cookieKey, context.nowMs),
    ).toMatchObject({
      group: "a",
    });
  });

  it("knows a group that is declared elsewhere by its ARN", () => {
    const elsewhere: ForwardAction = { ...sticky(1), groups: [{ group: { external: "arn:x" }, weight: 1 }] };
    const setCookies = setBy(run(elsewhere));
    expect(run(elsewhere, bringing(setCookies))).toMatchObject({
      group: { external: "arn:x" },
      isSticky: true,
    });
  });
});
