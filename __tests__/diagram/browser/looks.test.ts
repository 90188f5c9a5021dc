import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { type Diagram, renderHtml, renderMermaid, renderSvg } from "../../../lab/diagram";
import { describeWithExecutable, flags } from "../../local/dashboard/browser/with-chromium";
import { changedEntrance } from "../support/entrance";
import { changedShop, drawn, hostileNames, shopOf } from "../support/inputs";

jest.setTimeout(120_000);

const pictures: Readonly<Record<string, () => Diagram>> = {
  "two services": () => drawn(shopOf(2)),
  "a hundred services": () => drawn(shopOf(100)),
  "every mark": () => changedShop(8),
  "names and a web ACL at the entrance": () => changedEntrance("forgotten"),
  "hostile names": () => drawn(shopOf(hostileNames.length, (number) => hostileNames[number] as string)),
};

/** Texts that leave their box or meet another, as a browser with its own fonts draws them. */
async function faultsOn(page: Page): Promise<{ readonly texts: number; readonly faults: readonly string[] }> {
  const texts = await page.locator("text").evaluateAll((found) =>
    (found as SVGTextElement[]).map((text) => {
      const isPill = text.previousElementSibling?.classList.contains("pill");
      const frame = isPill ? text.previousElementSibling : text.parentElement?.querySelector("rect");
      const [own, box] = [text.getBBox(), (frame as SVGGraphicsElement).getBBox()];
      const [left, right] = [own.x, own.x + own.width];
      const isInside =
        left >= box.x && right <= box.x + box.width && own.y + own.height <= box.y + box.height;
      return { text: text.textContent ?? "", left, right, top: own.y, bottom: own.y + own.height, isInside };
    }),
  );
  const faults = texts.flatMap((one, at) => [
    ...(one.isInside ? [] : [`${one.text} leaves its box`]),
    ...texts
      .slice(at + 1)
      .filter(({ left, right }) => one.left < right && left < one.right)
      .filter(({ top, bottom }) => one.top < bottom && top < one.bottom)
      .map(({ text }) => `${one.text} meets ${text}`),
  ]);
  return { texts: texts.length, faults };
}

describeWithExecutable("a diagram in a browser", (executablePath) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: flags });
  });
  afterAll(() => browser.close());

  async function show(html: string, colorScheme: "light" | "dark" = "light"): Promise<Page> {
    const page = await browser.newPage({ colorScheme, javaScriptEnabled: true });
    await page.setContent(html);
    return page;
  }

  it.each(Object.keys(pictures))("of %s keeps every text in its box and apart from others", async (name) => {
    const page = await show(renderSvg((pictures[name] as () => Diagram)()));
    const { texts, faults } = await faultsOn(page);
    expect(texts).toBeGreaterThan(20);
    expect(faults).toEqual([]);
    await page.close();
  });

  it("is light on a light page and dark on a dark one, also as an image", async () => {
    const source = Buffer.from(renderSvg(changedShop(4))).toString("base64");
    const corners = [];
    for (const scheme of ["light", "dark"] as const) {
      const page = await show(`<img alt="" src="data:image/svg+xml;base64,${source}">`, scheme);
      corners.push(
        await page.locator("img").evaluate(async (image: HTMLImageElement) => {
          await image.decode();
          const canvas = document.createElement("canvas").getContext("2d");
          canvas?.drawImage(image, 0, 0);
          return canvas?.getImageData(2, 2, 1, 1).data[0];
        }),
      );
      await page.close();
    }
    expect(corners[0]).toBe(255);
    expect(corners[1]).toBeLessThan(40);
  });

  it("is XML to a parser, whatever names there are", async () => {
    const page = await show("");
    const svg = renderSvg((pictures["hostile names"] as () => Diagram)());
    const root = await page.evaluate(
      (xml) => new DOMParser().parseFromString(xml, "image/svg+xml").documentElement.nodeName,
      svg,
    );
    expect(root).toBe("svg");
    await page.close();
  });

  it("is drawn by Mermaid, with every name as it is", async () => {
    const page = await show("<div></div>");
    await page.addScriptTag({ path: join(__dirname, "../../../node_modules/mermaid/dist/mermaid.min.js") });
    for (const make of Object.values(pictures)) {
      const texts = await page.evaluate(async (chart) => {
        const { mermaid } = window as unknown as {
          mermaid: {
            initialize(o: object): void;
            render(id: string, text: string): Promise<{ svg: string }>;
          };
        };
        mermaid.initialize({ startOnLoad: false, securityLevel: "strict" });
        const { svg } = await mermaid.render("chart", chart);
        const holder = document.querySelector("div") as HTMLElement;
        holder.innerHTML = svg;
        return [...holder.querySelectorAll(".nodeLabel")].map((label) => (label as HTMLElement).innerText);
      }, renderMermaid(make()));
      expect(texts.length).toBeGreaterThan(10);
      const shown = texts.join("\n").replaceAll("#quot;#35;", "");
      expect(shown).not.toMatch(/#\d+;|Unsupported markdown|\ud835/);
    }
    await page.close();
  });

  it("has a page that no script of a name runs on and that complains about nothing", async () => {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("dialog", (dialog) => complaints.push(dialog.message()));
    await page.setContent(renderHtml((pictures["hostile names"] as () => Diagram)()));
    expect(await page.locator("table").count()).toBe(2);
    expect(complaints).toEqual([]);
    await page.close();
  });
});
