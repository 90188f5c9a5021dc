import { deriveCookieKey, selectTarget, stickyTarget, updatePool } from "../../../lab/alb";
import { attributes, poolOf, targets } from "./pools";
import { dayMs, issue, key, sendBack, startMs, stickyGroup, tied } from "./sticky-clients";

const group = stickyGroup();
const sealedIn = (setCookie: string | undefined) => /^[^=]+=([^;]*)/.exec(setCookie ?? "")?.[1] ?? "";

describe("the load balancer's cookie", () => {
  it("comes twice with every response, with the same value [S21, S22]", () => {
    const [plain, twin, ...more] = issue(group, "a");
    expect(more).toEqual([]);
    expect(plain).toMatch(/^AWSALB=[A-Za-z0-9+/=]+; Expires=Thu, 08 Jan 2026 00:00:00 GMT; Path=\/$/);
    expect(twin).toMatch(
      /^AWSALBCORS=[A-Za-z0-9+/=]+; Expires=Thu, 08 Jan 2026 00:00:00 GMT; Path=\/; SameSite=None$/,
    );
    expect(sealedIn(plain)).toBe(sealedIn(twin));
  });

  it("is marked Secure over HTTPS [S22]", () => {
    expect(issue(group, "a", { secure: true }).map((text) => text.replace(/^.*Path=\//, ""))).toEqual([
      "",
      "; SameSite=None; Secure",
    ]);
  });

  it("ties its client to the target [S21, P-60]", () => {
    expect(tied(group, sendBack(issue(group, "i-1:3000")))).toBe("i-1:3000");
  });

  it("is neither made nor read without stickiness [S20]", () => {
    const off = stickyGroup({ enabled: false });
    expect(issue(off, "a")).toEqual([]);
    expect(tied(off, sendBack(issue(group, "a")))).toBeUndefined();
  });

  it("lasts for the configured duration, while the browser keeps it for seven days [S23]", () => {
    const cookies = sendBack(issue(stickyGroup({ durationSeconds: 60 }), "a"));
    expect([59_999, 60_000, 7 * dayMs].map((ms) => tied(group, cookies, startMs + ms))).toEqual([
      "a",
      undefined,
      undefined,
    ]);
  });

  it("is renewed by every response [S23]", () => {
    const short = stickyGroup({ durationSeconds: 60 });
    let cookies = sendBack(issue(short, "a"));
    for (let nowMs = startMs + 50_000; nowMs <= startMs + 500_000; nowMs += 50_000) {
      expect(tied(short, cookies, nowMs)).toBe("a");
      cookies = sendBack(issue(short, "a", { cookies, nowMs }));
    }
  });

  it("for requests from other sites wins over the plain one [S24]", () => {
    const [plain] = issue(group, "a");
    const [, twin] = issue(group, "b");
    expect(tied(group, sendBack([plain!, twin!]))).toBe("b");
    expect(tied(group, sendBack([twin!, plain!]))).toBe("b");
    expect([tied(group, sendBack([plain!])), tied(group, sendBack([twin!]))]).toEqual(["a", "b"]);
  });

  it("means nothing when it was tampered with, made up, or made by another load balancer [S25, P-60]", () => {
    const [header = ""] = sendBack(issue(group, "a"));
    const damaged = header.replace(/=(.)/g, (_all, first: string) => `=${first === "A" ? "B" : "A"}`);
    for (const text of [
      damaged,
      "AWSALB=",
      "AWSALB=abc",
      "AWSALB",
      "=",
      "AWSALBCORS=%00",
      `AWSALB=${"A".repeat(9999)}`,
    ])
      expect(tied(group, [text])).toBeUndefined();
    const stranger = deriveCookieKey(Buffer.from("another"));
    expect(stickyTarget(group, { cookies: [header], nowMs: startMs }, stranger)).toBeUndefined();
    expect(stickyTarget(group, { cookies: [header], nowMs: startMs }, key)).toBe("a");
  });

  it("is not understood when the client has URL-encoded its value [S29]", () => {
    const encoded = issue(group, "some-target").map((text) =>
      text.replace(sealedIn(text), encodeURIComponent(sealedIn(text))),
    );
    expect(encoded[0]).toContain("%");
    expect(tied(group, sendBack(encoded))).toBeUndefined();
  });

  it("of one group says nothing about another one, even with the same target [S2]", () => {
    expect(tied(stickyGroup({}, "other"), sendBack(issue(group, "a")))).toBeUndefined();
  });
});

describe("a tied client", () => {
  const sticky = { ...group.stickiness };
  const ask = (pool: ReturnType<typeof poolOf>, cookies: readonly string[]) => {
    const key = selectTarget(pool, { nowMs: 0, random: () => 0, sticky: tied(group, cookies) })?.key ?? "";
    return { key, cookies: sendBack(issue(group, key, { cookies })) };
  };

  it("gets the same target every time, while the others take turns [S21, P-60]", () => {
    const pool = poolOf("a b c", { stickiness: sticky });
    const { key, cookies } = ask(pool, []);
    expect([1, 2, 3, 4].map(() => [ask(pool, cookies).key, ask(pool, []).key])).toEqual(
      ["b", "c", "a", "b"].map((other) => [key, other]),
    );
  });

  it.each([
    ["unhealthy [S25, P-60]", "a:unhealthy b"],
    ["deregistered [S25, P-60]", "b"],
    ["draining [S26]", "a:draining b"],
  ])("gets a new target and a new cookie when its own is %s, and stays there", (_title, texts) => {
    const pool = poolOf("a b", { stickiness: sticky });
    const first = ask(pool, []);
    updatePool(pool, attributes({ stickiness: sticky }), targets(...texts.split(" ")), 0);
    const second = ask(pool, first.cookies);
    expect([first.key, second.key]).toEqual(["a", "b"]);
    updatePool(pool, attributes({ stickiness: sticky }), targets("a", "b"), 0);
    expect([1, 2, 3].map(() => ask(pool, second.cookies).key)).toEqual(["b", "b", "b"]);
  });

  it("stays with an unhealthy target while its group fails open", () => {
    const pool = poolOf("a:unhealthy b:unhealthy", { stickiness: sticky });
    const { key, cookies } = ask(pool, []);
    expect([ask(pool, cookies).key, ask(pool, cookies).key]).toEqual([key, key]);
  });
});
