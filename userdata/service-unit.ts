import type { NodeMajor, ServerSettings } from "./types";

const DEFAULT_CLOSE_SECONDS = 10;
const MARGIN_SECONDS = 5;

/**
 * The systemd unit of the server, closed off as far as Node.js runs in it.
 *
 * There is no MemoryDenyWriteExecute: the JIT compiler of Node.js needs memory that is writable and executable.
 *
 * @see https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html
 */
export function renderUnit(nodeMajor: NodeMajor): string {
  return `[Unit]
Description=Express server of alb-lab
Wants=network-online.target
After=network-online.target
StartLimitIntervalSec=0

[Service]
Type=exec
ExecStart=/usr/bin/node-${nodeMajor} /opt/alb-lab/server.js
WorkingDirectory=/opt/alb-lab
Environment=NODE_ENV=production
EnvironmentFile=/etc/alb-lab/server.env
Restart=always
RestartSec=2

DynamicUser=yes
UMask=0077
NoNewPrivileges=yes
CapabilityBoundingSet=CAP_NET_BIND_SERVICE
AmbientCapabilities=CAP_NET_BIND_SERVICE
ProtectSystem=strict
ProtectHome=yes
PrivateTmp=yes
PrivateDevices=yes
ProtectProc=invisible
ProtectClock=yes
ProtectHostname=yes
ProtectKernelLogs=yes
ProtectKernelModules=yes
ProtectKernelTunables=yes
ProtectControlGroups=yes
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
RemoveIPC=yes
LockPersonality=yes
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallErrorNumber=EPERM

[Install]
WantedBy=multi-user.target
`;
}

/**
 * A drop-in for that unit: systemd waits longer than the server's own deadline before it kills.
 *
 * It is a file of its own because it depends on the server, and everything else is the same for all servers.
 */
export function renderStopDropIn(settings: ServerSettings): string {
  const seconds = settings.drainSeconds + (settings.closeSeconds ?? DEFAULT_CLOSE_SECONDS) + MARGIN_SECONDS;
  return `[Service]\nTimeoutStopSec=${Math.ceil(seconds)}\n`;
}
