import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseUserData, renderUserData } from "../../userdata";
import { renderEnvironmentFile } from "../../userdata/environment-file";
import { SERVER_2 } from "./example-settings";
import { layOut, removeRoots } from "./lay-out";
import { outcomeOf, testWithTool } from "./with-tool";

const userData = parseUserData(renderUserData(SERVER_2));
afterAll(removeRoots);

testWithTool("cloud-init takes the document for a valid cloud-config", ["cloud-init", "--version"], () => {
  const path = join(layOut(userData), "user-data");
  writeFileSync(path, userData.text);
  const { status, output } = outcomeOf("cloud-init", ["schema", "--config-file", path]);
  expect(output).toMatch(/^Valid (cloud-config|schema)/m);
  expect(output).not.toMatch(/deprecat|error/i);
  expect(status).toBe(0);
});

// Members joined are gzip to Python, with which cloud-init reads user data.
testWithTool("Python's gzip unpacks the same text", ["python3", "--version"], () => {
  const script =
    "import sys, gzip, base64; sys.stdout.write(gzip.decompress(base64.b64decode(sys.stdin.read())).decode())";
  expect(outcomeOf("python3", ["-c", script], renderUserData(SERVER_2))).toEqual({
    status: 0,
    output: userData.text,
  });
});

const CLOUD_INIT_PYTHON: [string, ...string[]] = ["/usr/bin/python3", "-c", "import cloudinit"];
testWithTool("cloud-init's own reader gives the same files and commands", CLOUD_INIT_PYTHON, () => {
  const script = `
import sys, base64, json
from cloudinit import util
config = util.load_yaml(util.decomp_gzip(base64.b64decode(sys.stdin.read())))
files = [{"path": f["path"], "content": f["content"], "permissions": f["permissions"]} for f in config["write_files"]]
print(json.dumps({"files": files, "commands": config["runcmd"]}))`;
  const { status, output } = outcomeOf("/usr/bin/python3", ["-c", script], renderUserData(SERVER_2));
  expect(status).toBe(0);
  expect(JSON.parse(output)).toEqual({ files: userData.files, commands: userData.commands });
});

testWithTool("shellcheck has nothing to say about the script", ["shellcheck", "--version"], () => {
  const script = join(layOut(userData), "/opt/alb-lab/install.sh");
  expect(outcomeOf("shellcheck", ["--enable=all", "--exclude=SC2310,SC2250,SC2312", script])).toEqual({
    status: 0,
    output: "",
  });
});

/** The unit in a root of its own, with a program that exists here. */
function unitPath(): string {
  const path = join(layOut(userData), userData.unit!.path);
  writeFileSync(path, readFileSync(path, "utf8").replace("/usr/bin/node-24", process.execPath));
  return path;
}

testWithTool(
  "systemd has nothing to say about the unit and its drop-in",
  ["systemd-analyze", "--version"],
  () => {
    expect(outcomeOf("systemd-analyze", ["verify", "--man=no", unitPath()])).toEqual({
      status: 0,
      output: "",
    });
  },
);

const OFFLINE_SECURITY: [string, ...string[]] = ["systemd-analyze", "security", "--offline=yes", "--version"];
testWithTool("systemd rates the unit's exposure below 2 of 10", OFFLINE_SECURITY, () => {
  const { status, output } = outcomeOf("systemd-analyze", [
    "security",
    "--offline=yes",
    "--threshold=20",
    unitPath(),
  ]);
  expect(output).toMatch(/Overall exposure level/);
  expect(status).toBe(0);
});

const SYSTEMD_LIBRARY =
  "import ctypes, glob; lib = ctypes.CDLL(glob.glob('/lib*/*/systemd/libsystemd-shared-*.so')[0])";
testWithTool("systemd reads hostile values back as they were", ["python3", "-c", SYSTEMD_LIBRARY], () => {
  const values = [
    '"; rm -rf /',
    "$(id) ${HOME} `id`",
    "a\nPORT=1",
    'b"\nPORT="1',
    "\\ \\\\ \\n '",
    " x ",
    "é한😀",
    "#;=",
  ];
  const environment = Object.fromEntries(values.map((value, index) => [`V${index}`, value])); // B75, B76, B77
  const path = join(layOut(userData), "hostile.env");
  writeFileSync(path, renderEnvironmentFile(environment));
  const script = `${SYSTEMD_LIBRARY}
import json, sys
read = ctypes.POINTER(ctypes.c_char_p)()
lib.load_env_file.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p]
assert lib.load_env_file(None, sys.argv[1].encode(), ctypes.byref(read)) == 0
pairs = []
while read[len(pairs)]: pairs.append(read[len(pairs)].decode().split("=", 1))
print(json.dumps(dict(pairs)))`;
  const { status, output } = outcomeOf("python3", ["-c", script, path]);
  expect({ status, output: status === 0 ? JSON.parse(output) : output }).toEqual({
    status: 0,
    output: environment,
  });
});
