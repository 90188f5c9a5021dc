import { type TerraformStack, TerraformVariable, Testing, Token } from "cdktf";
import { ConfigurationError, type Problem } from "../../../constructs";
import { emptyStack } from "../../support/synthesize";
import { type Place, placesIn, valueAtPlace, withValueAt } from "./places";
import { declareSubject, type Subject, subjects } from "./subjects";

/** A token of the same type as a right value; undefined where no token has that type. */
function tokenLike(stack: TerraformStack, value: unknown): unknown {
  const variable = new TerraformVariable(stack, "later", {});
  if (typeof value === "string") return variable.stringValue;
  if (typeof value === "number") return variable.numberValue;
  if (typeof value === "boolean") return variable.booleanValue;
  if (Array.isArray(value) && value.every((item) => typeof item === "string")) return variable.listValue;
  const isMap = typeof value === "object" && value?.constructor === Object;
  return isMap && Object.values(value).every((item) => typeof item === "string")
    ? Token.asStringMap(variable.value)
    : undefined;
}

function problemsWith(subject: Subject, place: Place): readonly Problem[] {
  const stack = emptyStack();
  const props = subject.props(stack);
  const token = tokenLike(stack, valueAtPlace(props, place));
  if (token === undefined) return [];
  try {
    Testing.synth(declareSubject(subject, stack, withValueAt(props, place, token)));
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw new Error(`${subject.name} at ${place.join(".")}`, { cause: error });
  }
}

// G43, B73, B74
test.each(subjects.map((subject) => [subject.name, subject] as const))(
  "%s takes a token at every prop, or says that the value must be known at synth",
  (_, subject) => {
    const places = placesIn(subject.props(emptyStack())).filter((place) => place.length > 0);
    for (const place of places) {
      const problems = problemsWith(subject, place);
      if (problems.some(({ id }) => id === "unknown-at-synth")) continue;
      expect({ place: place.join("."), problems }).toEqual({ place: place.join("."), problems: [] });
    }
  },
);
