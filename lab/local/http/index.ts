export type {
  ClientConnection,
  Endpoint,
  Exchange,
  ExchangeEnd,
  Failure,
  Forwarding,
  LoadBalancing,
  OwnAnswer,
  RawHeaders,
  RequestHead,
} from "./contract";
export { HeaderBlock } from "./header-block";
export { startHttpListener } from "./listener";
export {
  DEFAULT_TIMEOUTS,
  type HttpListener,
  type ListenerTls,
  type Timeouts,
} from "./options";
export { TargetPool } from "./target-pool";
