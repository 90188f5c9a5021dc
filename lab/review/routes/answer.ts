/** What a client gets, by what the rule that takes its request does. */
export interface Answer {
  /** `nothing`: no listener takes the connection. `several`: not the same for all requests. */
  readonly kind: "forward" | "redirect" | "fixed-response" | "nothing" | "several";
  /** Whether a server of a target group answers, or a fixed response below 400. A redirect is no answer yet. */
  readonly isAnswered: boolean;
  /** In a few words, such as `forward to api`, `301 to https://#{host}/#{path}?#{query}`, `fixed response 404`. */
  readonly text: string;
  /** Of a forward: the groups that get requests, by address or ARN, each with its share in percent. */
  readonly groups?: readonly GroupShare[];
}

export interface GroupShare {
  readonly group: string;
  readonly share: number;
}

/** An answer that is known, ready to be compared with another. */
export interface Given {
  /** The same key is the same for clients. */
  readonly key: string;
  readonly answer: Answer;
  /** With all that makes a difference, for two answers that read alike in a few words. */
  readonly fullText: string;
}

export const NOTHING_LISTENS: Given = {
  key: "nothing",
  answer: { kind: "nothing", isAnswered: false, text: "nothing listens" },
  fullText: "nothing listens",
};

export function isRedirect({ kind }: Answer): boolean {
  return kind === "redirect";
}
