import type { Page } from "playwright-core";
import { SmallLab } from "../small-lab";
import { contrastsOn } from "./contrast";
import { describeWithChromium, type Show } from "./with-chromium";

jest.setTimeout(120_000);

/** A lab in which every state is to be seen. */
function variedLab(count = 8): SmallLab {
  const lab = new SmallLab(Array.from({ length: count }, (_, at) => `Server-${at + 1}`));
  lab.notices = ["2 of 5 rules could not be linked"];
  lab.targets[2]!.healthBroken = true;
  lab.probe();
  for (const [at, health] of (["initial", "draining", "unused", "unavailable"] as const).entries()) {
    Object.assign(lab.targets[at + 3]!, {
      health,
      reason: "Target.NotInUse",
      description: "Target is not in use",
    });
  }
  const [balancer] = lab.loadBalancers;
  const closed = {
    key: "closed",
    protocol: "HTTP",
    port: "8088",
    unreachable: "no rule allows it",
    rules: [],
  };
  lab.loadBalancers = [{ ...balancer!, listeners: [...balancer!.listeners, closed] }];
  lab.answer("http", "/");
  lab.answer("http", "/a-rather-long-path/that/does/not/fit/into/any/column/of/the/table?at=all");
  lab.requests.unshift({ id: 99, atMs: 0, method: "GET", path: "/", status: 503, ms: 0, listener: "http" });
  return lab;
}

async function open(show: Show, lab: SmallLab, width: number, colorScheme: "light" | "dark"): Promise<Page> {
  const { page } = await show(lab, {
    viewport: { width, height: 900 },
    colorScheme,
    reducedMotion: "reduce",
  });
  await page
    .locator("article.target")
    .nth(lab.targets.length - 1)
    .waitFor();
  return page;
}

describeWithChromium("how the dashboard looks", (show) => {
  it.each(["light", "dark"] as const)("has a contrast of 4.5 at every text when it is %s", async (scheme) => {
    const page = await open(show, variedLab(), 1440, scheme);
    for (const fold of await page.locator("summary").all()) await fold.click();
    const contrasts = await contrastsOn(page);
    expect(contrasts.length).toBeGreaterThan(80);
    expect(contrasts.filter(({ ratio }) => ratio < 4.5)).toEqual([]);
  });

  it("is really dark when it is dark", async () => {
    const grounds = [];
    for (const scheme of ["light", "dark"] as const) {
      const page = await open(show, new SmallLab(), 800, scheme);
      grounds.push(await page.evaluate(() => getComputedStyle(document.body).backgroundColor));
    }
    expect(new Set(grounds).size).toBe(2);
  });

  it.each([2, 40])("fits into 360 to 1600 pixels with %i targets", async (count) => {
    const page = await open(show, count === 2 ? new SmallLab() : variedLab(count), 1600, "light");
    for (const width of [1600, 1320, 1280, 1180, 1024, 768, 480, 360]) {
      await page.setViewportSize({ width, height: 900 });
      const seen = await page.evaluate(() => {
        const boxes = [...document.querySelectorAll<HTMLElement>(".card, button, .badge")];
        const cut = boxes.filter((box) => box.scrollWidth > box.clientWidth + 1);
        return { width: document.documentElement.scrollWidth, cut: cut.map((box) => box.textContent) };
      });
      expect(seen).toEqual({ width, cut: [] });
    }
  });

  it("draws a line to each of few targets, thicker where requests went, dashed where none go", async () => {
    const lab = new SmallLab();
    lab.targets[1]!.healthBroken = true;
    lab.probe();
    const page = await open(show, lab, 1440, "light");
    await page.waitForFunction(() => document.querySelectorAll("#lines path").length === 5);
    lab.answer("http", "/");
    await page.waitForFunction(
      () => document.querySelectorAll('#lines path[data-active="true"]').length === 4,
    );
    const usable = await page
      .locator("#lines path")
      .evaluateAll((lines) => lines.map((line) => line.getAttribute("data-usable")));
    expect(usable.filter((value) => value === "false")).toHaveLength(1);
    const widths = await page
      .locator("#lines path")
      .evaluateAll((lines) =>
        lines.map((line) => Number.parseFloat((line as SVGPathElement).style.strokeWidth)),
      );
    expect(widths.sort()).toEqual([1.5, 5.5, 5.5, 5.5, 5.5]);
  });

  it("lets requests run along the lines, unless motion is unwanted", async () => {
    for (const reducedMotion of ["no-preference", "reduce"] as const) {
      const lab = new SmallLab();
      lab.probe();
      const { page } = await show(lab, { viewport: { width: 1440, height: 900 }, reducedMotion });
      await page.evaluate(() => {
        new MutationObserver((changes) => {
          if (changes.some(({ addedNodes }) => addedNodes.length > 0)) document.body.dataset.ran = "yes";
        }).observe(document.getElementById("pulses")!, { childList: true });
      });
      // Each of these is on the page after the pulse of the one before it would have been.
      for (const count of [1, 2, 3]) {
        lab.answer("http", "/");
        await page
          .locator("#answers li")
          .nth(count - 1)
          .waitFor();
      }
      const ran = await page.locator("body").getAttribute("data-ran");
      expect({ reducedMotion, ran }).toEqual({
        reducedMotion,
        ran: reducedMotion === "reduce" ? null : "yes",
      });
    }
  });

  it("names every control, field and region, and orders headings", async () => {
    const page = await open(show, variedLab(), 1440, "light");
    const nameless = await page.evaluate(() => {
      const controls = [...document.querySelectorAll<HTMLElement>("button, a, input, select, summary")];
      const nameOf = (control: Element) =>
        control.getAttribute("aria-label") || control.textContent || control.closest("label")?.textContent;
      return controls
        .filter((control) => control.checkVisibility() && !nameOf(control))
        .map((c) => c.outerHTML);
    });
    expect(nameless).toEqual([]);
    const levels = await page.evaluate(() =>
      [...document.querySelectorAll("h1, h2, h3, h4, h5")].map((h) => Number(h.tagName[1])),
    );
    for (const [at, level] of levels.entries()) expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1);
    for (const landmark of ["banner", "main"] as const)
      expect(await page.getByRole(landmark).count()).toBe(1);
  });

  it("shows the focus on every control", async () => {
    const page = await open(show, new SmallLab(), 1440, "dark");
    const controls = await page.locator("button:visible, a:visible, input:visible").count();
    const outlines = [];
    for (let at = 0; at < controls; at++) {
      await page.keyboard.press("Tab");
      outlines.push(
        await page.evaluate(() => {
          const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement!);
          return `${outlineWidth} ${outlineStyle}`;
        }),
      );
    }
    expect(outlines).toEqual(Array(controls).fill("2px solid"));
  });
});
