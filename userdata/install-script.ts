import type { NodeMajor } from "./types";

/**
 * The script that an instance runs at its first start: packages, `npm ci`, service.
 *
 * Both downloads are tried again with a growing wait: the instance may run before its route to the internet works (G34).
 */
export function renderInstallScript(nodeMajor: NodeMajor): string {
  return `#!/bin/sh
# Installs Node.js and the server's packages, then starts the server. May be run again at any time.
# RETRY_SECONDS (first wait, doubled up to a minute) and RETRY_ATTEMPTS can be set from outside.
set -eu
umask 022
cd "$(dirname "$0")"

retry() {
  attempt=1
  attempts="\${RETRY_ATTEMPTS:-10}"
  seconds="\${RETRY_SECONDS:-5}"
  until "$@"; do
    if [ "$attempt" -ge "$attempts" ]; then
      echo "install: '$*' must succeed, failed $attempt times; check the route to the internet and run $0 again" >&2
      return 1
    fi
    echo "install: '$*' failed, attempt $attempt of $attempts; next one in $seconds s" >&2
    sleep "$seconds"
    attempt=$((attempt + 1))
    seconds=$((seconds * 2))
    if [ "$seconds" -gt 60 ]; then seconds=60; fi
  done
}

retry dnf install -y nodejs${nodeMajor} nodejs${nodeMajor}-npm
retry npm-${nodeMajor} ci --omit=dev --ignore-scripts --no-audit --no-fund

systemctl daemon-reload
systemctl enable alb-lab.service
systemctl restart alb-lab.service
`;
}
