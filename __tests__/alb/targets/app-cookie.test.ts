import { dayMs, issue, sendBack, startMs, stickyGroup, tied } from "./sticky-clients";

const group = stickyGroup({ type: "app_cookie", cookieName: "SESSION" });
const session = "SESSION=abc; Path=/; HttpOnly";
const names = (setCookies: readonly string[]) => setCookies.map((text) => text.split("=")[0]);
const forget = [0, 1, 2, 3].map(
  (n) => `AWSALBAPP-${n}=_remove_; Expires=Thu, 08 Jan 2026 00:00:00 GMT; Path=/`,
);

describe("application-based stickiness", () => {
  it("begins when the target sets the application's cookie [S27]", () => {
    expect(issue(group, "a", { setCookies: [session] })).toEqual([
      expect.stringMatching(/^AWSALBAPP-0=[A-Za-z0-9+/=]+; Expires=Thu, 08 Jan 2026 00:00:00 GMT; Path=\/$/),
    ]);
    expect(issue(group, "a", { setCookies: [session], secure: true })[0]).toMatch(
      /; Path=\/; SameSite=None; Secure$/,
    );
  });

  it("looks at the name of the application's cookie only [S27]", () => {
    for (const setCookie of ["SESSION=", "SESSION=x; Max-Age=0", " SESSION =x"])
      expect(names(issue(group, "a", { setCookies: ["other=1", setCookie] }))).toEqual(["AWSALBAPP-0"]);
    for (const setCookie of ["SESSIONS=x", "session=x", "x=SESSION=1", "SESSION", "=SESSION"])
      expect(issue(group, "a", { setCookies: [setCookie] })).toEqual(forget);
  });

  it("needs both cookies to come back [S27]", () => {
    const own = issue(group, "a", { setCookies: [session] });
    expect(tied(group, sendBack([...own, session]))).toBe("a");
    expect(tied(group, [...sendBack([session]), ...sendBack(own)])).toBe("a");
    expect([tied(group, sendBack(own)), tied(group, sendBack([session]))]).toEqual([undefined, undefined]);
  });

  it("has the cookies of no session removed, as a load balancer does", () => {
    expect(issue(group, "a")).toEqual(forget);
    expect(tied(group, sendBack([...forget, session]))).toBeUndefined();
  });

  it("is renewed by every response of the session, and follows it to another target [S23, S25, S27]", () => {
    const cookies = sendBack([...issue(group, "a", { setCookies: [session] }), session]);
    const renewed = issue(group, "b", { cookies, nowMs: startMs + dayMs / 2 });
    expect(renewed).toEqual(issue(group, "b", { setCookies: [session], nowMs: startMs + dayMs / 2 }));
    const later = sendBack([...renewed, session]);
    expect(tied(group, cookies, startMs + dayMs)).toBeUndefined();
    expect(tied(group, later, startMs + dayMs)).toBe("b");
  });

  it("is not understood when tampered with or URL-encoded [S25, S29]", () => {
    const [own = ""] = issue(group, "a", { setCookies: [session] });
    const value = own.slice("AWSALBAPP-0=".length, own.indexOf(";"));
    for (const other of [
      encodeURIComponent(`${value}=`),
      value.slice(1),
      `${value}.`,
      "",
      "....",
      "_remove_",
    ])
      expect([other, tied(group, [`AWSALBAPP-0=${other}; SESSION=abc`])]).toEqual([
        other,
        other === `${value}.` ? "a" : undefined,
      ]);
  });

  it("is kept for each group by itself [S2, S27]", () => {
    const other = stickyGroup({ type: "app_cookie", cookieName: "CART" }, "shop");
    const first = sendBack([...issue(group, "a", { setCookies: [session] }), session]);
    const setCookies = ["CART=1"];
    const both = sendBack([...issue(other, "z", { cookies: first, setCookies }), session, ...setCookies]);
    expect([tied(group, both), tied(other, both)]).toEqual(["a", "z"]);
    expect(
      issue(stickyGroup(other.stickiness, "third"), "q", {
        cookies: both.map((text) => text.replace("CART", "x")),
      }),
    ).toEqual([]);
  });

  it("goes into at most four cookies of at most 4 KB each, 16 KB in all [S27]", () => {
    const many = Array.from({ length: 100 }, (_, n) =>
      stickyGroup(group.stickiness, `${n}-${"g".repeat(150)}`),
    );
    let cookies: readonly string[] = [session];
    let last: readonly string[] = [];
    for (const [n, one] of many.entries()) {
      last = issue(one, `t${n}`, { cookies, setCookies: [session], secure: true });
      cookies = sendBack([...last, session]);
    }
    expect(names(last)).toEqual(["AWSALBAPP-0", "AWSALBAPP-1", "AWSALBAPP-2", "AWSALBAPP-3"]);
    for (const text of last) expect(text.length).toBeLessThanOrEqual(4096);
    expect(tied(many[99]!, cookies)).toBe("t99");
    expect(tied(many[70]!, cookies)).toBe("t70");
    expect(tied(many[0]!, cookies)).toBeUndefined();
  });

  it("does nothing without the name of a cookie", () => {
    const nameless = stickyGroup({ type: "app_cookie" });
    expect(issue(nameless, "a", { setCookies: [session] })).toEqual([]);
    expect(
      tied(nameless, sendBack([...issue(group, "a", { setCookies: [session] }), session])),
    ).toBeUndefined();
  });
});
