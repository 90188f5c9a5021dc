import type { UserDataFile } from "./types";
import { UserDataError } from "./user-data-error";

/**
 * The beginning of a cloud-config document: its commands, and the list of files, to which `renderFile` adds.
 *
 * The files come last although cloud-init writes them first, so that what differs between servers can be appended.
 *
 * @see https://cloudinit.readthedocs.io/en/latest/reference/modules.html
 */
export function renderHead(commands: readonly (readonly string[])[]): string {
  const lines = commands.map((command) => `  - ${JSON.stringify(command)}\n`);
  return `#cloud-config\nruncmd:\n${lines.join("")}write_files:\n`;
}

/**
 * One more entry of `write_files`, its content as a literal block: readable, and nothing in it can end it.
 *
 * @throws UserDataError when the content is not printable text that ends with one line end
 */
export function renderFile(file: UserDataFile): string {
  checkContent(file);
  const content = file.content.replace(/^(?=.)/gm, "      ");
  return `  - path: ${JSON.stringify(file.path)}\n    permissions: "${file.permissions}"\n    content: |\n${content}`;
}

function checkContent({ path, content }: UserDataFile): void {
  // YAML's printable characters, less those it may take for a line end.
  const bad = /[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u.exec(
    content,
  );
  if (bad)
    throw new UserDataError(
      `${path} must be printable text, got ${JSON.stringify(bad[0])} at position ${bad.index + 1}; leave that out`,
    );
  if (!/^\S/.test(content) || !/[^\n]\n$/.test(content)) {
    throw new UserDataError(
      `${path} must begin with text and end with one line end, got ${JSON.stringify(content.slice(0, 20))}; correct the file`,
    );
  }
}
