import fc from "fast-check";
import { diagramOf, type Mark, renderHtml, renderMermaid, renderSvg } from "../../lab/diagram";
import { layOut } from "../../lab/diagram/picture/lay-out";
import { alias, changedEntrance, entrance } from "./support/entrance";
import { faultsIn } from "./support/geometry";
import { drawn, hostileNames, shopOf, topologyFrom } from "./support/inputs";

const labelsOf = (diagram: ReturnType<typeof drawn>) => diagram.scenes[0]?.balancer?.labels;

describe("the entrance of a load balancer", () => {
  it("has the names that lead to it, each once, and its web ACL", () => {
    expect(labelsOf(drawn(entrance()))).toEqual([
      { text: "web ACL edge", addresses: ["aws_wafv2_web_acl_association.edge"] },
      { text: "name old.example.com", addresses: ["aws_route53_record.old"] },
      { text: "name www.example.com", addresses: ["aws_route53_record.www", "aws_route53_record.www6"] },
    ]);
  });

  it("has no label where nothing leads to it", () => {
    expect(labelsOf(drawn(shopOf(1)))).toEqual([]);
  });

  it("tells a name that a plan leads to something else", () => {
    const [before, after] = [entrance(), entrance()];
    after.resource.aws_route53_record.old.records = ["192.0.2.1"];
    const marks = new Map<string, Mark>([["aws_route53_record.old", "changed"]]);
    const diagram = diagramOf(topologyFrom(after), { before: topologyFrom(before), marks });
    expect(labelsOf(diagram)).toContainEqual({
      text: "name old.example.com",
      addresses: ["aws_route53_record.old"],
      mark: "destroyed",
    });
  });

  it.each([
    ["destroyed", "− destroyed"],
    ["forgotten", "• let go of"],
  ] as const)("says in picture, page and chart what is %s, and explains it in the legend", (mark, words) => {
    const diagram = changedEntrance(mark);
    expect(diagram.notes).toEqual([]);
    const svg = renderSvg(diagram);
    expect(svg).toContain(`>${words}</text>`);
    expect(svg).toContain(`class="${mark}"`);
    expect(svg).toContain("+ web ACL edge</text>");
    expect(renderHtml(diagram)).toContain(
      `<p>name old.example.com <span class="mark ${mark}">${words}</span></p>`,
    );
    expect(renderMermaid(diagram)).toMatch(/(− destroyed|#8722; destroyed|#8226; let go of): name old/);
  });

  it("hides no change behind many names that stay", () => {
    const many = Object.fromEntries(
      [...Array(20).keys()].map((at) => [`a${at}`, alias("A", `a${at}.example.com`)]),
    );
    const [before, after] = [entrance(many), entrance({ ...many, zoo: alias("A", "zoo.example.com") })];
    const svg = renderSvg(diagramOf(topologyFrom(after), { before: topologyFrom(before) }));
    expect(svg).toContain(">+ name zoo.example.com</text>");
    expect(svg).toContain(">and 18 more</text>");
  });

  it("overlaps nothing and leaves no box, whatever names there are and however many", () => {
    const name = fc.oneof(fc.constantFrom(...hostileNames), fc.domain(), fc.string({ unit: "binary" }));
    fc.assert(
      fc.property(fc.array(name, { maxLength: 30 }), fc.boolean(), (names, isCompared) => {
        const more = Object.fromEntries(names.map((text, at) => [`r${at}`, alias("A", text)]));
        const after = topologyFrom(entrance(more));
        const diagram = isCompared
          ? diagramOf(after, { before: topologyFrom(entrance()) })
          : diagramOf(after);
        expect(faultsIn(layOut(diagram))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});

describe("what Terraform only lets go of", () => {
  it.each([
    ["left out of what is planned", true],
    ["still listed with what is planned", false],
  ])("is drawn as it was, with a mark of its own, when it is %s", (_, isLeftOut) => {
    const [before, after] = [shopOf(2), shopOf(2)];
    if (!isLeftOut) after.resource.aws_lb_target_group.s1 = {};
    else delete after.resource.aws_lb_target_group.s1;
    if (isLeftOut) delete after.resource.aws_lb_listener_rule.s1;
    const marks = new Map<string, Mark>([
      ["aws_lb_target_group.s1", "forgotten"],
      ["aws_lb_listener_rule.s1", "forgotten"],
    ]);
    const diagram = diagramOf(topologyFrom(after), { before: topologyFrom(before), marks });
    const group = diagram.scenes[0]?.groups.find(({ key }) => key === "aws_lb_target_group.s1");
    expect(group).toMatchObject({ name: "service-1", mark: "forgotten" });
    expect(renderSvg(diagram).split(">• let go of</text>")).toHaveLength(1 + 3);
    expect(renderMermaid(diagram)).toContain("#8226; let go of<br/>service-1");
    expect(faultsIn(layOut(diagram))).toEqual([]);
  });
});
