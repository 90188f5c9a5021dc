import type {} from "@jest/globals";
import type { PlanMatchers } from "./plan/plan-matchers";
import type { ChangeMatchers } from "./plan/to-change-only";
import type { ReachMatchers } from "./reachability";
import type { RouteMatchers } from "./routing/to-route";
import type { HealthTimeMatchers } from "./targets/health-times";
import type { ServerMatchers } from "./targets/servers";
import type { HealthCheckMatchers } from "./targets/to-have-health-check";
import type { TargetMatchers } from "./targets/to-have-targets";
import type { DefectMatchers } from "./to-have-no-defects";

/** What `expect(input)` has besides the matchers of Jest. `R` is what a matcher returns: nothing, or a promise of it. */
export interface AlbMatchers<R>
  extends RouteMatchers<R>,
    ReachMatchers<R>,
    TargetMatchers<R>,
    HealthCheckMatchers<R>,
    HealthTimeMatchers<R>,
    ServerMatchers<R>,
    PlanMatchers<R>,
    ChangeMatchers<R>,
    DefectMatchers<R> {}

declare global {
  // of @types/jest, whose `expect` is global
  namespace jest {
    interface Matchers<R, T> extends AlbMatchers<R> {}
  }
}

// of @jest/globals, whose `expect` is imported; it must be loaded to be added to
declare module "expect" {
  interface Matchers<R extends void | Promise<void>, T> extends AlbMatchers<R> {}
}
