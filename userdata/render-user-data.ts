import { checkServerSettings } from "./check-server-settings";
import { renderFile, renderHead } from "./cloud-config";
import { renderEnvironmentFile } from "./environment-file";
import { compress } from "./gzip";
import { renderInstallScript } from "./install-script";
import { readServerFiles } from "./read-server-files";
import { environmentOf } from "./server-environment";
import { renderStopDropIn, renderUnit } from "./service-unit";
import type { NodeMajor, ServerSettings, UserDataFile, UserDataOptions } from "./types";
import { UserDataError } from "./user-data-error";
import { checkSize } from "./user-data-size";

const DIRECTORY = "/opt/alb-lab";

/** Where the unit lies on the instance. */
export const UNIT_PATH = "/etc/systemd/system/alb-lab.service";
/** Where the server's settings lie on the instance. */
const ENVIRONMENT_PATH = "/etc/alb-lab/server.env";

/**
 * User data for one EC2 instance: the base64 of a gzipped cloud-init document, for `user_data_base64`.
 *
 * Equal input gives equal bytes, on every system. No setting is ever part of a command: they are values in the
 * environment file. Fast after the first call: what all servers share is compressed once.
 *
 * @throws UserDataError for settings that `checkServerSettings` refuses (the first problem), and when the document is
 * above 16,384 bytes
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-add-user-data.html
 */
export function renderUserData(settings: ServerSettings, options: UserDataOptions = {}): string {
  const common = commonPart(options.nodeMajor ?? 24);
  const files = serverFiles(settings);
  const bytes = Buffer.concat([common.compressed, compress(files.map(renderFile).join(""))]);
  checkSize(bytes.length, [...common.files, ...files]);
  return bytes.toString("base64");
}

/**
 * The plain text of the document that `renderUserData` packs, beginning with `#cloud-config`.
 *
 * @throws UserDataError for settings that `checkServerSettings` refuses (the first problem)
 */
export function renderCloudInit(settings: ServerSettings, options: UserDataOptions = {}): string {
  return commonPart(options.nodeMajor ?? 24).text + serverFiles(settings).map(renderFile).join("");
}

interface CommonPart {
  readonly files: readonly UserDataFile[];
  readonly text: string;
  readonly compressed: Buffer;
}

const commonParts = new Map<NodeMajor, CommonPart>();

function commonPart(nodeMajor: NodeMajor): CommonPart {
  let part = commonParts.get(nodeMajor);
  if (part === undefined) {
    part = makeCommonPart(nodeMajor);
    commonParts.set(nodeMajor, part);
  }
  return part;
}

function makeCommonPart(nodeMajor: NodeMajor): CommonPart {
  if (nodeMajor !== 22 && nodeMajor !== 24) {
    throw new UserDataError(
      `nodeMajor must be 22 or 24, got ${String(nodeMajor)}; Amazon Linux 2023 has packages for these`,
    );
  }
  const files = [
    ...readServerFiles().map(({ name, text }) => fileOf(`${DIRECTORY}/${name}`, text)),
    fileOf(`${DIRECTORY}/install.sh`, renderInstallScript(nodeMajor), "0755"),
    fileOf(UNIT_PATH, renderUnit(nodeMajor)),
  ];
  const text = renderHead([["/bin/sh", `${DIRECTORY}/install.sh`]]) + files.map(renderFile).join("");
  return { files, text, compressed: compress(text) };
}

function serverFiles(settings: ServerSettings): UserDataFile[] {
  const [problem] = checkServerSettings(settings);
  if (problem) throw new UserDataError(problem.message);
  return [
    fileOf(`${UNIT_PATH}.d/stop.conf`, renderStopDropIn(settings)),
    fileOf(ENVIRONMENT_PATH, renderEnvironmentFile(environmentOf(settings))),
  ];
}

function fileOf(path: string, content: string, permissions = "0644"): UserDataFile {
  return { path, content, permissions };
}
