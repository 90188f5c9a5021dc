// @ts-check
import { add, element, setOptional, setText } from "./dom.js";
import { counted } from "./words.js";

/** @typedef {import("../snapshot").RuleView} RuleView */

/** @param {ReadonlyMap<string, string>} groupNames by key @returns {import("./dom.js").View<RuleView>} */
export function makeRule(groupNames) {
  const root = element("li", "card rule");
  const head = add(root, element("p", "rule-head"));
  const priority = add(head, element("span", "pill"));
  const hits = add(head, element("span", "muted number"));
  const conditions = add(root, element("p", "conditions"));
  const action = add(root, element("p", "action"));
  return {
    root,
    update(rule) {
      root.dataset.node = `rule:${rule.key}`;
      setText(priority, rule.priority === "default" ? "Default" : `Rule ${rule.priority}`);
      setText(hits, counted(rule.hits, "hit"));
      setOptional(conditions, rule.conditions.join(" and "));
      setText(action, `${rule.action}${destinations(rule, groupNames)}`);
    },
  };
}

/** @param {RuleView} rule @param {ReadonlyMap<string, string>} groupNames */
function destinations({ groups }, groupNames) {
  const names = groups.map(({ key, weight }) => {
    const name = groupNames.get(key) ?? key;
    return groups.length > 1 ? `${name} (weight ${weight})` : name;
  });
  return names.length === 0 ? "" : ` to ${names.join(", ")}`;
}
