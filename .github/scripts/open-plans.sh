#!/usr/bin/env bash
# Opens the plans that were made: plans/<environment>.json for each. One that cannot be opened counts as failed.
#
# Environment variables: ENVIRONMENTS (names, with spaces between), PASSPHRASE.
set -euo pipefail
scripts=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
read -ra names <<<"$ENVIRONMENTS"
TREE=$(git rev-parse 'HEAD^{tree}')
export TREE
archive=$(mktemp)
trap 'rm -f "$archive"' EXIT

mkdir -p outcome plans
for name in "${names[@]}"; do
  if [ "$(cat "outcome/$name.outcome" || true)" != planned ]; then continue; fi
  if ENVIRONMENT=$name node "$scripts/sealed-plan.js" open "outcome/$name.sealed" "$archive"; then
    tar --extract --gzip --file "$archive" --to-stdout ./plan.json >"plans/$name.json"
  else
    echo failed >"outcome/$name.outcome"
  fi
done
