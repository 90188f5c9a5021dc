const QUERY = /\?[^/?=]*=.*$/;

/** The query that somebody wrote into a path pattern, from its question mark on; undefined: there is none. */
export function queryIn(pattern: string): string | undefined {
  return QUERY.exec(pattern)?.[0];
}
