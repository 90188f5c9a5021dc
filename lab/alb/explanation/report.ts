import type { ConditionExplanation, Priority, Verdict } from "../routing";

/** Everything that `explain` says, as data; the shape of `explain --json`. */
export interface RequestReport {
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly host: string;
    readonly path: string;
    readonly query: string;
    /** Names and values in turn. */
    readonly headers: readonly string[];
    readonly sourceIp: string;
  };
  readonly loadBalancer: Named;
  /** Null: none takes such a request. */
  readonly listener: (Place & { readonly protocol: string; readonly port: number }) | null;
  /** In the order in which they are tried; also those behind the answering one. */
  readonly rules: readonly RuleReport[];
  /** Null: nothing answers, or the load balancer answers before it looks at rules. */
  readonly answer: AnswerReport | null;
  /** Why the client gets nothing, or only an error of the load balancer. */
  readonly problem: string | null;
  /** What cannot be said for certain. */
  readonly doubts: readonly string[];
}

export interface Place {
  readonly address: string;
  /** Of the construct that declares it. */
  readonly path?: string;
}

export interface Named extends Place {
  readonly name: string;
}

export interface RuleReport extends Place {
  readonly priority: Priority;
  readonly verdict: Verdict;
  readonly answers: boolean;
  /** False behind the rule that answers. */
  readonly isTried: boolean;
  readonly conditions: readonly (ConditionExplanation & { readonly text: string })[];
}

export interface AnswerReport {
  readonly rule: Place & { readonly priority: Priority };
  /** What happens before the last action, such as a sign-in. */
  readonly first: readonly string[];
  readonly action: ActionReport;
}

export type ActionReport =
  | {
      readonly kind: "forward";
      readonly groups: readonly GroupReport[];
      /** Whether clients stay with the group they got first. */
      readonly sticky: boolean;
      /** Names and values in turn that a target gets; absent where that depends on what is not known. */
      readonly targetHeaders?: readonly string[];
    }
  | {
      readonly kind: "answer";
      readonly status: number;
      readonly reason: string;
      readonly location?: string;
      readonly contentType?: string;
      readonly body?: string;
    }
  | { readonly kind: "unknown"; readonly reason: string };

export interface GroupReport {
  readonly name: string;
  /** Absent where the group is not declared in the input, or not known. */
  readonly address?: string;
  readonly path?: string;
  /** Percent of the requests of new clients; absent where a weight is not known. */
  readonly share?: number;
  readonly targets: readonly TargetReport[];
  /** False where the input leaves open of which group some targets are. */
  readonly hasAllTargets: boolean;
}

export interface TargetReport extends Named {
  /** Private address; absent where it is given at launch. */
  readonly ip?: string;
  readonly port?: number;
  readonly zone?: string;
  /** What keeps the load balancer from it. */
  readonly blocked?: string;
}
