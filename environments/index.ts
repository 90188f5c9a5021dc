export { type CheckedEnvironment, checkEnvironment } from "./check-environment";
export { type Move, moves } from "./moves";
export { alternatives, suggestion } from "./nearest";
export { type Placeholder, placeholdersIn } from "./placeholders";
export { EnvironmentError, type Problem } from "./problems";
export {
  environments,
  isEnvironmentName,
  selectEnvironments,
  unknownEnvironment,
} from "./select-environments";
export {
  defineEnvironment,
  type Environment,
  type EnvironmentName,
  type EnvironmentService,
  type EnvironmentSettings,
  environmentNames,
} from "./settings";
