import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { renderUserData } from "../../../userdata";
import { only, type Resources, topologyOf, unknownFor } from "./declare";

const script = "#!/bin/sh\necho ready\n";
const base64 = (text: string) => Buffer.from(text).toString("base64");
const sha1 = (text: string) => createHash("sha1").update(text).digest("hex");

function userData(values: object, others: Resources = {}) {
  return only(topologyOf({ aws_instance: { i: values }, ...others }).instances).userData;
}

describe("the user data of an instance", () => {
  it("is absent where it has none, nor its launch template", () => {
    expect(userData({})).toBeUndefined();
    expect(userData({ user_data: "", user_data_base64: null })).toBeUndefined();
    const launch_template = { id: "${aws_launch_template.t.id}" };
    expect(userData({ launch_template }, { aws_launch_template: { t: {} } })).toBeUndefined();
  });

  it("is decoded, whether plain, encoded or packed", () => {
    const found = { text: script, files: [], commands: [], environment: {} };
    expect(userData({ user_data: script })).toEqual(found);
    expect(userData({ user_data: base64(script) })).toEqual(found); // The provider does not encode it again.
    expect(userData({ user_data_base64: base64(script) })).toEqual(found);
    expect(userData({ user_data_base64: gzipSync(script).toString("base64") })).toEqual(found);
  });

  it("gives the settings of this project's server", () => {
    const settings = {
      serverName: "Server-2",
      port: 3000,
      healthPath: "/health",
      basePath: "/",
      keepAliveSeconds: 65,
      drainSeconds: 10,
    };
    expect(userData({ user_data_base64: renderUserData(settings) })).toMatchObject({
      settings,
      environment: { PORT: "3000", SERVER_NAME: "Server-2" },
    });
  });

  it("is that of its launch template where it has none itself", () => {
    const launch_template = { id: "${aws_launch_template.t.id}", version: "$Latest" };
    const template = { aws_launch_template: { t: { user_data: base64(script) } } };
    expect(userData({ launch_template }, template)).toMatchObject({ text: script });
    expect(userData({ launch_template, user_data: "#!/bin/sh" }, template)).toMatchObject({
      text: "#!/bin/sh",
    });
  });

  it("is unknown where only a hash of it is left, unless its launch template has that very hash", () => {
    expect(userData({ user_data: sha1(script) })).toEqual(unknownFor("only a hash"));
    const launch_template = { id: "${aws_launch_template.t.id}" };
    const template = (text: string) => ({ aws_launch_template: { t: { user_data: base64(text) } } });
    const values = { launch_template, user_data: sha1(script) };
    expect(userData(values, template(script))).toMatchObject({ text: script });
    expect(userData(values, template("#!/bin/bash"))).toEqual(unknownFor("only a hash"));
  });

  it("is unknown where it cannot be read, and says so", () => {
    expect(userData({ user_data_base64: "***" })).toEqual(unknownFor("must be base64"));
    expect(userData({ user_data_base64: base64("#cloud-config\n- :\n {") })).toEqual(unknownFor("YAML"));
    expect(userData({ user_data_base64: Buffer.from([0xff, 0xfe]).toString("base64") })).toEqual(
      unknownFor("UTF-8"),
    );
    expect(userData({ user_data: "${var.script}" })).toEqual(unknownFor("var.script"));
    const launch_template = "${var.template}";
    expect(userData({ launch_template })).toEqual(unknownFor("var.template"));
  });
});

describe("the version of a launch template", () => {
  const userDataAt = (version: unknown, t: object = {}) =>
    userData(
      { launch_template: { id: "${aws_launch_template.t.id}", version } },
      { aws_launch_template: { t: { user_data: base64(script), ...t } } },
    );

  it("is the one in the input where the latest is asked for, or the apply decides", () => {
    const latest = "${aws_launch_template.t.latest_version}";
    for (const version of ["$Latest", "$Default", undefined, latest])
      expect(userDataAt(version)).toMatchObject({ text: script });
    expect(userDataAt("3", { latest_version: 3 })).toMatchObject({ text: script });
    expect(userDataAt("$Default", { latest_version: 3, default_version: 3 })).toMatchObject({ text: script });
  });

  it("is not in the input where an older one is asked for", () => {
    expect(userDataAt("1")).toEqual(unknownFor("version 1 of its launch template"));
    expect(userDataAt(2, { latest_version: 3 })).toEqual(unknownFor("version 2"));
    const older = { latest_version: 3, default_version: 1 };
    expect(userDataAt("$Default", older)).toEqual(unknownFor("version 1"));
    expect(userDataAt("$Default", { ...older, update_default_version: true })).toMatchObject({
      text: script,
    });
  });
});
