import { expect as importedExpect } from "@jest/globals";
import { matchers } from "../../lab/testing";
import { register } from "../../lab/testing/register";
import { shop } from "../lint/support/shop";
import { messageOf } from "./support/message-of";

const request = "GET http://shop.example.com/api";

describe("one import", () => {
  it("gives the matchers to the `expect` that is global, and to the one that is imported", () => {
    expect(shop()).toRoute(request).to("api");
    importedExpect(shop()).toRoute(request).to("api");
    importedExpect(shop()).not.toHaveTargets("api", { total: 7 });
  });

  it("says what it needs where no Jest runs", () => {
    expect(messageOf(() => register({}))).toBe(
      "alb-lab/testing: must be imported where Jest runs, got no expect; import it in a test, or list it in setupFilesAfterEnv",
    );
  });

  it("exports the matchers for an `expect` of one's own", () => {
    const given: object[] = [];
    register({ expect: { extend: (all) => given.push(all) } });
    expect(given).toEqual([matchers]);
  });
});

describe("an assertion about a route", () => {
  it("counts as one for each thing that is said", () => {
    expect.assertions(3);
    expect(shop()).toRoute(request).to("api").over({ listener: 80 });
    expect(shop()).not.toRoute(request).to("web");
  });

  it("may be made about a promise", async () => {
    const later = Promise.resolve(shop());
    (await expect(later).resolves.toRoute(request)).to("api");
    await expect(later).resolves.toHaveTargets("api");
    await expect((async () => (await expect(later).resolves.toRoute(request)).to("web"))()).rejects.toThrow(
      `expected ${request} to go to web`,
    );
  });

  it("fails the test where nothing is said behind it", () => {
    const checks: (() => void)[] = [];
    register({ expect, afterEach: (check) => checks.push(check) });
    expect(shop()).toRoute(request);
    const [check] = checks;
    expect(messageOf(() => check?.())).toBe(
      `toRoute("${request}"): must be followed by .to(...) or .over(...), got nothing`,
    );
    check?.(); // it is told once
  });
});
