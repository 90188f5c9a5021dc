/**
 * The value of a cookie, as sent: neither decoded nor unquoted. The first one where several have the name; names are
 * case-sensitive.
 *
 * @param cookieHeaders the values of all `Cookie` headers of a request, as HTTP/2 clients may send several
 */
export function readCookie(cookieHeaders: readonly string[], name: string): string | undefined {
  for (const header of cookieHeaders) {
    if (!header.includes(name)) continue;
    for (const pair of header.split(";")) {
      const equals = pair.indexOf("=");
      if (equals !== -1 && pair.slice(0, equals).trim() === name) return pair.slice(equals + 1).trim();
    }
  }
  return undefined;
}
