import type { Labels, Listener, LoadBalancer, Topology } from "../../topology";
import type { AskedRequest } from "./asked-request";

/** A request to a load balancer of a topology. */
export interface Question {
  readonly topology: Topology;
  readonly loadBalancer: LoadBalancer;
  readonly asked: AskedRequest;
  readonly labels: Labels;
}

/** The same once it is known who takes the request. */
export interface ListenerQuestion extends Question {
  readonly listener: Listener;
}
