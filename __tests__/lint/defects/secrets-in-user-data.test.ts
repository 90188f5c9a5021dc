import { gzipSync } from "node:zlib";
import { secretsInUserData } from "../../../lab/lint/defects/secrets-in-user-data";
import { serverData, withDocument } from "../support/embedded-server";
import { findIn, linesIn } from "../support/find";
import type { Shape } from "../support/shop";

// Put together here, so that nobody takes them for secrets of this project.
const keyId = `AKIA${"IOSFODNN7EXAMPLE"}`;
const secretKey = `wJalrXUtnFEMI/K7MDENG/${"bPxRfiCYEXAMPLEKEY"}`;

it("refuses the id of a key, and does not repeat it [B89, CKV_AWS_46]", () => {
  const lines = linesIn(secretsInUserData, withDocument(`#!/bin/sh\nexport AWS_ACCESS_KEY_ID=${keyId}\n`));
  expect(lines).toEqual([
    "aws_instance.web: user data must hold no secret, got what looks like the id of an AWS access key at line 2; " +
      "have the instance read it from Parameter Store or Secrets Manager, and change it: it has been seen",
  ]);
});

test.each([
  ["an AWS secret key", `aws_secret_access_key = ${secretKey}`],
  ["an AWS secret key", `export AWS_SECRET_ACCESS_KEY="${secretKey}"`],
  ["the id of an AWS access key", `key: ${keyId.replace("AKIA", "ASIA")}`],
  ["a private key", "-----BEGIN RSA PRIVATE KEY-----"],
  ["a private key", "-----BEGIN PRIVATE KEY-----"],
  ["a token", `git clone https://x:ghp_${"a1".repeat(18)}@github.com/a/b`],
  ["a token", `export SLACK_TOKEN=xoxb-${"12345678901"}-abc`],
  ["a token", `API_TOKEN='${"d41d8cd98f"}'`],
  ["a password", "export DB_PASSWORD=hunter2"],
  ["a password", 'PGPASSWORD="hunter2" psql'],
  ["a password", "db_pass: hunter2"],
  ["a password", "mysql --password=hunter2 -e 'select 1'"],
  ["a password", "docker login --password hunter2"],
  ["a password", "postgres://shop:hunter2@db.internal:5432/shop"],
  ["a password", "echo 'ec2-user:hunter2' | chpasswd"],
  ["a password", 'const options = { password: "hunter2" };'],
  ["a password", '"password": "correct horse battery"'],
  ["a key", "export STRIPE_API_KEY=abcd1234"],
  ["a secret", "CLIENT_SECRET=abcd1234"],
])("finds %s in: %s", (kind, line) => {
  const [finding, ...others] = findIn(secretsInUserData, withDocument(`#!/bin/sh\n${line}\n`));
  expect(others).toEqual([]);
  expect(finding?.message).toContain(`got what looks like ${kind} at line 2`);
  expect(JSON.stringify(finding)).not.toMatch(/hunter2|abcd1234|horse|IOSFODNN7|d41d8cd98f/);
});

test.each([
  "export DB_PASSWORD=$DB_PASSWORD",
  'export DB_PASSWORD="$(aws ssm get-parameter --name /shop/db --with-decryption)"',
  "DB_PASSWORD=`cat /run/secrets/db`",
  "PASSWORD=%{PASSWORD}",
  "password: {{ password }}",
  "password=<your password>",
  "API_KEY=your-api-key",
  "TOKEN=xxxxxxxx",
  "TOKEN=",
  "DB_PASSWORD_FILE=/run/secrets/db",
  "password_file: /run/secrets/db",
  "DB_PASSWORD=/run/secrets/db",
  "SECRET=arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop",
  'TOKEN=$(curl -X PUT http://169.254.169.254/latest/api/token -H "X-aws-ec2-metadata-token-ttl-seconds: 60")',
  'curl -H "X-aws-ec2-metadata-token: $TOKEN" http://169.254.169.254/latest/meta-data/instance-id',
  "http_tokens=required",
  "lock_passwd: true",
  "ssh_pwauth: false",
  "const token = readToken();",
  "const password = process.env.PASSWORD;",
  "if (token === other) {",
  "  token: string;",
  "bypass=everything",
  "compass: north-east",
  "pwd=/home/ec2-user",
  "psql postgres://shop:$PASSWORD@db/shop",
  "git clone https://github.com/alb-lab/alb-lab.git",
  "npm config set registry https://packages.example.com/",
  '"integrity": "sha512-AKIAbcdefghijklmnopqrstuvwxyz0123456789"',
  "-----BEGIN CERTIFICATE-----",
  "-----BEGIN PUBLIC KEY-----",
])("is silent about: %s", (line) => {
  // As Terraform reads it: a template begins with ${ or %{.
  const text = `#!/bin/sh\n${line}\n`.replaceAll("%{", "%%{");
  expect(findIn(secretsInUserData, withDocument(text))).toEqual([]);
});

const document = `#cloud-config\nwrite_files:\n- path: /etc/app.env\n  encoding: b64\n  content: ${Buffer.from("A=1\nTOKEN=abcd1234").toString("base64")}\n`;

it("looks into what is packed, and says where", () => {
  const [finding] = findIn(secretsInUserData, withDocument(document));
  expect(finding?.message).toContain('a token at line 2 of "/etc/app.env"');
});

test.each([
  ["base64", Buffer.from("PASSWORD=hunter2").toString("base64")],
  ["gzip", gzipSync("PASSWORD=hunter2").toString("base64")],
])("looks into a launch template in %s", (_, user_data) => {
  const templated = (resource: Shape) => {
    resource.aws_launch_template = { web: { user_data } };
  };
  expect(findIn(secretsInUserData, templated)).toMatchObject([{ address: "aws_launch_template.web" }]);
});

it("says each kind once", () => {
  const twice = withDocument("PASSWORD=hunter2\nDB_PASSWORD=hunter3\nTOKEN=abcd1234");
  expect(findIn(secretsInUserData, twice)).toHaveLength(2);
});

it("is silent about the embedded server, and about what nobody knows", () => {
  const embedded = (resource: Shape) => {
    resource.aws_instance.web.user_data_base64 = serverData();
  };
  expect(findIn(secretsInUserData, embedded)).toEqual([]);
  expect(findIn(secretsInUserData, withDocument("PASSWORD=${var.password}"))).toEqual([]);
});
