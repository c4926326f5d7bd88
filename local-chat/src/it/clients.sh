#!/usr/bin/env bash
# The clients that people use, unmodified, against a local chat that runs already: boto3, the AWS CLI, and the official
# chat client in Node; and the playground in Chromium, where there is one. Run by ClientsIT: mvn -P clients -pl local-chat verify
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
if [ ! -d "$work/node/node_modules/ws" ]; then
  mkdir -p "$work/node"
  cp "$here/package.json" "$work/node/"
  (cd "$work/node" && npm install --no-package-lock --no-audit --no-fund --silent)
fi

# Clients refuse to sign without credentials; nobody looks at these.
export AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local AWS_DEFAULT_REGION=us-west-2 AWS_EC2_METADATA_DISABLED=true
"$work/venv/bin/python" "$here/check_boto3.py" "$endpoint"
PATH="$work/venv/bin:$PATH" bash "$here/check_cli.sh" "$endpoint" "$work"
cp "$here/check_chat_client.cjs" "$work/node/"
(cd "$work/node" && node check_chat_client.cjs "$endpoint")
chromium=$(command -v "${CHROMIUM:-chromium}" || true)
if [ -n "$chromium" ]; then
  cp "$here/check_page.cjs" "$work/node/"
  (cd "$work/node" && node check_page.cjs "$endpoint" "$work" "$chromium")
else
  echo "playground: not looked at, there is no chromium; CHROMIUM names another"
fi
