import { readFileSync } from "node:fs";
import "../../lab/testing";
import { parseUserData, renderUserData } from "../../userdata";
import { shop } from "../lint/support/shop";
import { labStack } from "./support/lab-stack";
import { messageOf } from "./support/message-of";

const dev = labStack("dev");

describe("toRunServers", () => {
  it("knows servers by the name that they answer with, by tag, path and address", () => {
    expect(dev).toRunServers("web", ["Server-2", "Server-1"]);
    expect(dev).toRunServers("web", ["dev-web-Server-1", "dev/web/Server-2/instance"]);
    expect(shop()).toRunServers("web", ["aws_instance.web"]);
  });

  it("says which servers there are where one is missing or too many", () => {
    expect(messageOf(() => expect(dev).toRunServers("web", ["Server-1"]))).toBe(
      "expected target group web to run the servers Server-1\nit runs Server-1 and Server-2",
    );
    expect(messageOf(() => expect(dev).toRunServers("web", ["Server-1", "Server-2", "Server-3"]))).toBe(
      "expected target group web to run the servers Server-1, Server-2 and Server-3\nit runs Server-1 and Server-2",
    );
    expect(messageOf(() => expect(dev).not.toRunServers("web", ["Server-1", "Server-2"]))).toMatch(
      /^expected target group web not to run the servers Server-1 and Server-2\n/,
    );
  });

  it("goes by what a server answers with, whatever its construct is called", () => {
    const json = JSON.parse(JSON.stringify(dev.toTerraform()));
    const renamed = Object.values<Record<string, string>>(json.resource.aws_instance)[1];
    const { settings } = parseUserData(renamed?.user_data_base64 ?? "");
    Object.assign(renamed ?? {}, {
      user_data_base64: renderUserData({ ...settings!, serverName: "Server-9" }),
    });
    expect(json).toRunServers("web", ["Server-1", "Server-9"]);
    expect(json).not.toRunServers("web", ["Server-1", "Server-2"]);
  });

  it("counts servers of the same name", () => {
    expect(dev).not.toRunServers("web", ["Server-1", "Server-2", "Server-2"]);
  });

  it("cannot say it of servers that the input does not declare", () => {
    const json = shop();
    json.resource.aws_lb_target_group_attachment.web.target_id = "i-0123456789abcdef0";
    expect(messageOf(() => expect(json).not.toRunServers("web", ["web"]))).toBe(
      "which servers web runs is not known: i-0123456789abcdef0 is no instance of the input",
    );
  });
});

describe("toRunFile", () => {
  const server = readFileSync("server/server.js", "utf8");

  it("finds a file by its path or the end of that, and compares what is in it", () => {
    expect(dev).toRunFile("Server-1", "server.js");
    expect(dev).toRunFile("Server-1", "/opt/alb-lab/server.js", server);
    expect(dev).toRunFile("Server-2", "server.env", /^SERVER_NAME="?Server-2"?$/m);
    expect(dev).not.toRunFile("Server-2", "server.env", /Server-1/);
    expect(dev).not.toRunFile("Server-1", "erver.js");
    expect(dev).not.toRunFile("Server-1", "server.js", "");
  });

  it("says where the content differs", () => {
    const [first, second, ...others] = server.split("\n");
    const other = [first, "// changed", ...others].join("\n");
    expect(messageOf(() => expect(dev).toRunFile("Server-1", "server.js", other))).toBe(
      `expected server Server-1 to run a file server.js with that content\n/opt/alb-lab/server.js differs at line 2: must be "// changed", is ${JSON.stringify(second)}`,
    );
    expect(messageOf(() => expect(dev).toRunFile("Server-1", "server.js", `${server}more`))).toMatch(
      /must be "more", is ""$/,
    );
    expect(messageOf(() => expect(dev).toRunFile("Server-1", "server.js", /koa/))).toBe(
      "expected server Server-1 to run a file server.js that matches /koa/\n/opt/alb-lab/server.js does not match",
    );
  });

  it("says which files there are", () => {
    expect(messageOf(() => expect(dev).toRunFile("Server-1", "index.js"))).toMatch(
      /^expected server Server-1 to run a file index\.js\nit writes .*\/opt\/alb-lab\/server\.js/,
    );
    expect(messageOf(() => expect(shop()).toRunFile("web", "server.js"))).toBe(
      "expected server web to run a file server.js\nit writes nothing",
    );
  });

  it("says which servers there are", () => {
    expect(messageOf(() => expect(dev).not.toRunFile("Server-3", "server.js"))).toBe(
      'no server is called "Server-3"; there are Server-1 and Server-2',
    );
  });
});
