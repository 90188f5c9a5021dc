// @ts-check
import { add, element, setOptional, setText } from "./dom.js";
import { nameOfGroup } from "./group-names.js";
import { counted } from "./words.js";

/** @typedef {import("../snapshot").RuleView} RuleView */

/** @returns {import("./dom.js").View<RuleView>} */
export function makeRule() {
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
      setText(action, `${rule.action}${destinations(rule)}`);
    },
  };
}

/** @param {RuleView} rule */
function destinations({ groups }) {
  const names = groups.map(({ key, weight }) => {
    const name = nameOfGroup(key);
    return groups.length > 1 ? `${name} (weight ${weight})` : name;
  });
  return names.length === 0 ? "" : ` to ${names.join(", ")}`;
}
