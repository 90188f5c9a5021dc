import fc from "fast-check";
import type { ServerSettings } from "../../userdata";

/** The lab's second server. */
export const SERVER_2: ServerSettings = {
  serverName: "Server-2",
  port: 3000,
  healthPath: "/health",
  basePath: "/",
  keepAliveSeconds: 65,
  drainSeconds: 10,
};

const characters = (text: string) => fc.constantFrom(...text);
const ALPHANUMERIC = "ABCXYZabcxyz0189";
const port = fc.integer({ min: 1, max: 65_535 });
const path = fc
  .string({ unit: characters(`${ALPHANUMERIC}/._~%+@:-`), maxLength: 20 })
  .map((text) => `/${text}`);
const seconds = (from: number, to: number) =>
  fc.integer({ min: from * 1000, max: to * 1000 }).map((milliseconds) => milliseconds / 1000);

/** Any settings that the server takes. */
export const anySettings: fc.Arbitrary<ServerSettings> = fc
  .record(
    {
      serverName: fc.string({ unit: characters(`${ALPHANUMERIC}-`), minLength: 1, maxLength: 63 }),
      first: fc.boolean(),
      port,
      healthPort: port,
      healthPath: path.map((text) => `/h${text}`),
      basePath: path.map((text) => (text === "/" ? text : `/b${text}`)),
      keepAliveSeconds: seconds(1, 7200),
      drainSeconds: seconds(0, 3600),
      closeSeconds: seconds(0, 3600),
    },
    { requiredKeys: ["serverName", "port", "healthPath", "basePath", "keepAliveSeconds", "drainSeconds"] },
  )
  .map((settings) => settings as ServerSettings);

/** Text that tries to leave the place it is put into. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '"; rm -rf /',
    "$(id)",
    "`id`",
    "a\nPORT=1",
    'a"\nPORT="1',
    "\nEOF\n",
    "'; id; '",
    "${aws_instance.a.id}",
    "%{ if true }",
    "\\",
    '\\"',
    "</script>",
    "#cloud-config",
    "  - path: /etc/passwd",
    "a: b",
    "|",
    "- x",
    "\ttab",
    " ",
    "",
  ),
  fc.string({ unit: characters("\"'\\`$(){}%#;:|&<>-\n\t =aA1é한😀"), maxLength: 40 }),
);
