import type { Page } from "playwright-core";
import type { Reply } from "../../../../lab/local/dashboard";
import { SmallLab } from "../small-lab";
import { describeWithChromium } from "./with-chromium";

jest.setTimeout(60_000);

function cardOf(page: Page, name: string) {
  return page.locator("article.target").filter({ has: page.getByRole("heading", { name, exact: true }) });
}

/** Answers what it is told, in this order, as soon as it may. */
class ScriptedLab extends SmallLab {
  readonly replies: Reply[] = [];
  /** Resolves for the next answer; undefined: at once. */
  gate: Promise<void> | undefined;

  override async ask(): Promise<Reply> {
    if (this.replies.length === 6) await this.gate;
    const next = this.replies.shift();
    if (next === undefined) throw new Error("the listener must be reachable");
    return next;
  }
}

describeWithChromium("what the dashboard explains", (show) => {
  it("says why a server that stops still gets requests, and counts it", async () => {
    const lab = new SmallLab();
    lab.probe();
    const { page } = await show(lab);
    await page.locator(".lesson").getByText("2 healthy targets take turns.").waitFor();
    lab.targets[1]!.process = "stopping";
    lab.changed();
    await cardOf(page, "Server-2").getByText("Stopping: it still answers while its health check").waitFor();
    await page
      .getByText("2 targets count as healthy: Server-2 is stopping and gets requests until the health checks")
      .waitFor();
    expect(await cardOf(page, "Server-1").locator(".note").isVisible()).toBe(false);
    lab.probe();
    await page.getByText("Only Server-1 is healthy: it answers everything.").waitFor();
    expect(await cardOf(page, "Server-2").locator(".note").isVisible()).toBe(false);
  });

  it("crashes a server that runs, only once, and keeps the keyboard's place", async () => {
    const lab = new SmallLab();
    lab.probe();
    const { page } = await show(lab);
    const crash = page.getByRole("button", { name: "Crash: Server-2" });
    await crash.press("Enter");
    await cardOf(page, "Server-2")
      .getByText(/crashed, starts again in (60|59) s/)
      .waitFor();
    await page.getByText("Down: nobody has noticed yet").waitFor();
    await page.locator('[aria-label="Crash: Server-2"][aria-disabled="true"]').waitFor();
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Crash");
    await page.getByRole("button", { name: "Start: Server-2" }).click();
    await page.locator('[aria-label="Crash: Server-2"][aria-disabled="false"]').waitFor();
    expect(lab.controlled.map(([, action]) => action)).toEqual(["kill", "start"]);
  });

  it("says how slow, and whether health checks still pass", async () => {
    const lab = new SmallLab();
    const { page } = await show(lab);
    const card = cardOf(page, "Server-1");
    await page.getByRole("button", { name: "Slow down by 2 s: Server-1" }).click();
    await card.getByText("Every answer takes 2 s longer; health checks still pass").waitFor();
    await page.getByRole("button", { name: "Hang: Server-1" }).click();
    await card.getByText("6 s longer: too long for its health checks").waitFor();
    await page.getByRole("button", { name: "Slow down by 2 s: Server-1" }).waitFor();
  });

  it("counts what came back, and says how far it is", async () => {
    const lab = new ScriptedLab();
    const bad = { status: 502 };
    const good = { status: 200, targetName: "Server-1" };
    lab.replies.push(
      good,
      bad,
      { status: 500, targetName: "Server-10" },
      good,
      bad,
      good,
      good,
      good,
      good,
      good,
    );
    let open = () => {};
    lab.gate = new Promise((resolve) => {
      open = resolve;
    });
    const { page } = await show(lab);
    const asked = page.locator("#asked");
    await page.getByRole("button", { name: "Send 10" }).click();
    await page.getByText("4 of 10 answered").waitFor();
    open();
    await asked.getByText("10 answers: 1 × 500 from Server-10, 2 × 502, Server-1 7.").waitFor();
    expect(await page.locator("#asking").isVisible()).toBe(false);
    lab.replies.push(bad, bad);
    await page.getByRole("button", { name: "Send 10" }).click();
    await asked.getByText("2 × 502. Then: the listener must be reachable").waitFor();
    for (const [reply, words] of [
      [good, "Server-1 answered 200."],
      [bad, "The load balancer answered 502."],
      [{ status: 0 }, "No answer came back."],
    ] as const) {
      lab.replies.push(reply);
      await page.getByRole("button", { name: "Send a request" }).click();
      await asked.getByText(words).waitFor();
    }
  });

  it.each([
    ["", "/"],
    ["shop?a=1", "/shop?a=1"],
    [" /x ", "/x"],
  ])("asks for the path %j as %j", async (typed, path) => {
    const lab = new SmallLab();
    const { page } = await show(lab);
    await page.getByLabel("Path").fill(typed);
    await page.getByRole("button", { name: "Send a request" }).click();
    await page.getByText("Server-1 answered 200.").waitFor();
    expect(lab.requests.map((request) => request.path)).toEqual([path]);
  });

  it.each([
    ["http://127.0.0.1/shop", "Only the path, such as /shop?a=1, without the address."],
    ["/a b", "A path has no spaces: write %20 instead."],
    ["/caf\u00e9", "A path cannot hold \u00e9: write %C3%A9 instead."],
    ["/\u{1f600}", "A path cannot hold \u{1f600}: write %F0%9F%98%80 instead."],
  ])("says beside the field what is wrong with %j, and asks nobody", async (typed, words) => {
    const lab = new SmallLab();
    const { page, complaints } = await show(lab);
    await page.getByLabel("Path").fill(typed);
    await page.getByRole("button", { name: "Send 10" }).click();
    await page.getByRole("alert").getByText(words).waitFor();
    expect({ asked: lab.requests, complaints }).toEqual({ asked: [], complaints: [] });
    await page.getByLabel("Path").fill("/");
    expect(await page.getByRole("alert").isVisible()).toBe(false);
  });

  it("asks no health of targets without health checks", async () => {
    const lab = new SmallLab(["Function"]);
    const reason = "Target.HealthCheckDisabled";
    Object.assign(lab.targets[0]!, { health: "unavailable", reason, process: "external" });
    const { page } = await show(lab);
    await page
      .getByText("Function gets every request: without health checks nobody asks how it is.")
      .waitFor();
    expect(await page.locator("#healthy").textContent()).toBe("none checked");
    expect(await page.locator('#lines [data-usable="false"]').count()).toBe(0);
    expect(await page.getByText("not probed yet").isVisible()).toBe(false);
    expect(await page.getByText("Fail-open").isVisible()).toBe(false);
  });
});
