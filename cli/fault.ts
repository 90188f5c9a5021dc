/** What a person reads of an error that nobody expected: never a stack trace. */
export function faultOf(message: string): string {
  return `${message}; this is a fault of alb-lab, please report it`;
}
