import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { freePort, isInstalled, type Running, startProgram } from "./program";

/** Starts what is installed of nginx, haproxy and http-proxy-3 in front of the same targets, one process each, without logs. */
export async function startRivals(
  targets: readonly string[],
  directory: string,
): Promise<readonly Running[]> {
  const rivals = [await startHttpProxy3(targets)];
  if (isInstalled("nginx")) rivals.push(await startNginx(targets, directory, { logs: false }));
  if (isInstalled("haproxy")) rivals.push(await startHaproxy(targets, directory));
  return rivals;
}

/** With the headers that the lab adds. */
export async function startNginx(
  targets: readonly string[],
  directory: string,
  { logs }: { readonly logs: boolean },
): Promise<Running> {
  const port = await freePort();
  const file = join(directory, "nginx.conf");
  writeFileSync(
    file,
    `daemon off; worker_processes 1; pid ${directory}/nginx.pid; error_log ${directory}/nginx-error.log;
events { worker_connections 4096; }
http {
  access_log ${logs ? `${directory}/nginx-access.log` : "off"};
  upstream targets { ${targets.map((target) => `server ${target};`).join(" ")} keepalive 256; }
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://targets;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host $host;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
      proxy_set_header X-Forwarded-Proto $scheme;
      proxy_set_header X-Forwarded-Port $server_port;
      proxy_set_header X-Amzn-Trace-Id Root=1-$request_id;
    }
  }
}
`,
  );
  return startProgram("nginx, one worker", ["nginx", "-e", `${directory}/nginx-error.log`, "-c", file], port);
}

async function startHaproxy(targets: readonly string[], directory: string): Promise<Running> {
  const port = await freePort();
  const file = join(directory, "haproxy.cfg");
  writeFileSync(
    file,
    `global
  nbthread 1
defaults
  mode http
  timeout connect 10s
  timeout client 60s
  timeout server 60s
  option forwardfor
  http-reuse always
frontend http
  bind 127.0.0.1:${port}
  default_backend targets
backend targets
  balance roundrobin
${targets.map((target, index) => `  server t${index} ${target}`).join("\n")}
`,
  );
  return startProgram("haproxy, one thread", ["haproxy", "-q", "-db", "-f", file], port);
}

async function startHttpProxy3(targets: readonly string[]): Promise<Running> {
  const port = await freePort();
  const program = join(__dirname, "../programs/http-proxy-3.js");
  return startProgram("http-proxy-3", [process.execPath, program, String(port), ...targets], port);
}
