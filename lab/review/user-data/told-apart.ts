import type { Review } from "../review";

/** Addresses of the resources whose user data a report tells apart from their other arguments, file by file. */
export function toldApart({ userData }: Pick<Review, "userData">): ReadonlySet<string> {
  return new Set(userData.flatMap(({ sources }) => sources));
}
