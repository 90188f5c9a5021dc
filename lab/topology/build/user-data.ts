import { parseUserData, type UserData, UserDataError } from "../../../userdata";
import { isUnknown, type Knowable, unknown } from "../known";
import type { Fields } from "./fields";

/** Text that is perhaps base64 already, as `user_data` of an instance or of a launch configuration. */
export function userDataOf(fields: Fields): Knowable<UserData> | undefined {
  const base64 = fields.textIfSet("user_data_base64");
  if (base64 !== undefined && !isUnknown(base64)) return decode(base64);
  const text = fields.textIfSet("user_data");
  if (text === undefined || isUnknown(text)) return text ?? base64;
  if (isHash(text)) return unknown("only a hash of it is here");
  return decode(isBase64(text) ? text : Buffer.from(text, "utf8").toString("base64"));
}

/** `user_data` of a launch template, which is base64 always. */
export function templateUserDataOf(fields: Fields): Knowable<UserData> | undefined {
  const base64 = fields.textIfSet("user_data");
  return base64 === undefined || isUnknown(base64) ? base64 : decode(base64);
}

function decode(base64: string): Knowable<UserData> {
  try {
    return parseUserData(base64);
  } catch (error) {
    if (error instanceof UserDataError) return unknown(error.message);
    throw error;
  }
}

/** Up to provider 5 a plan or a state holds the SHA-1 of the text in its place. */
function isHash(text: string): boolean {
  return /^[0-9a-f]{40}$/.test(text);
}

/** The provider encodes only what does not look encoded. */
function isBase64(text: string): boolean {
  const joined = text.replace(/[\r\n]/g, "");
  return joined.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(joined);
}
