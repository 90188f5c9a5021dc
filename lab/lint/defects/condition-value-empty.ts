import type { Block } from "../../topology";
import { rulesIn } from "../conditions";
import type { Defect } from "../defect";
import { known } from "../values";

const LISTS = ["host_header", "path_pattern", "http_header", "http_request_method", "source_ip"];

/** A value of a condition is a text of at least one character. */
export const conditionValueEmpty: Defect = {
  id: "condition-value-empty",
  severity: "error",
  facts: ["R15", "TF63", "TF64", "TF67"],
  *find(subject) {
    for (const rule of rulesIn(subject)) {
      const blocks = known(subject.resource(rule.address)?.blocks("condition")) ?? [];
      for (const { name, got } of blocks.flatMap(emptyIn))
        yield {
          at: rule,
          message: `a value of ${name} must be at least one character, got ${got}`,
          fix: 'name what must match, "*" for anything, or remove the condition',
        };
    }
  },
};

function emptyIn(condition: Block): readonly { readonly name: string; readonly got: string }[] {
  const lists = LISTS.flatMap((name) =>
    blocksOf(condition, name).flatMap((block) => {
      const values = block.value("values");
      if (!Array.isArray(values)) return [];
      if (values.includes("")) return [{ name, got: '""' }];
      return values.length === 0 && !hasRegexes(block) ? [{ name, got: "no value" }] : [];
    }),
  );
  const isEmptyPair = blocksOf(condition, "query_string").some((pair) => pair.value("value") === "");
  return isEmptyPair ? [...lists, { name: "query_string", got: '""' }] : lists;
}

function blocksOf(block: Block, name: string): readonly Block[] {
  return known(block.blocks(name)) ?? [];
}

/** Plan and state spell what is not set as an empty list. */
function hasRegexes(block: Block): boolean {
  const regexes = block.value("regex_values");
  return regexes !== undefined && !(Array.isArray(regexes) && regexes.length === 0);
}
