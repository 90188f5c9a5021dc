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
export { startHttpListener } from "./listener";
export {
  DEFAULT_TIMEOUTS,
  type HttpListener,
  type ListenerOptions,
  type ListenerTls,
  type TargetConnections,
  type Timeouts,
} from "./options";
export { TargetPool } from "./target-pool";
