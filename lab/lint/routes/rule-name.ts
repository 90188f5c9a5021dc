import type { CompiledCondition, CompiledRule } from "../../alb";
import { enumerate, quoted } from "../values";

/** A rule as messages name it: what it matches and its priority, such as `"/api/*" (10)`. */
export function ruleName({ conditions, priority }: CompiledRule): string {
  const [first, ...others] = conditions;
  const isPath = first?.part === "path" && others.length === 0;
  const text = isPath ? valuesOf(first) : enumerate(conditions.map(conditionName));
  return `${text === "" ? "a rule" : text} (${typeof priority === "number" ? priority : `priority ${priority}`})`;
}

/** A condition in a few words, such as `host "a.example.com" or "b.example.com"`. */
export function conditionName(condition: CompiledCondition): string {
  const { part, headerName, values, doubts } = condition;
  if (part === "none" || (values.length === 0 && doubts.length > 0)) return "an unknown condition";
  return `${part === "header" ? `header ${quoted(headerName)}` : part} ${valuesOf(condition)}`;
}

function valuesOf({ values, doubts }: CompiledCondition): string {
  const names = values.map(({ source }) => quoted(source));
  return enumerate([...names, ...(doubts.length > 0 ? ["an unknown value"] : [])], "or");
}
