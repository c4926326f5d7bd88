#!/usr/bin/env bash
# The AWS CLI against a local chat, and aws lambda invoke on its function.
set -euo pipefail
endpoint=$1
work=$2

arn=$(aws ivschat create-room --name cli --endpoint-url "$endpoint" --query arn --output text)
aws ivschat tag-resource --resource-arn "$arn" --tags '{"a b":"c/d&e"}' --endpoint-url "$endpoint"
tags=$(AWS_ENDPOINT_URL_IVSCHAT=$endpoint aws ivschat list-tags-for-resource --resource-arn "$arn" --query 'tags."a b"' --output text)
[ "$tags" = 'c/d&e' ]
aws ivschat delete-room --identifier "$arn" --endpoint-url "$endpoint"
if refusal=$(aws ivschat get-room --identifier "$arn" --endpoint-url "$endpoint" 2>&1); then exit 1; fi
[[ $refusal == *ResourceNotFoundException* ]]

aws lambda invoke --function-name review --cli-binary-format raw-in-base64-out --endpoint-url "$endpoint" \
  --payload '{"Content":"darn","MessageId":"AbCdEf123456","Attributes":{},"Sender":{"UserId":"u","Attributes":{}}}' \
  "$work/answer.json" > /dev/null 2>"$work/cli.err" ||
  aws lambda invoke --function-name review --endpoint-url "$endpoint" \
    --payload '{"Content":"darn","MessageId":"AbCdEf123456","Attributes":{},"Sender":{"UserId":"u","Attributes":{}}}' \
    "$work/answer.json" > /dev/null
grep -q '"Content":"\*\*\*\*"' "$work/answer.json"
echo "$(aws --version 2>&1 | cut -d' ' -f1): all checks hold"
