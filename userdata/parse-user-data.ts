import { parseEnvironmentFile } from "./environment-file";
import { decompress, isCompressed, unpackOwnText } from "./gzip";
import { isCloudConfig, parseCloudConfig } from "./parse-cloud-config";
import { parseRenderedParts } from "./parse-rendered";
import { parseUnit } from "./parse-unit";
import { UNIT_PATH } from "./render-user-data";
import { settingsOf } from "./server-environment";
import type { UserData } from "./types";
import { UserDataError } from "./user-data-error";

/** Far above what EC2 takes, far below what would hurt. */
const LIMIT_BYTES = 262_144;

/**
 * Reads a user data document back, anybody's: base64 of plain text or of gzip.
 *
 * A cloud-config document gives its files and commands; anything else (a shell script, a multipart document) gives its
 * text alone. Only a document of this project's server gives `settings`.
 *
 * @throws UserDataError when it is not base64, not whole gzip, not UTF-8 text, broken YAML, or above 256 KiB
 */
export function parseUserData(userDataBase64: string): UserData {
  const bytes = decodeBytes(userDataBase64);
  const parts = unpackOwnText(bytes, LIMIT_BYTES);
  const text = parts ? parts.common + parts.rest : decodeText(bytes);
  if (!isCloudConfig(parts?.common || text)) return { text, files: [], commands: [], environment: {} };
  const { files, commands } = (parts && parseRenderedParts(parts)) ?? parseCloudConfig(text, LIMIT_BYTES);
  const unit = parseUnit(files);
  if (unit === undefined) return { text, files, commands, environment: {} };
  const environmentFile = files.filter((file) => file.path === unit.environmentFile).at(-1);
  const variables = environmentFile ? parseEnvironmentFile(environmentFile.content) : {};
  const settings = unit.path === UNIT_PATH ? settingsOf(variables) : undefined;
  const { environment: own, ...described } = unit;
  return {
    text,
    files,
    commands,
    unit: described,
    environment: { ...own, ...variables },
    ...(settings === undefined ? {} : { settings }),
  };
}

function decodeBytes(userDataBase64: string): Buffer {
  if (userDataBase64.length > LIMIT_BYTES) {
    throw new UserDataError(
      `user data must be at most ${LIMIT_BYTES} characters of base64, got ${userDataBase64.length}; EC2 takes 16384 bytes`,
    );
  }
  const bytes = Buffer.from(userDataBase64, "base64");
  // Much faster than looking at each character.
  if (bytes.toString("base64") !== userDataBase64) assertBase64(userDataBase64.replace(/[\r\n]/g, ""));
  return bytes;
}

function assertBase64(base64: string): void {
  const bad = /[^A-Za-z0-9+/=]|=(?!=?$)/.exec(base64);
  if (bad) {
    throw new UserDataError(
      `user data must be base64, got ${JSON.stringify(bad[0])} at position ${bad.index + 1}; encode the document first`,
    );
  }
  if (base64.length % 4 !== 0) {
    throw new UserDataError(
      `user data must be whole base64, got ${base64.length} characters, not a multiple of 4; check that it is not cut off`,
    );
  }
}

function decodeText(bytes: Buffer): string {
  const plain = isCompressed(bytes) ? decompress(bytes, LIMIT_BYTES) : bytes;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(plain);
  } catch {
    throw new UserDataError("user data must be UTF-8 text, got other bytes; check where it comes from");
  }
}
