import { createPrivateKey, randomBytes, X509Certificate } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { LabError } from "../lab-error";
import type { KeyAndCertificate } from "./make-certificate";

/** Whether a certificate that lies there can still be used. */
export type IsUsable = (certificate: X509Certificate) => boolean;

/**
 * The key and certificate in this file, of which only this user may read. What is missing, cut off, of another key or no
 * longer usable is made anew.
 *
 * @throws LabError when the file can be neither read nor written
 */
export async function keptCertificate(
  file: string,
  isUsable: IsUsable,
  make: () => Promise<KeyAndCertificate>,
): Promise<KeyAndCertificate> {
  try {
    const kept = await read(file, isUsable);
    if (kept !== undefined) return kept;
    const made = await make();
    // Another run may have been faster; then both use its certificate.
    if (await writeNew(file, made)) return made;
    const others = await read(file, isUsable);
    if (others !== undefined) return others;
    await rm(file, { force: true });
    await writeNew(file, made);
    return (await read(file, isUsable)) ?? made;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new LabError(`${file} must be a file that can be read and written, got ${code}; remove it`);
  }
}

async function read(file: string, isUsable: IsUsable): Promise<KeyAndCertificate | undefined> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  const [key = "", certificate = ""] = text.match(/-----BEGIN [^-]+-----[^-]*-----END [^-]+-----\n/g) ?? [];
  try {
    const parsed = new X509Certificate(certificate);
    return parsed.checkPrivateKey(createPrivateKey(key)) && isUsable(parsed)
      ? { key, certificate }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Writes the file whole or not at all, and only where there is none; gives whether it did. */
async function writeNew(file: string, { key, certificate }: KeyAndCertificate): Promise<boolean> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(6).toString("hex")}`;
  try {
    await writeFile(draft, key + certificate, { mode: 0o600, flag: "wx" });
    await link(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Whether it is valid now and stays so for as long as this. */
export function isValidFor(
  { validFrom, validTo }: X509Certificate,
  nowMs: number,
  marginMs: number,
): boolean {
  return Date.parse(validFrom) <= nowMs && nowMs + marginMs < Date.parse(validTo);
}
