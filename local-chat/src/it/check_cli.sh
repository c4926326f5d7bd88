#!/usr/bin/env bash
# The AWS CLI against a local chat: the twelve operations and an error of each, and aws lambda invoke on its function.
set -euo pipefail
endpoint=$1
work=$2
checks=0

chat() {
  aws ivschat "$@" --endpoint-url "$endpoint" --output text
}

is() {
  [ "$1" = "$2" ] || { echo "expected '$2', found '$1'" >&2; exit 1; }
  checks=$((checks + 1))
}

# refuses ERROR OPERATION ARGUMENTS...
refuses() {
  local refusal
  if refusal=$(chat "${@:2}" 2>&1); then
    echo "$2 was not refused" >&2
    exit 1
  fi
  [[ $refusal == *"($1)"* ]] || { echo "$2: expected $1, found $refusal" >&2; exit 1; }
  checks=$((checks + 1))
}

arn=$(chat create-room --name cli --maximum-message-length 100 --query arn)
is "$(chat get-room --identifier "$arn" --query '[name,maximumMessageLength]')" $'cli\t100'
is "$(chat update-room --identifier "$arn" --name other --query name)" other
is "$(chat list-rooms --name other --query 'rooms[].arn')" "$arn"
chat tag-resource --resource-arn "$arn" --tags '{"a b":"c/d&e"}'
is "$(AWS_ENDPOINT_URL_IVSCHAT=$endpoint aws ivschat list-tags-for-resource --resource-arn "$arn" \
  --query 'tags."a b"' --output text)" 'c/d&e'
chat untag-resource --resource-arn "$arn" --tag-keys 'a b'
is "$(chat list-tags-for-resource --resource-arn "$arn" --query 'length(tags)')" 0
is "$(chat create-chat-token --room-identifier "$arn" --user-id zoë --capabilities SEND_MESSAGE \
  --query 'length(token) > `40`')" True
is "$(chat send-event --room-identifier "$arn" --event-name goal --attributes by=7 --query 'length(id)')" 12
is "$(chat delete-message --room-identifier "$arn" --id AbCdEf123456 --reason spam --query 'length(id)')" 12
chat disconnect-user --room-identifier "$arn" --user-id nobody --reason rude
chat delete-room --identifier "$arn"

refuses ResourceNotFoundException get-room --identifier "$arn"
refuses ResourceNotFoundException update-room --identifier "$arn" --name gone
refuses ResourceNotFoundException delete-room --identifier "$arn"
refuses ResourceNotFoundException tag-resource --resource-arn "$arn" --tags k=v
refuses ResourceNotFoundException untag-resource --resource-arn "$arn" --tag-keys k
refuses ResourceNotFoundException list-tags-for-resource --resource-arn "$arn"
refuses ResourceNotFoundException create-chat-token --room-identifier "$arn" --user-id zoë
refuses ResourceNotFoundException send-event --room-identifier "$arn" --event-name goal
refuses ResourceNotFoundException delete-message --room-identifier "$arn" --id AbCdEf123456
refuses ResourceNotFoundException disconnect-user --room-identifier "$arn" --user-id nobody
refuses ValidationException create-room --name 'a b'
refuses ValidationException list-rooms --next-token 'abc=='

event='{"Content":"darn","MessageId":"AbCdEf123456","Attributes":{},"Sender":{"UserId":"u","Attributes":{}}}'
# Version 2 wants to be told that the payload is not base64, version 1 does not know the option.
raw=()
case $(aws --version 2>&1) in aws-cli/2*) raw=(--cli-binary-format raw-in-base64-out) ;; esac
aws lambda invoke --function-name review --endpoint-url "$endpoint" ${raw[@]+"${raw[@]}"} --payload "$event" \
  "$work/answer.json" > /dev/null
grep -q '"Content":"\*\*\*\*"' "$work/answer.json"
echo "$(aws --version 2>&1 | cut -d' ' -f1): $((checks + 1)) checks hold"
