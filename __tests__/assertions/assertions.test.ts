import { synthesizeAll } from "../../scripts/mutation/stacks";
import { ourAssertions } from "./ours";
import { stockAssertions } from "./stock";

describe.each(synthesizeAll())("in $environment", ({ environment, json }) => {
  const stack = JSON.stringify(json);

  test.each(Object.entries(ourAssertions(environment)))("%s", (_, assert) => assert(stack));

  test.each(Object.entries(stockAssertions(environment)))("with stock matchers, %s", (_, assert) => {
    assert(stack);
  });
});
