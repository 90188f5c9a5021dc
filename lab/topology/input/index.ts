export { assertPlanShape } from "./assert-plan-shape";
export { INPUT_LIMIT_BYTES } from "./limits";
export { parseInput, type TopologyInput } from "./parse-input";
export { TopologyInputError } from "./topology-input-error";
