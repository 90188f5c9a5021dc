export { readCookie } from "./cookie-header";
export {
  type Binding,
  type CookieKey,
  type CookieKind,
  deriveCookieKey,
  openCookie,
  sealCookie,
} from "./seal";
export { cookieLifetimeMs, type PairedCookie, readBinding, renderBinding } from "./stickiness-cookies";
