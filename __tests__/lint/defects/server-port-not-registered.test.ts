import { serverPortNotRegistered } from "../../../lab/lint/defects/server-port-not-registered";
import { serverData, withDocument, withScalingGroup, withServer } from "../support/embedded-server";
import { findIn, linesIn } from "../support/find";
import type { Shape } from "../support/shop";

const attachedAt = (port: unknown) => (resource: Shape) => {
  resource.aws_lb_target_group_attachment.web.port = port;
};

const unit = (port: number) =>
  `#cloud-config\nwrite_files:\n- path: /etc/systemd/system/app.service\n  content: "[Service]\\nEnvironment=PORT=${port}"\n`;

it("refuses an attachment on another port than the server's [U11]", () => {
  expect(linesIn(serverPortNotRegistered, withServer({}, attachedAt(80)))).toEqual([
    "aws_lb_target_group_attachment.web: port of the attachment must be the port that the server listens on, 3000, got 80; " +
      "set port of the attachment to 3000, or let the server listen on 80",
  ]);
});

it("names the group where the attachment takes the port from it [TF40]", () => {
  const ofGroup = withServer({}, (resource) => {
    resource.aws_lb_target_group.web.port = 80;
    delete resource.aws_lb_target_group_attachment.web.port;
  });
  const [finding, ...others] = findIn(serverPortNotRegistered, ofGroup);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ address: "aws_lb_target_group.web", severity: "error" });
});

it("names the group of a scaling group once", () => {
  const found = findIn(serverPortNotRegistered, withScalingGroup(serverData({ port: 8080 })));
  expect(found.map(({ address }) => address)).toEqual(["aws_lb_target_group.web"]);
});

it("refuses the port that answers health checks only", () => {
  expect(findIn(serverPortNotRegistered, withServer({ healthPort: 3001 }, attachedAt("3001")))).toHaveLength(
    1,
  );
});

test.each([
  ["a unit with PORT", unit(8080)],
  ["a call of listen", "#!/bin/sh\nnode -e 'require(\"http\").createServer().listen(8080)'"],
  ["a constant", "const PORT = 8080;\napp.listen(PORT, () => {});"],
  ["what is left without a variable", "const port = process.env.PORT || 8080\napp.listen(port)"],
  ["a variable that is exported", "export PORT=8080\nnode app.js # app.listen(process.env.PORT || 3000)"],
  ["a module of Python", "#!/bin/sh\npython3 -m http.server 8080"],
])("warns where anybody's code says another port: %s", (_, text) => {
  const [finding] = findIn(serverPortNotRegistered, withDocument(text));
  expect(finding).toMatchObject({ severity: "warning" });
  expect(finding?.message).toContain("listens on, 8080, got 3000");
});

test.each([
  ["the same port", "app.listen(3000)"],
  ["the same port in a unit", unit(3000)],
  ["two ports", "app.listen(8080); admin.listen(9090)"],
  ["something in front", "apt-get install nginx\napp.listen(8080)"],
  [
    "a translation of ports",
    "iptables -t nat -A PREROUTING -p tcp --dport 3000 -j REDIRECT --to-port 8080\napp.listen(8080)",
  ],
  ["a variable that is not there", "app.listen(process.env.PORT)"],
  ["a number that is computed", "const port = base + 1; app.listen(port)"],
  ["no server", "#!/bin/sh\necho hello"],
])("is silent about %s", (_, text) => {
  expect(findIn(serverPortNotRegistered, withDocument(text))).toEqual([]);
});

it("is silent where the ports are the same", () => {
  expect(findIn(serverPortNotRegistered, withServer())).toEqual([]);
  expect(findIn(serverPortNotRegistered, withServer({ port: 80 }, attachedAt(80)))).toEqual([]);
  expect(findIn(serverPortNotRegistered, withScalingGroup(serverData()))).toEqual([]);
});

it("does not judge what nobody knows", () => {
  expect(findIn(serverPortNotRegistered, withServer({}, attachedAt("${var.port}")))).toEqual([]);
  expect(findIn(serverPortNotRegistered, withDocument("app.listen(8080) ${var.more}"))).toEqual([]);
});

it("leaves the targets of a network load balancer alone", () => {
  const overTcp = withServer({}, (resource) => {
    attachedAt(80)(resource);
    resource.aws_lb_target_group.web.protocol = "TCP";
  });
  expect(findIn(serverPortNotRegistered, overTcp)).toEqual([]);
});
