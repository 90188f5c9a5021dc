import { isConstruct } from "./stack";

const INPUT =
  "must be a stack, a path, Terraform JSON (a synthesized stack, a plan or a state) or a topology";

/** What somebody handed over that is no input, and what to hand over instead, in one line. */
export function describeReceived(received: unknown): string {
  return `expect(...): ${INPUT}, got ${gotOf(received)}`;
}

function gotOf(received: unknown): string {
  if (received === null || received === undefined) return `${received}`;
  if (typeof received === "function") return `the function ${received.name || "without a name"}; call it`;
  if (typeof received === "string") return "an empty text";
  if (typeof received !== "object") return `the ${typeof received} ${String(received)}`;
  if (typeof (received as { readonly then?: unknown }).then === "function") return "a promise; await it";
  if (Array.isArray(received)) return "a list; give one input";
  if (!isConstruct(received)) return `a ${received.constructor?.name ?? "thing of no kind"}`;
  const { path, children } = received.node;
  if (path !== "") return `the construct ${path}; give its stack`;
  const stacks = children.map(({ node }) => node.id).join(", ");
  return `an app; give one of its stacks (${stacks === "" ? "it has none" : stacks})`;
}
