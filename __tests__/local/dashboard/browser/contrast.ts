import type { Page } from "playwright-core";

export interface Contrast {
  readonly text: string;
  readonly ink: string;
  readonly ground: string;
  /** 1-21, as WCAG 2 computes it; 4.5 is AA for text of any size. */
  readonly ratio: number;
}

/** Of every text to be seen on a page, against the colours under it. */
export async function contrastsOn(page: Page): Promise<Contrast[]> {
  const texts = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      const text = walker.currentNode.textContent?.trim() ?? "";
      if (!element?.checkVisibility() || text === "" || element.closest(".unseen, option")) continue;
      const grounds: string[] = [];
      for (let under: Element | null = element; under; under = under.parentElement) {
        grounds.push(getComputedStyle(under).backgroundColor);
      }
      found.push({ text, ink: getComputedStyle(element).color, grounds });
    }
    return found;
  });
  return texts.map(({ text, ink, grounds }) => {
    const ground = grounds.find((colour) => channels(colour)[3] !== 0) ?? "rgb(255, 255, 255)";
    const [lighter = 0, darker = 0] = [luminance(ink), luminance(ground)].sort((a, b) => b - a);
    return { text, ink, ground, ratio: (lighter + 0.05) / (darker + 0.05) };
  });
}

/** Red, green, blue 0-255 and alpha 0-1; anything but opaque or nothing is not expected on this page. */
function channels(colour: string): [number, number, number, number] {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  if (!/^rgba?\(/.test(colour) || ![0, 1].includes(alpha))
    throw new Error(`colour must be opaque rgb, got ${colour}`);
  return [red, green, blue, alpha];
}

function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
