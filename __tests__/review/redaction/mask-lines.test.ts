import { maskLines } from "../../../lab/review/redaction/mask-lines";

const masked = (text: string) => maskLines(text.split("\n")).join("\n");

describe("a text that is shown", () => {
  it.each([
    ["a value that only looks like a variable", "DB_PASSWORD=$up3rs3cret"],
    ["a variable's default", "DB_PASSWORD=${DB_PASSWORD:-up3rs3cret}"],
    ["a quoted value with a dollar", 'password="up3r$3cret-up3rs3cret"'],
    ["a value of two words joined by a dot", "password=up3rs3cret.two"],
    ["a value that says that it is an example", "client_secret=my-example-up3rs3cret"],
    ["a name that goes on", "SECRET_KEY_BASE=up3rs3cret"],
    ["a name with the stage behind it", "DB_PASSWORD_PROD=up3rs3cret"],
    ["a name in camel case", "dbPass: up3rs3cret"],
    ["a short value", "PASSWORD=up3"],
    ["several words", "password: correct horse up3rs3cret # since May"],
    ["several words in quotes around all", 'docker run -e "DB_PASSWORD=correct up3rs3cret" app'],
    ["a value put together by a shell", `PASSWORD=abc"correct up3rs3cret" run`],
    ["a value that a program falls back to", 'const password = process.env.PASSWORD || "up3rs3cret";'],
    ["JSON inside of a text", 'echo "{\\"password\\":\\"up3rs3cret\\"}" > /etc/app.json'],
    ["a pair of name and value", '{"name":"DB_PASSWORD","value":"up3rs3cret"}'],
    ["a header", `curl -H "Authorization: Bearer up3rs3cret" https://example.com`],
    ["a header of another scheme", `curl -H "Authorization: Basic up3rs3cret" https://example.com`],
    ["a user with a password", "curl -u shop:up3rs3cret https://example.com"],
    ["the same in full", "curl --user=shop:up3rs3cret https://example.com"],
    ["an option", "deploy --db-password up3rs3cret"],
    ["a client's short option", "mysql -u shop -pup3rs3cret shop"],
    ["a login by pipe", "echo up3rs3cret | docker login --password-stdin"],
    ["a URL", "postgres://shop:up3@s3cret@db/shop"],
    ["a setting", "ENV DB_PASSWORD correct up3rs3cret"],
    ["SQL", "ALTER USER shop PASSWORD 'up3rs3cret';"],
    ["a new password", "echo shop:up3rs3cret | chpasswd"],
    ["a unit of systemd", 'Environment="PORT=80" "DB_PASSWORD=up3rs3cret"'],
  ])("holds no secret: %s", (_, line) => {
    expect(masked(line)).not.toMatch(/up3|s3cret|correct/);
    expect(masked(line)).toContain("********");
  });

  it.each([
    ["a block of YAML", "db:\n  password: |\n    up3rs3cret\n\n    up3rs3cret\n  port: 3306"],
    ["a list below a name", "secrets:\n  - up3rs3cret\nport: 3306"],
    ["a list beside a name", "passwords:\n- up3rs3cret\nport: 3306"],
    [
      "parts of JSON below a name",
      '"secrets": {\n  "db": "up3rs3cret",\n  "cache": "up3rs3cret"\n},\nport: 3306',
    ],
    ["a pair on two lines", "- name: DB_PASSWORD\n  value: up3rs3cret\n- name: PORT\n  value: port: 3306"],
    ["passwords of cloud-init", "chpasswd:\n  list: |\n    root:up3rs3cret\nport: 3306"],
    ["passwords by redirection", "chpasswd <<EOF\nroot:up3rs3cret\nEOF\nport: 3306"],
    ["a private key", "-----BEGIN PRIVATE KEY-----\nup3rs3cret\n-----END PRIVATE KEY-----\nport: 3306"],
  ])("holds none over several lines, and goes on behind it: %s", (_, text) => {
    expect(masked(text)).not.toContain("up3rs3cret");
    expect(masked(text)).toContain("port: 3306");
    expect(masked(text).split("\n")).toHaveLength(text.split("\n").length);
  });

  it.each([
    'TOKEN=$(curl -X PUT "http://169.254.169.254/latest/api/token" -H "X-aws-ec2-metadata-token-ttl-seconds: 60")',
    'curl -H "X-aws-ec2-metadata-token: $TOKEN" http://169.254.169.254/latest/meta-data/instance-id',
    "DB_PASSWORD=$(aws ssm get-parameter --name /shop/db --with-decryption)",
    "DB_PASSWORD=${DB_PASSWORD}",
    "password_file=/run/secrets/db",
    "secret_arn: arn:aws:secretsmanager:eu-central-1:123456789012:secret:shop",
    "require_password: false",
    "docker run -u 1000:1000 -p 80:3000 app",
    "proxy_pass http://127.0.0.1:3000/;",
    "- name: PORT\n  value: 3000",
    "git clone https://github.com/shop/app && systemctl enable --now shop",
  ])("is shown as it is where it tells none: %s", (text) => {
    expect(masked(text)).toBe(text);
  });

  it("takes no longer the longer a line is that somebody packed", () => {
    const packed = [
      "a".repeat(300_000),
      "a.b".repeat(100_000),
      `token${" ".repeat(100_000)}`,
      "token=x ".repeat(20_000),
      "mysql -x ".repeat(20_000),
      "://a:".repeat(20_000),
    ].map((one) => `key ${one}`);
    const started = performance.now();
    maskLines(packed);
    expect(performance.now() - started).toBeLessThan(4_000);
  });
});
