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

  it("tells why targets are closed with the port of each, and of no reason that it is all of them", () => {
    const shape = shopOf(40);
    for (let number = 0; number < 40; number++) {
      shape.resource.aws_lb_target_group_attachment[`s${number}_a`].port = 4000 + number;
      shape.resource.aws_lb_target_group_attachment[`s${number}_b`].port = 3000 + 1000 * (number % 2);
    }
    const whys = fold(drawn(shape), { comfortable: 0, most: 0 }).scenes.flatMap(({ groups }) =>
      groups.flatMap(({ targets }) => targets.map(({ name, way: { verdict, why } }) => [name, verdict, why])),
    );
    const why = "no rule of the load balancer lets out to";
    for (const first of [4000, 4001])
      expect(whys).toContainEqual(["20 targets", "closed", `${why} ports ${first} and 19 others`]);
    expect(whys).toContainEqual(["20 targets", "closed", `${why} port 4000`]);
    expect(whys).toContainEqual(["20 targets", "open", undefined]);
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
