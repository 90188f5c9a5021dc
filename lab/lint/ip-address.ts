import { networkOf } from "./cidr";

/** Whether a text is an IPv4 address, without a length of its network. */
export function isIpv4(text: string): boolean {
  return !text.includes("/") && networkOf(`${text}/32`) !== undefined;
}

/** Whether a text is an IPv6 address, without a length of its network. */
export function isIpv6(text: string): boolean {
  if (text.length > 45 || !/^[0-9a-f:.]+$/i.test(text) || text.split("::").length > 2) return false;
  const [, start = text, v4] = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text) ?? [];
  if (v4 !== undefined && !isIpv4(v4)) return false;
  const groups = (v4 === undefined ? text : `${start}0:0`).split(":");
  const filled = groups.filter((group) => group !== "");
  if (!filled.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return false;
  return text.includes("::") ? filled.length < 8 : groups.length === 8 && filled.length === 8;
}
