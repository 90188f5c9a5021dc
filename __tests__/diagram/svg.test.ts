import fc from "fast-check";
import { renderHtml, renderSvg } from "../../lab/diagram";
import { changedShop, drawn, hostileNames, shopOf } from "./support/inputs";
import { anyShape } from "./support/topologies";
import { assertWellFormed } from "./support/xml";

const hostile = () => drawn(shopOf(hostileNames.length, (number) => hostileNames[number] as string));

describe("the SVG", () => {
  it("is well-formed XML for any topology and any name", () => {
    fc.assert(
      fc.property(anyShape, (shape) => assertWellFormed(renderSvg(drawn(shape)))),
      { numRuns: 12 },
    );
    assertWellFormed(renderSvg(hostile()));
  });

  it("is the same bytes for the same topology", () => {
    expect(renderSvg(changedShop(30))).toBe(renderSvg(changedShop(30)));
  });

  it("has a title and a description for who cannot see it", () => {
    const svg = renderSvg(changedShop(5));
    expect(svg).toMatch(/^<svg [^>]*role="img"/);
    expect(svg).toMatch(/<title>Synthesized stack<\/title>\n<desc>1 load balancer, 1 listener, 6 rules/);
  });

  it("has no script, loads nothing and obeys no name", () => {
    for (const text of [renderSvg(hostile()), renderHtml(hostile())]) {
      expect(text).not.toMatch(/<script|<foreignObject|<image|<a |href=|url\(|@import/i);
      expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u202e\ufffe]/u);
    }
  });

  it("keeps what it shortens whole in the title of its box", () => {
    const svg = renderSvg(drawn(shopOf(1, () => "long-".repeat(60))));
    expect(svg).toContain(`<title>Target group ${"long-".repeat(60)}`);
    expect(svg).not.toContain(`>${"long-".repeat(60)}</text>`);
  });

  it("says every mark in a word and a sign, in the picture and in the legend", () => {
    const svg = renderSvg(changedShop(5));
    for (const words of ["+ added", "~ changed", "± replaced", "− destroyed"])
      expect(svg.split(`>${words}</text>`).length - 1).toBeGreaterThanOrEqual(2);
  });

  it("has no legend where nothing changes and everything is open", () => {
    expect(renderSvg(drawn(shopOf(2)))).not.toMatch(/added<\/text>|open by security groups/);
  });
});

describe("the HTML page", () => {
  it("allows no script and holds the picture and all rules as a table", () => {
    const html = renderHtml(changedShop(100));
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(html).toContain("<svg ");
    const rows = html.split("<tr>").length - 1;
    expect(rows).toBe(2 + 103 + 102);
    expect(html).toContain("<td>path is /service-57</td><td>forward to service-57</td>");
  });
});
