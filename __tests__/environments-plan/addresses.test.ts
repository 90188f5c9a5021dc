import { environmentNames, moves } from "../../environments";
import { compareAddresses } from "../../scripts/compare-addresses";
import { readGolden, synthesizedAddresses } from "../../scripts/golden-addresses";

const today = synthesizedAddresses();

// G44: Terraform destroys a resource whose address disappears
test.each(environmentNames)("the resource addresses of %s are those that were accepted", (name) => {
  const addresses = today.get(name) ?? [];
  const { added, gone, problems } = compareAddresses(name, readGolden(name), addresses, moves);
  const remedy = "look at every address that is gone, then run npm run golden";
  const lines = [...problems, ...gone.map((one) => `gone: ${one}`), ...added.map((one) => `added: ${one}`)];
  expect(lines.length > 0 ? [...lines, remedy] : lines).toEqual([]);
});

test("the lists are sorted, without doubles, and of resources only", () => {
  for (const name of environmentNames) {
    const golden = readGolden(name);
    expect([...new Set(golden)].sort()).toEqual(golden);
    for (const address of golden) expect(address).toMatch(/^aws_[a-z0-9_]+\.[\w-]+$/);
  }
});

test("no recorded move starts where an environment still has a resource", () => {
  const from = new Set(moves.map((move) => move.from));
  expect([...today.values()].flat().filter((address) => from.has(address))).toEqual([]);
});
