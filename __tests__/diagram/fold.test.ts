import { fold, rowsOf } from "../../lab/diagram/fold/fold";
import { changedShop, drawn, shopOf } from "./support/inputs";

const limits = { comfortable: 24, most: 60 };

describe("drawing services as one", () => {
  it("leaves a picture of up to 24 rules and target groups as it is", () => {
    const diagram = drawn(shopOf(20));
    expect(fold(diagram, limits)).toEqual(diagram);
  });

  it("draws a hundred services of one shape as one that counts and names all of them", () => {
    const [scene] = fold(drawn(shopOf(100)), limits).scenes;
    const group = scene?.groups.find(({ members }) => members);
    expect(group?.name).toBe("100 target groups");
    expect(group?.members?.map(({ name }) => name)).toContain("service-99");
    expect(group?.targets.map(({ name, zones }) => [name, zones])).toEqual([
      ["100 targets", ["eu-west-1a"]],
      ["100 targets", ["eu-west-1b"]],
    ]);
  });

  it("never hides a change among what stays as it is", () => {
    const whole = changedShop(100);
    const folded = fold(whole, limits);
    expect(rowsOf(folded)).toBeLessThanOrEqual(24);
    const marked = (diagram: typeof whole) =>
      diagram.scenes
        .flatMap(({ balancer, groups }) => [
          ...(balancer?.listeners.flatMap(({ rules }) => rules) ?? []),
          ...groups.flatMap((group) => [group, ...group.targets]),
        ])
        .filter(({ mark }) => mark)
        .map(({ mark, addresses }) => [mark, addresses]);
    expect(marked(folded)).toEqual(marked(whole));
  });

  it("keeps every address, however much is drawn as one", () => {
    const whole = changedShop(60);
    const addresses = (diagram: typeof whole) =>
      diagram.scenes.flatMap(({ groups }) => groups.flatMap((group) => group.addresses)).sort();
    expect(addresses(fold(whole, { comfortable: 0, most: 0 }))).toEqual(addresses(whole));
  });
});
