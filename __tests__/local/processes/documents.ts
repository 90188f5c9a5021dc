import { parseUserData, renderUserData, type UserData } from "../../../userdata";

/** User data of the project's own server. */
export function serverDocument(
  options: { name?: string; first?: boolean; port?: number; healthPort?: number } = {},
): UserData {
  const { name = "Server-1", first = true, port = 3000, healthPort } = options;
  return parseUserData(
    renderUserData({
      serverName: name,
      first,
      port,
      ...(healthPort === undefined ? {} : { healthPort }),
      healthPath: "/health",
      basePath: "/",
      keepAliveSeconds: 65,
      drainSeconds: 0,
      closeSeconds: 5,
    }),
  );
}

interface ForeignDocument {
  readonly script?: string;
  readonly execStart?: string;
  readonly workingDirectory?: string;
  /** Lines of the unit's service section. */
  readonly lines?: readonly string[];
  /** More files, by path. */
  readonly files?: Readonly<Record<string, string>>;
}

/** User data that somebody else wrote: a unit that runs a script of its own. */
export function foreignDocument(document: ForeignDocument): UserData {
  return parseUserData(Buffer.from(foreignText(document)).toString("base64"));
}

export function foreignText(document: ForeignDocument): string {
  const {
    script = "",
    execStart = "/usr/bin/node /opt/app/main.js",
    workingDirectory = "/opt/app",
  } = document;
  const unit = [
    "[Service]",
    `ExecStart=${execStart}`,
    `WorkingDirectory=${workingDirectory}`,
    ...(document.lines ?? []),
  ];
  const files = {
    "/opt/app/main.js": script,
    "/etc/systemd/system/app.service": `${unit.join("\n")}\n`,
    ...document.files,
  };
  const write_files = Object.entries(files).map(([path, content]) => ({ path, content }));
  return `#cloud-config\n${JSON.stringify({ write_files })}\n`;
}
