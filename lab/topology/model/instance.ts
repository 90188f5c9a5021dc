import type { UserData } from "../../../userdata";
import type { Element, Knowable, Link } from "../known";

export interface Instance extends Element {
  /** Its `Name` tag; absent when it has none. */
  readonly name?: Knowable<string>;
  readonly subnet?: Link;
  /** Zone of its subnet, or its own `availability_zone`. */
  readonly zone: Knowable<string>;
  readonly privateIp: Knowable<string>;
  readonly instanceType: Knowable<string>;
  readonly securityGroups: Knowable<readonly Link[]>;
  /** Decoded; absent when it has none, neither of its own nor by its launch template. */
  readonly userData?: Knowable<UserData>;
}

export interface AutoScalingGroup extends Element {
  readonly name: Knowable<string>;
  readonly minSize: Knowable<number>;
  readonly maxSize: Knowable<number>;
  /** The wanted number of instances; `minSize` where none is said. */
  readonly desiredCapacity: Knowable<number>;
  readonly subnets: Knowable<readonly Link[]>;
  readonly zones: Knowable<readonly Knowable<string>[]>;
  readonly securityGroups: Knowable<readonly Link[]>;
  /** Of its launch template or launch configuration. */
  readonly userData?: Knowable<UserData>;
}
