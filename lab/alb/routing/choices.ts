/** What AWS does not document and this load balancer had to choose. */
export interface Choice {
  /** Id of the statement that leaves it open. */
  readonly fact: string;
  readonly choice: string;
}

export const routingChoices: readonly Choice[] = [
  { fact: "R12", choice: "* in a path-pattern also matches slashes" },
  { fact: "R13", choice: "control characters are taken out of the text before it is compared" },
  { fact: "R24", choice: "a field without an equals sign is a key with an empty value" },
  { fact: "R27", choice: "a port in Host is left out before a host-header condition is compared" },
  {
    fact: "R29",
    choice: "paths are compared as sent: no dot segments resolved, nothing decoded, no slashes merged",
  },
  { fact: "R30", choice: "query strings are compared as sent, nothing decoded" },
];
