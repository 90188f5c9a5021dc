import type { Page } from "playwright-core";
import { startDashboard } from "../../../../lab/local/dashboard";
import { SmallLab } from "../small-lab";
import { describeWithChromium } from "./with-chromium";

jest.setTimeout(60_000);

function cardOf(page: Page, name: string) {
  return page.locator("article.target").filter({ has: page.getByRole("heading", { name, exact: true }) });
}

/** Names in the chips, newest first. */
function answersOn(page: Page): Promise<string[]> {
  return page.locator("#answers .chip-name").allTextContents();
}

/** Waits until the page holds a text in an element. */
async function sees(page: Page, selector: string, text: string | RegExp): Promise<void> {
  await page.locator(selector).filter({ hasText: text }).first().waitFor();
}

describeWithChromium("the dashboard in a browser", (show) => {
  it("shows what there is, from listener to target, without a complaint of the browser [P-68]", async () => {
    const lab = new SmallLab();
    lab.notices = ["2 of 5 rules could not be linked"];
    const { page, complaints } = await show(lab);
    lab.probe();
    await cardOf(page, "Server-2").getByText("Healthy", { exact: true }).waitFor();
    const text = (await page.locator("body").innerText()).replace(/\s+/g, " ");
    for (const part of [
      "2 of 5 rules could not be linked",
      "2 of 2",
      "dev-alb-1a2b3c4d",
      "HTTP 80 127.0.0.1:8080",
      "Default 0 hits forward to dev-web-9f8e7d6c",
      "HTTP 3000, round robin GET /health every 10 s, 200 expected 2 healthy targets take turns.",
      "ap-northeast-2c Server-2",
      "127.0.0.3:3000 · running, pid 4000",
    ]) {
      expect(text).toContain(part);
    }
    expect(complaints).toEqual([]);
  });

  it("shows a server that is killed and comes back, with AWS's reason and its meaning", async () => {
    const lab = new SmallLab();
    const { page } = await show(lab);
    const card = cardOf(page, "Server-2");
    await card.getByText("Elb.InitialHealthChecking").waitFor();
    lab.probe();
    await card.getByText("Healthy", { exact: true }).waitFor();
    Object.assign(lab.targets[1]!, { process: "crashed", pid: undefined, restartAtMs: Date.now() + 60_000 });
    lab.probe(Date.now() + 1);
    await card.getByText("Unhealthy", { exact: true }).waitFor();
    expect(await card.innerText()).toMatch(
      /Target\.FailedHealthChecks\s+Health checks failed\. The probe could not/,
    );
    expect(await card.innerText()).toMatch(/crashed, starts again in (60|59) s/);
    await sees(page, ".lesson", "Only Server-1 is healthy: it answers everything.");
    await page.getByRole("img", { name: "2 probes: 1 passed, 1 failed" }).waitFor();
    await sees(page, "#announcements", "Server-2 is unhealthy");
    Object.assign(lab.targets[1]!, { process: "running", pid: 5000 });
    lab.probe(Date.now() + 2);
    await card.getByText("Healthy", { exact: true }).waitFor();
    await sees(page, "#announcements", "Server-2 is healthy");
  });

  it("teaches the lesson by keyboard alone: two alternate, only healthy ones get requests", async () => {
    const lab = new SmallLab();
    lab.probe();
    const { page, complaints } = await show(lab);
    const pressTab = async (name: string) => {
      for (let at = 0; at < 30; at++) {
        await page.keyboard.press("Tab");
        const focused = await page.evaluate(
          () => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent,
        );
        if (focused === name) return;
      }
      throw new Error(`Tab must reach ${name}, got 30 others`);
    };
    await pressTab("Send 10");
    await page.keyboard.press("Enter");
    await page.getByText("10 answers: Server-1 5, Server-2 5.").waitFor();
    await page.waitForFunction(() => document.querySelectorAll("#answers li").length === 10);
    const alternating = ["Server-2", "Server-1"];
    expect(await answersOn(page)).toEqual(Array.from({ length: 10 }, (_, at) => alternating[at % 2]));

    await pressTab("Stop: Server-2");
    await page.keyboard.press("Space");
    await page.getByRole("button", { name: "Start: Server-2" }).waitFor();
    // The button that was pressed keeps the focus under its new name.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Start");
    lab.probe();
    await cardOf(page, "Server-2").getByText("Unhealthy", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Send 10" }).press("Enter");
    await page.waitForFunction(() => document.querySelectorAll("#answers li").length === 20);
    expect((await answersOn(page)).slice(0, 10)).toEqual(Array(10).fill("Server-1"));
    expect(complaints).toEqual([]);
  });

  it.each([
    ["Slow down by 2 s", "Normal speed", "slow", "slowed down by 2 s"],
    ["Hang", "Stop hanging", "hang", ", hanging"],
    ["Break health", "Mend health", "break-health", "health check broken"],
    ["Stop", "Start", "stop", "stopped"],
  ])("%s becomes %s", async (before, after, action, words) => {
    const lab = new SmallLab();
    const { page } = await show(lab);
    await page.getByRole("button", { name: `${before}: Server-1` }).click();
    await page.getByRole("button", { name: `${after}: Server-1` }).click();
    await page.getByRole("button", { name: `${before}: Server-1` }).click();
    await cardOf(page, "Server-1").getByText(words).waitFor();
    expect(lab.controlled.map(([key]) => key)).toEqual(Array(3).fill("Server-1@127.0.0.2:3000"));
    expect(lab.controlled.filter(([, used]) => used === action)).toHaveLength(2);
  });

  it("shows why a control did nothing", async () => {
    const lab = new SmallLab();
    const { page } = await show(lab);
    lab.refusal = "Server-1: is being started";
    await page.getByRole("button", { name: "Stop: Server-1" }).click();
    await cardOf(page, "Server-1").locator(".message").getByText("Server-1: is being started").waitFor();
    await sees(page, "#announcements", "Server-1: is being started");
    await page.getByRole("button", { name: "Send a request" }).click();
    await page.locator("#asked").getByText("Server-1: is being started").waitFor();
  });

  it("shows markup as text, wherever it comes from [P-68]", async () => {
    const markup = '<img src=x onerror="document.title=1"><script>alert(1)</script>';
    const lab = new SmallLab([markup, "Server-2"]);
    Object.assign(lab.targets[0]!, { zone: markup, address: markup, description: markup, reason: markup });
    Object.assign(lab, { title: markup, notices: [markup] });
    const [balancer] = lab.loadBalancers;
    lab.loadBalancers = [
      { ...balancer!, name: markup, zones: [markup] },
      {
        key: markup,
        name: "x",
        zones: [],
        listeners: [
          {
            key: "evil",
            protocol: markup,
            port: markup,
            url: "javascript:alert(1)",
            rules: [
              {
                key: "evil",
                priority: markup,
                conditions: [markup],
                action: markup,
                groups: [{ key: markup, weight: 1 }],
                hits: 0,
              },
            ],
          },
        ],
      },
    ];
    const { page, complaints } = await show(lab);
    lab.answer("http", `/${markup}`);
    await page.locator("#requests").getByText(markup).first().waitFor();
    expect(await page.locator("img").count()).toBe(1);
    expect(await page.locator("script").count()).toBe(1);
    expect(await page.locator("a[href^=javascript]").count()).toBe(0);
    expect(await page.title()).toContain(markup);
    expect(complaints).toEqual([]);
  });

  it("says when the lab is gone, and takes up the next one on the same port", async () => {
    const lab = new SmallLab();
    const { page, dashboard } = await show(lab);
    await dashboard.stop();
    await page.getByText("Lab is gone, trying again").waitFor();
    await page.getByRole("button", { name: "Stop: Server-1" }).click();
    await page.locator(".message").getByText("the lab does not answer").waitFor();
    const next = new SmallLab(["Server-9"]);
    const again = await startDashboard(next, { port: dashboard.port });
    await page.getByText("Server-9").first().waitFor();
    // With the token of the new start.
    await page.getByRole("button", { name: "Stop: Server-9" }).click();
    await page.getByRole("button", { name: "Start: Server-9" }).waitFor();
    await page.context().close();
    await again.stop();
  });

  it("folds many notices away, but not a new one", async () => {
    const lab = new SmallLab();
    lab.notices = ["first", "second", "third"];
    const { page } = await show(lab);
    await page.getByText("3 notices").waitFor();
    expect(await page.getByText("second", { exact: true }).isVisible()).toBe(false);
    lab.notices = [...lab.notices, "the changed file was not taken up"];
    lab.changed();
    await page.locator("#notices").getByText("the changed file was not taken up").waitFor();
    await sees(page, "#announcements", "the changed file was not taken up");
  });

  it("asks a listener that forwards, not one that redirects to it", async () => {
    const lab = new SmallLab();
    const [balancer] = lab.loadBalancers;
    const redirect = {
      key: "d",
      priority: "default",
      conditions: [],
      action: "redirect",
      groups: [],
      hits: 0,
    };
    const first = {
      key: "first",
      protocol: "HTTP",
      port: "8000",
      url: "http://127.0.0.1:1/",
      rules: [redirect],
    };
    lab.loadBalancers = [{ ...balancer!, listeners: [first, ...balancer!.listeners] }];
    const { page } = await show(lab);
    await page.getByLabel("Path").fill("/shop?a=1");
    await page.getByLabel("Path").press("Enter");
    await page.locator("#requests").getByText("GET /shop?a=1").waitFor();
    expect(lab.requests.map(({ listener }) => listener)).toEqual(["http"]);
    await page.getByRole("combobox").selectOption("HTTP 8000");
    await page.getByRole("button", { name: "Send a request" }).click();
    await page.locator("#answers li").nth(1).waitFor();
    expect(lab.requests[0]?.listener).toBe("first");
  });

  it("says what an empty topology lacks", async () => {
    const lab = new SmallLab([]);
    lab.loadBalancers = [];
    const { page } = await show(lab);
    for (const text of [
      "No load balancer is declared",
      "No target is registered",
      "Nobody has been asked yet",
      "No request yet",
    ]) {
      await page.getByText(text).waitFor();
    }
    lab.groups = () => [];
    lab.changed();
    await page.getByText("No target group is declared").waitFor();
    await page.getByRole("button", { name: "Send a request" }).click();
    await page.getByText("No listener can be reached.").waitFor();
  });

  it("says that a group without healthy targets fails open [P-47]", async () => {
    const lab = new SmallLab();
    for (const target of lab.targets) target.healthBroken = true;
    const { page } = await show(lab);
    lab.probe();
    await page.locator(".group").getByText("Fail-open", { exact: true }).waitFor();
    await sees(page, ".lesson", "all of them get requests");
    lab.answer("http", "/");
    await sees(page, "#answers", "Server-1");
  });
});
