import type { Page } from "playwright-core";
import { allHealthy, runLab, targetNamed } from "../lab/run-lab";
import { describeWithChromium } from "./browser/with-chromium";

jest.setTimeout(60_000);

const two = {
  groups: { web: { servers: [{ name: "Server-1" }, { name: "Server-2", zone: "eu-central-1b" }] } },
};
const markup = "<img src=x onerror=alert(1)>";

function cardOf(page: Page, name: string) {
  return page.locator("article.target").filter({ has: page.getByRole("heading", { name, exact: true }) });
}

describeWithChromium("the dashboard of a lab that runs", (_show, open) => {
  it("shows a server that is killed and comes back", async () => {
    const lab = await runLab(two, { speed: 20 });
    await allHealthy(lab);
    const { page, complaints } = await open(lab.dashboardUrl);
    const card = cardOf(page, "Server-2");
    await card.getByText("Healthy", { exact: true }).waitFor();
    const failed = card.filter({ hasText: /Unhealthy[\s\S]*Target\.FailedHealthChecks/ }).waitFor();
    process.kill(targetNamed(lab, "Server-2").pid ?? 0, "SIGKILL");
    await failed;
    await card.getByText("Healthy", { exact: true }).waitFor();
    expect(complaints).toEqual([]);
  });

  it("teaches the lesson with its buttons", async () => {
    // Slow enough that no probe takes too long on a busy machine.
    const lab = await runLab(two, { speed: 5 });
    await allHealthy(lab);
    const { page } = await open(lab.dashboardUrl);
    const answers = page.locator("#answers .chip-name");
    await page.getByRole("button", { name: "Send 10" }).click();
    await answers.nth(9).waitFor();
    const alternating = await answers.allTextContents();
    expect(new Set(alternating)).toEqual(new Set(["Server-1", "Server-2"]));
    for (const [at, name] of alternating.entries()) if (at > 0) expect(name).not.toBe(alternating[at - 1]);

    await page.getByRole("button", { name: "Break health: Server-1" }).click();
    await cardOf(page, "Server-1").getByText("Target.ResponseCodeMismatch").waitFor();
    await page.getByRole("button", { name: "Send 10" }).click();
    await answers.nth(19).waitFor();
    expect(new Set((await answers.allTextContents()).slice(0, 10))).toEqual(new Set(["Server-2"]));

    await page.getByRole("button", { name: "Stop: Server-2" }).click();
    await cardOf(page, "Server-2").getByText("stopped").waitFor();
    await page.getByRole("button", { name: "Mend health: Server-1" }).click();
    await page.getByRole("button", { name: "Start: Server-2" }).click();
    await cardOf(page, "Server-1").getByText("Healthy", { exact: true }).waitFor();
    await cardOf(page, "Server-2").getByText("Healthy", { exact: true }).waitFor();
  });

  it("crashes and hangs a server, and says who answered", async () => {
    const lab = await runLab(two, { speed: 5 });
    await allHealthy(lab);
    const { page } = await open(lab.dashboardUrl);
    await page.getByRole("button", { name: "Send 10" }).click();
    await page.getByText("10 answers: Server-1 5, Server-2 5.").waitFor();
    await page.getByLabel("Path").fill("//elsewhere.example/?a=1");
    await page.getByRole("button", { name: "Send a request" }).click();
    await page
      .locator("#asked")
      .getByText(/^Server-[12] answered \d{3}\.$/)
      .waitFor();

    const before = targetNamed(lab, "Server-2").pid;
    await page.getByRole("button", { name: "Crash: Server-2" }).click();
    await cardOf(page, "Server-2").getByText("crashed, starts again in").waitFor();
    await cardOf(page, "Server-2").getByText("running").waitFor();
    expect(targetNamed(lab, "Server-2").pid).not.toBe(before);

    await page.getByRole("button", { name: "Hang: Server-1" }).click();
    await cardOf(page, "Server-1").getByText("Target.Timeout", { exact: true }).waitFor();
    await page.getByRole("button", { name: /^Slow down by .*: Server-1$/ }).click();
    await cardOf(page, "Server-1").getByText("Healthy", { exact: true }).waitFor();
  });

  it("shows a function without health checks as such, not as failing open", async () => {
    const lambda = { target_type: "lambda", health_check: undefined, port: undefined, protocol: undefined };
    const lab = await runLab({
      groups: { web: { servers: [], arguments: lambda } },
      more: {
        aws_lambda_function: { fn: { function_name: "fn" } },
        aws_lb_target_group_attachment: {
          fn: {
            target_group_arn: "${aws_lb_target_group.web.arn}",
            target_id: "${aws_lambda_function.fn.arn}",
          },
        },
      },
    });
    expect(lab.snapshot().groups).toMatchObject([
      { healthCheck: "no health checks", failOpen: false, targets: [{ health: "unavailable" }] },
    ]);
  });

  it("shows a server named with markup as text [P-68]", async () => {
    const instance = { tags: { Name: markup }, user_data: "#!/bin/sh\n" };
    const lab = await runLab({
      groups: { web: { servers: [{ name: "one" }] } },
      more: { aws_instance: { one: instance } },
    });
    await allHealthy(lab);
    const { page, complaints } = await open(lab.dashboardUrl);
    await page.getByRole("heading", { name: markup, exact: true }).waitFor();
    await page.getByRole("button", { name: "Send a request" }).click();
    await page.locator("#answers").getByText(markup).waitFor();
    expect(await page.locator("img").count()).toBe(1);
    expect(complaints).toEqual([]);
  });
});
