import type { UserData } from "../../../userdata";

/** What an instance is given to run, cut into what people look at: its files, and the commands that it runs. */
export function partsOf(userData: UserData | undefined): ReadonlyMap<string, string> {
  if (userData === undefined) return new Map();
  const { files, commands, text } = userData;
  if (files.length === 0 && commands.length === 0) return new Map([[DOCUMENT, text]]);
  const written = files.map(({ path, content, permissions, owner = "root" }) => ({
    path,
    content,
    rights: `${permissions} ${owner}`,
  }));
  return new Map([
    ...written.map(({ path, content }) => [path, content] as const),
    ...written.map(({ path, rights }) => [`${path} (permissions and owner)`, `${rights}\n`] as const),
    [
      COMMANDS,
      commands
        .map((command) => `${typeof command === "string" ? command : JSON.stringify(command)}\n`)
        .join(""),
    ],
  ]);
}

/** The whole of it, where nothing is known of its parts. */
export const DOCUMENT = "user data";
const COMMANDS = "commands of the first start";
