import fc from "fast-check";
import { diagramOf } from "../../lab/diagram";
import { fold } from "../../lab/diagram/fold/fold";
import { layOut } from "../../lab/diagram/picture/lay-out";
import { faultsIn } from "./support/geometry";
import { changedShop, drawn, hostileNames, shopOf, topologyFrom } from "./support/inputs";
import { anyShape } from "./support/topologies";

describe("the layout", () => {
  it("overlaps nothing, keeps every text in its box and every edge away from other boxes, whatever is drawn", () => {
    fc.assert(
      fc.property(anyShape, (shape) => {
        expect(faultsIn(layOut(drawn(shape)))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it("does so for a picture with every mark, and for one of a hundred services", () => {
    expect(faultsIn(layOut(changedShop(8)))).toEqual([]);
    expect(faultsIn(layOut(fold(changedShop(100), { comfortable: 24, most: 60 })))).toEqual([]);
  });

  it("does so for names that are hard to measure", () => {
    const shape = shopOf(hostileNames.length, (number) => hostileNames[number] as string);
    expect(faultsIn(layOut(drawn(shape)))).toEqual([]);
  });

  it("shortens nothing of a small shop", () => {
    const texts = layOut(drawn(shopOf(2))).boxes.flatMap((box) => box.texts.map(({ text }) => text));
    expect(texts).toContain("→ forward to service-1");
    expect(texts.filter((text) => text.includes("…"))).toEqual([]);
  });

  it("puts a rule, its group and the line to the targets on one height", () => {
    const { boxes, edges } = layOut(drawn(shopOf(3)));
    const straight = edges.filter(({ from }) => boxes.find(({ id }) => id === from)?.kind === "rule");
    expect(straight).toHaveLength(5);
    for (const { start, steps } of straight) expect(steps.map(({ y }) => y)).toEqual([start.y]);
  });

  it("draws an empty topology as a sentence", () => {
    const picture = layOut(diagramOf(topologyFrom({ resource: {} })));
    expect(picture.boxes).toEqual([]);
    expect(picture.texts.map(({ text }) => text).join(" ")).toContain("There is nothing to draw");
    expect(faultsIn(picture)).toEqual([]);
  });
});
