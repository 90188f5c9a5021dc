import { deriveCookieKey, readBinding, readCookie, renderBinding } from "../../../lab/alb/cookies";

const key = deriveCookieKey(Buffer.from("secret"));
const nowMs = Date.UTC(2026, 0, 1, 12);
const binding = { group: "web", target: "i-1:3000", untilMs: nowMs + 1000 };
const cookieOf = (setCookie: string) => setCookie.split(";")[0] ?? "";

describe("a cookie of a request", () => {
  it.each([
    ["the only one", ["a=1"], "1"],
    ["among others, spaced freely", ["x=0;a=1 ;  b=2"], "1"],
    ["of several Cookie headers", ["x=0", "a=1"], "1"],
    ["the first of two", ["a=1; a=2"], "1"],
    ["with equals signs in it", ["a=1=2=="], "1=2=="],
    ["with quotes, which are part of it", ['a="1"'], '"1"'],
    ["empty", ["a="], ""],
    ["a name without a value", ["a"], undefined],
    ["a name in another case", ["A=1"], undefined],
    ["a longer name", ["aa=1; b_a=2"], undefined],
    ["no header", [], undefined],
  ])("is found: %s", (_, headers, value) => {
    expect(readCookie(headers, "a")).toBe(value);
  });
});

describe("the cookies of a binding", () => {
  it("are two of one value, for seven days, on every path [S21, S22, S23]", () => {
    const [plain, twin] = renderBinding("AWSALB", binding, key, { nowMs, secure: false });
    const value = cookieOf(plain).slice("AWSALB=".length);
    expect(plain).toBe(`AWSALB=${value}; Expires=Thu, 08 Jan 2026 12:00:00 GMT; Path=/`);
    expect(twin).toBe(`AWSALBCORS=${value}; Expires=Thu, 08 Jan 2026 12:00:00 GMT; Path=/; SameSite=None`);
  });

  it("are secure over HTTPS in the twin, which browsers demand of SameSite=None [S22]", () => {
    const [plain, twin] = renderBinding("AWSALBTG", binding, key, { nowMs, secure: true });
    expect(plain).toMatch(/Path=\/$/);
    expect(twin).toMatch(/^AWSALBTGCORS=.*; Path=\/; SameSite=None; Secure$/);
  });

  it("are read back, either of them, until the time in their value", () => {
    for (const setCookie of renderBinding("AWSALB", binding, key, { nowMs, secure: true })) {
      expect(readBinding("AWSALB", [cookieOf(setCookie)], key, nowMs + 999)).toEqual(binding);
      expect(readBinding("AWSALB", [cookieOf(setCookie)], key, nowMs + 1000)).toBeUndefined();
    }
  });

  it("disagree in favour of the twin, even when it cannot be opened [S24]", () => {
    const other = { ...binding, target: "i-2:3000" };
    const [plain] = renderBinding("AWSALB", binding, key, { nowMs, secure: true });
    const [, twin] = renderBinding("AWSALB", other, key, { nowMs, secure: true });
    const both = `${cookieOf(plain)}; ${cookieOf(twin)}`;
    expect(readBinding("AWSALB", [both], key, nowMs)).toEqual(other);
    expect(readBinding("AWSALB", [`${cookieOf(plain)}; AWSALBCORS=x`], key, nowMs)).toBeUndefined();
  });

  it("of a target are none of a group", () => {
    const [plain] = renderBinding("AWSALB", binding, key, { nowMs, secure: false });
    expect(readBinding("AWSALBTG", [cookieOf(plain)], key, nowMs)).toBeUndefined();
    expect(
      readBinding("AWSALBTG", [cookieOf(plain).replace("AWSALB", "AWSALBTG")], key, nowMs),
    ).toBeUndefined();
  });
});
