#!/usr/bin/env bash
# Writes the JSON files beside `main.tf.json` anew: its plan with the real provider, its state after it is applied to an
# emulator, and that state read back. Needs terraform, node and moto_server. Ids and hashes change.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
moto_server -H 127.0.0.1 -p 0 2>"$work/moto.log" >/dev/null &
moto=$!
trap 'kill "$moto"; rm -rf "$work"' EXIT
until url=$(grep -om1 'http://127.0.0.1:[0-9]*' "$work/moto.log"); do sleep 0.2; done
export AWS_ENDPOINT_URL=$url AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test

# what nobody reads is left out
show() {
  terraform show -json "${@:2}" | node -e '
    const drop = new Set(["before", "before_identity", "before_sensitive", "full_name", "private", "provider"]);
    for (const key of ["provider_name", "relevant_attributes", "schema_version", "timestamp"]) drop.add(key);
    const text = require("node:fs").readFileSync(0, "utf8");
    console.log(JSON.stringify(JSON.parse(text, (key, value) => (drop.has(key) ? undefined : value))));
  ' >"$here/$1"
}

cp "$here/main.tf.json" "$work/"
cd "$work"
terraform init -no-color -input=false >/dev/null
terraform plan -no-color -input=false -refresh=false -out=plan >/dev/null
show plan.json plan
terraform apply -no-color -input=false plan >/dev/null
show state.json
terraform apply -no-color -input=false -refresh-only -auto-approve >/dev/null
show refreshed.json
terraform plan -no-color -input=false -out=again >/dev/null
show again.json again
cd "$here/../../.." && npx biome format --write --colors=off "$here"/*.json
