#!/usr/bin/env bash
# The clients that people use, unmodified, against a local chat that runs already: boto3, the AWS CLI, and the official
# chat client in Node; where there is a Chromium, that client in it too, and the playground.
# Run by ClientsIT: mvn -P clients -pl local-chat verify
# usage: clients.sh http://127.0.0.1:PORT WORK_DIRECTORY
set -euo pipefail
endpoint=$1
work=$2
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$work"

if [ ! -x "$work/venv/bin/aws" ]; then
  python3 -m venv "$work/venv"
  "$work/venv/bin/pip" install --quiet --disable-pip-version-check -r "$here/requirements.txt"
fi
mkdir -p "$work/node"
if ! cmp -s "$here/package.json" "$work/node/package.json"; then
  cp "$here/package.json" "$work/node/"
  (cd "$work/node" && npm install --no-package-lock --no-audit --no-fund --silent)
fi
cp "$here"/*.cjs "$here"/*.js "$work/node/"

# Clients refuse to sign without credentials; nobody looks at these.
export AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local AWS_DEFAULT_REGION=us-west-2 AWS_EC2_METADATA_DISABLED=true
"$work/venv/bin/python" "$here/check_boto3.py" "$endpoint"
PATH="$work/venv/bin:$PATH" bash "$here/check_cli.sh" "$endpoint" "$work"
cd "$work/node"
node check_chat_client.cjs "$endpoint"
chromium=$(command -v "${CHROMIUM:-chromium}" || true)
if [ -n "$chromium" ]; then
  node check_browser_client.cjs "$endpoint" "$chromium"
  node check_page.cjs "$endpoint" "$work" "$chromium"
  node take_pictures.cjs "$endpoint" "$work" "$chromium"
else
  echo "skipped: the chat client in a browser, and the playground: there is no chromium; CHROMIUM names another"
fi
