import type { Element, Knowable, Link } from "../known";
import type { Action, Condition } from "./rule";

/** `aws_lb_listener` or `aws_alb_listener`. */
export interface Listener extends Element {
  readonly loadBalancer: Link;
  readonly port: Knowable<number>;
  /** `HTTP` or `HTTPS` on an application load balancer. */
  readonly protocol: Knowable<string>;
  /** TLS policy of an HTTPS listener, `ELBSecurityPolicy-2016-08` where none is set (N71); absent otherwise. */
  readonly sslPolicy?: Knowable<string>;
  /** The default certificate first, then those of `aws_lb_listener_certificate`. Empty for HTTP. */
  readonly certificates: readonly Certificate[];
  readonly defaultActions: Knowable<readonly Action[]>;
  /** `routing_http_*` arguments by the name of the attribute, such as `routing.http.response.server.enabled`. */
  readonly attributes: Readonly<Record<string, Knowable<string | boolean>>>;
}

export interface Certificate {
  readonly certificate: Link;
  readonly isDefault: boolean;
  /** Domain and alternative names, where the certificate is declared in the same input. */
  readonly names: Knowable<readonly string[]>;
}

/** `aws_lb_listener_rule` or `aws_alb_listener_rule`. */
export interface ListenerRule extends Element {
  readonly listener: Link;
  /** 1-50000; `undefined`: AWS gives it the next free one at apply (TF60). */
  readonly priority: Knowable<number> | undefined;
  /** All must hold (R6). */
  readonly conditions: Knowable<readonly Condition[]>;
  readonly actions: Knowable<readonly Action[]>;
}
