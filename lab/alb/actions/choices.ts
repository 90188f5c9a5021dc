import type { Choice } from "../routing";

export const actionChoices: readonly Choice[] = [
  { fact: "R46", choice: "when every group has weight 0, no group takes the request: 503" },
  { fact: "R48", choice: "a client stays tied to a group whose weight becomes 0, until its cookie expires" },
  { fact: "R48", choice: "each answer renews AWSALBTG and AWSALBTGCORS, as target stickiness does" },
  { fact: "R57", choice: "a placeholder where it may not stand stays as it is" },
  { fact: "R62", choice: "8 KB are 8192 characters of Location" },
  {
    fact: "R67",
    choice: "a fixed response has no other headers than Server and Content-Type, without a charset",
  },
  {
    fact: "R71",
    choice: "sign-in is not simulated: authenticate answers 501 and says so, allow goes on, deny is 401",
  },
  { fact: "R75", choice: "tokens are not checked: without one 401, with one 501" },
];
