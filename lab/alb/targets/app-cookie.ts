import {
  type Binding,
  type CookieKey,
  cookieLifetimeMs,
  openCookie,
  readCookie,
  sealCookie,
} from "../cookies";

const shardNames = ["AWSALBAPP-0", "AWSALBAPP-1", "AWSALBAPP-2", "AWSALBAPP-3"];

/** Of a shard's value: with its name and attributes it stays within the 4 KB that browsers store (S27). */
const shardLength = 4000;

/** Stands in every shard where there is nothing to remember, as seen on public load balancers. */
const nothing = "_remove_";

/** Between the sealed bindings of several groups; no character of theirs. */
const separator = ".";

/** What the load balancer remembers in `AWSALBAPP-0` to `-3`: one binding for each group with application stickiness. */
export function readAppBindings(
  cookieHeaders: readonly string[],
  key: CookieKey,
  nowMs: number,
): readonly Binding[] {
  const shards = shardNames.map((name) => readCookie(cookieHeaders, name) ?? nothing);
  const text = shards.filter((shard) => shard !== nothing).join("");
  if (text === "") return [];
  return text.split(separator).flatMap((sealed) => {
    const binding = openCookie("AWSALBAPP", sealed, key);
    return binding !== undefined && nowMs < binding.untilMs ? [binding] : [];
  });
}

/**
 * The `Set-Cookie` values for bindings, the most important one first: what exceeds four shards is forgotten. Without a
 * binding, four cookies that make the client forget.
 */
export function renderAppBindings(
  bindings: readonly Binding[],
  key: CookieKey,
  { nowMs, secure }: { readonly nowMs: number; readonly secure: boolean },
): readonly string[] {
  const rest = `; Expires=${new Date(nowMs + cookieLifetimeMs).toUTCString()}; Path=/`;
  // A binding that the end of the last shard cuts in two cannot be opened, so it is forgotten as well.
  const text = bindings.map((binding) => sealCookie("AWSALBAPP", binding, key)).join(separator);
  if (text === "") return shardNames.map((name) => `${name}=${nothing}${rest}`);
  const twin = secure ? "; SameSite=None; Secure" : "";
  return shardNames.flatMap((name, index) => {
    const shard = text.slice(index * shardLength, (index + 1) * shardLength);
    return shard === "" ? [] : [`${name}=${shard}${rest}${twin}`];
  });
}
