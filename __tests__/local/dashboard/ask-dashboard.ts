import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from "node:http";
import type { Dashboard } from "../../../lab/local/dashboard";

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface Asked {
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders | readonly string[];
  readonly body?: string;
}

/** Asks as a program does that is no browser: with exactly the headers given, besides Host. */
export function askDashboard(
  { port }: Pick<Dashboard, "port">,
  path: string,
  { method = "GET", headers = {}, body }: Asked = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, path, method, headers, agent: false }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        text += chunk;
      });
      response.on("error", reject);
      response.on("end", () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

/** The token of this start, as the page has it. */
export async function tokenOf(dashboard: Pick<Dashboard, "port">): Promise<string> {
  const { text } = await askDashboard(dashboard, "/");
  return /name="alb-lab-token" content="([^"]+)"/.exec(text)?.[1] ?? "";
}
