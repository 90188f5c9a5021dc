import { diagramOf, renderMermaid } from "../../lab/diagram";
import { changedShop, drawn, hostileNames, shopOf, topologyFrom } from "./support/inputs";

/** As every line of a chart is written: no name is part of the syntax. */
const line =
  /^ *(flowchart LR|accTitle: [\p{L}\p{N} ,()/.:-]*|(subgraph )?n\d+ ?\["([\p{L}\p{N} ,()/.:-]|#\d+;|<br\/>)*"\]|end|n\d+ (-->|-\. "(closed|not known)" \.->) n\d+|classDef [\w :#,-]+|class n[\dn,]+ \w+)?$/u;

describe("the Mermaid chart", () => {
  it("lets no name become syntax", () => {
    const chart = renderMermaid(
      drawn(shopOf(hostileNames.length, (number) => hostileNames[number] as string)),
    );
    expect(chart.split("\n").filter((text) => !line.test(text))).toEqual([]);
  });

  it("says every mark in a word and a sign", () => {
    const chart = renderMermaid(changedShop(5));
    for (const mark of ["#43; added", "#126; changed", "#177; replaced", "#8722; destroyed"])
      expect(chart).toContain(mark);
  });

  it("keeps port and zone of a target whose name is long", () => {
    const chart = renderMermaid(drawn(shopOf(1, (number) => `${"long-".repeat(30)}${number}`)));
    expect(chart).toMatch(/long-[a-z-]*#8230;[a-z-]*0-a, port 3000, eu-west-1a/);
    expect(chart).toMatch(/0-b, port 3000, eu-west-1b/);
  });

  it.each([100, 400])("of %i services is far below what GitHub draws", (services) => {
    const chart = renderMermaid(changedShop(services));
    expect(chart.length).toBeLessThan(10_000);
    expect(chart.match(/-->|\.->/g)?.length).toBeLessThan(60);
    expect(chart).toContain("service-3");
  });

  it("keeps to fewer characters where it must: what does not change goes first", () => {
    const chart = renderMermaid(changedShop(20), { maxCharacters: 2300 });
    expect(chart.length).toBeLessThanOrEqual(2300);
    expect(chart).toContain("destroyed");
    expect(chart).toContain("Left out");
    expect(renderMermaid(changedShop(20), { maxCharacters: 200 })).toContain("Too much to draw here");
  });

  it("of nothing says so", () => {
    expect(renderMermaid(diagramOf(topologyFrom({ resource: {} })))).toContain("There is nothing to draw");
  });
});
