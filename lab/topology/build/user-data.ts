import { createHash } from "node:crypto";
import { parseUserData, type UserData, UserDataError } from "../../../userdata";
import type { Resource } from "../graph/types";
import { isUnknown, type Knowable, type Unknown, unknown } from "../known";
import { fieldsOf } from "./declared";
import type { Fields } from "./fields";

/** User data as it stands in an input: a document, or what is left of it in a plan or a state. */
export type Packed = { readonly base64: string } | { readonly sha1: string } | Unknown;

/** Of an instance or of a launch configuration. */
export function packedUserData(fields: Fields): Packed | undefined {
  const base64 = fields.textIfSet("user_data_base64");
  if (base64 !== undefined && !isUnknown(base64)) return { base64 };
  const text = fields.textIfSet("user_data");
  if (text === undefined || isUnknown(text)) return text ?? base64;
  // Up to provider 5 a plan or a state holds the SHA-1 in place of the text.
  if (/^[0-9a-f]{40}$/.test(text)) return { sha1: text };
  return { base64: isBase64(text) ? text : Buffer.from(text, "utf8").toString("base64") };
}

/** Of a launch template, where it is base64 always. */
export function packedTemplateUserData(fields: Fields): Packed | undefined {
  const base64 = fields.textIfSet("user_data");
  return base64 === undefined || isUnknown(base64) ? base64 : { base64 };
}

/** What an instance starts with: its own, else that of its launch template. */
export function unpackUserData(own: Packed | undefined, launch?: Packed): Knowable<UserData> | undefined {
  const packed = own && "sha1" in own && launch && matches(launch, own.sha1) ? launch : (own ?? launch);
  if (packed === undefined || isUnknown(packed)) return packed;
  return "sha1" in packed ? unknown("only a hash of it is in the input") : decode(packed.base64);
}

/** User data as one resource declares it, to be judged by itself. */
export interface DeclaredUserData {
  /** As EC2 counts them: before base64, packed where it is packed (N11). */
  readonly bytes: number;
  /** Reads it, which takes its time. */
  content(): Knowable<UserData>;
}

/** Of an instance, a launch template or a launch configuration; `undefined`: it has none, or nobody can say. */
export function declaredUserData(resource: Resource): DeclaredUserData | undefined {
  const fields = fieldsOf(resource);
  const isTemplate = resource.type === "aws_launch_template";
  const packed = isTemplate ? packedTemplateUserData(fields) : packedUserData(fields);
  if (packed === undefined || !("base64" in packed)) return undefined;
  const { base64 } = packed;
  return { bytes: Buffer.byteLength(base64, "base64"), content: () => decode(base64) };
}

/** A state repeats the hash of the launch template's user data at every instance made from it. */
function matches(launch: Packed, sha1: string): boolean {
  if (!("base64" in launch)) return false;
  return createHash("sha1").update(Buffer.from(launch.base64, "base64")).digest("hex") === sha1;
}

function decode(base64: string): Knowable<UserData> {
  try {
    return parseUserData(base64);
  } catch (error) {
    if (error instanceof UserDataError) return unknown(error.message);
    throw error;
  }
}

/** The provider encodes only what does not look encoded. */
function isBase64(text: string): boolean {
  const joined = text.replace(/[\r\n]/g, "");
  return joined.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(joined);
}
