export { type End, subnetsOf } from "./ends/ends";
export { NameError } from "./ends/parties";
export type { Extra } from "./only/beyond";
export {
  allSides,
  judgeOnly,
  nameIn,
  type OnlyAnswer,
  type Side,
  type Surplus,
  sidesOf,
  type Wanted,
} from "./only/only";
export type { Direction, Grant, GrantPeer } from "./rules/grants";
export { type Admitting, type Opening, openings } from "./rules/openings";
export { type Family, renderAddresses } from "./sets/addresses";
export { renderServices, type Service } from "./sets/services";
export { obstacleIn, type Step, type Verdict } from "./verdict";
export { type Answer, ask, type Ports, type Question } from "./ways/ask";
export { type Flow, type FlowEnd, type Reach, reachOf } from "./ways/flows";
export type { Way } from "./ways/way";
