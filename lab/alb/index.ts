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
