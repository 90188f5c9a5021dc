export {
  type Binding,
  type CookieKey,
  type CookieKind,
  cookieLifetimeMs,
  deriveCookieKey,
  openCookie,
  type PairedCookie,
  readBinding,
  readCookie,
  renderBinding,
  sealCookie,
} from "./cookies";
export type { RequestFacts } from "./request";
export { type Admission, admits, type Party } from "./security/admission";
export { listenerAdmission, type Obstacle, obstacleToTarget, type TargetInterface } from "./security/paths";
