# SPDX-License-Identifier: Apache-2.0
"""boto3 against a local chat: every operation, and its errors as typed exceptions."""
import sys

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

endpoint = sys.argv[1]
chat = boto3.client("ivschat", endpoint_url=endpoint, config=Config(retries={"mode": "standard"}))
lenient = boto3.client("ivschat", endpoint_url=endpoint, config=Config(parameter_validation=False))
handler = "arn:aws:lambda:us-west-2:123456789012:function:review"
checks = 0


def check(holds, what):
    global checks
    assert holds, what
    checks += 1


def refused(error, call):
    """The answer of a call that must fail in this way; by name, since each client makes exceptions of its own."""
    try:
        call()
    except ClientError as refusal:
        if type(refusal).__name__ != error.__name__:
            raise
        answer = refusal.response
        check(answer["ResponseMetadata"]["RequestId"], "a request id")
        check(answer["ResponseMetadata"]["RetryAttempts"] == 0, "not tried again")
        return answer
    raise AssertionError(f"expected {error}")


room = chat.create_room(name="demo", maximumMessageLength=100, maximumMessageRatePerSecond=100, tags={"k": "v"},
                        messageReviewHandler={"uri": handler, "fallbackResult": "DENY"})
arn = room["arn"]
check(arn.startswith("arn:aws:ivschat:us-west-2:123456789012:room/"), arn)
check(room["createTime"].year >= 2024, "a time")
got = chat.get_room(identifier=arn)
check({k: v for k, v in got.items() if k != "ResponseMetadata"}
      == {k: v for k, v in room.items() if k != "ResponseMetadata"}, "get as created")
check(chat.update_room(identifier=arn, name="other")["messageReviewHandler"]["uri"] == handler, "handler unchanged")
check("messageReviewHandler" not in chat.update_room(identifier=arn, messageReviewHandler={"uri": ""}), "taken off")
for i in range(5):
    chat.create_room(name=f"page-{i}")
names = []
page = chat.list_rooms(maxResults=2)
while True:
    names += [summary.get("name") for summary in page["rooms"]]
    if "nextToken" not in page:
        break
    page = chat.list_rooms(maxResults=2, nextToken=page["nextToken"])
check(names[:6] == [f"page-{i}" for i in range(4, -1, -1)] + ["other"], names)
check(len(chat.list_rooms(name="other")["rooms"]) == 1, "filter")

tags = {"a b": "1", "c/d&é=+%": "", "😀": "x"}
chat.tag_resource(resourceArn=arn, tags=tags)
check(chat.list_tags_for_resource(resourceArn=arn)["tags"] == {**tags, "k": "v"}, "tags")
chat.untag_resource(resourceArn=arn, tagKeys=["a b", "c/d&é=+%", "😀"])
check(chat.list_tags_for_resource(resourceArn=arn)["tags"] == {"k": "v"}, "tags taken off")

token = chat.create_chat_token(roomIdentifier=arn, userId="zoë", capabilities=["SEND_MESSAGE"],
                               attributes={"displayName": "Zoë"}, sessionDurationInMinutes=180)
check(token["token"] and token["sessionExpirationTime"] > token["tokenExpirationTime"], "token")
check(len(chat.send_event(roomIdentifier=arn, eventName="goal", attributes={"by": "7"})["id"]) == 12, "event")
check(len(chat.delete_message(roomIdentifier=arn, id="AbCdEf123456", reason="spam")["id"]) == 12, "delete")
chat.disconnect_user(roomIdentifier=arn, userId="nobody", reason="rude")

logs = chat.create_logging_configuration(destinationConfiguration={"s3": {"bucketName": "bucket"}})
check(logs["state"] == "ACTIVE", logs)
check(chat.get_logging_configuration(identifier=logs["arn"])["id"] == logs["id"], "get")
chat.update_logging_configuration(identifier=logs["arn"], name="logs")
check(chat.list_logging_configurations()["loggingConfigurations"][0]["name"] == "logs", "list")
chat.update_room(identifier=arn, loggingConfigurationIdentifiers=[logs["arn"]])
refused(chat.exceptions.ConflictException, lambda: chat.delete_logging_configuration(identifier=logs["arn"]))
chat.update_room(identifier=arn, loggingConfigurationIdentifiers=[])
chat.delete_logging_configuration(identifier=logs["arn"])

wrong = refused(chat.exceptions.ValidationException,
                lambda: lenient.create_room(name="a b", maximumMessageLength=501, maximumMessageRatePerSecond=101))
check(wrong["reason"] == "FIELD_VALIDATION_FAILED", wrong)
check({field["name"] for field in wrong["fieldList"]}
      == {"name", "maximumMessageLength", "maximumMessageRatePerSecond"}, wrong)
refused(chat.exceptions.ValidationException, lambda: lenient.create_chat_token(roomIdentifier=arn))
refused(chat.exceptions.ValidationException, lambda: chat.get_room(identifier="AbCdEf123456"))
chat.delete_room(identifier=arn)
gone = refused(chat.exceptions.ResourceNotFoundException, lambda: chat.get_room(identifier=arn))
check(gone["resourceId"] == arn.rsplit("/")[-1] and gone["resourceType"] == "ROOM", gone)

# every operation on a room that is not there, and with an input that breaks the model
nobody = arn.rsplit("/")[0] + "/AbCdEf123456"
missing = {
    "get_room": {"identifier": nobody}, "update_room": {"identifier": nobody}, "delete_room": {"identifier": nobody},
    "create_chat_token": {"roomIdentifier": nobody, "userId": "u"},
    "send_event": {"roomIdentifier": nobody, "eventName": "e"},
    "delete_message": {"roomIdentifier": nobody, "id": "AbCdEf123456"},
    "disconnect_user": {"roomIdentifier": nobody, "userId": "u"},
    "list_tags_for_resource": {"resourceArn": nobody}, "tag_resource": {"resourceArn": nobody, "tags": {"k": "v"}},
    "untag_resource": {"resourceArn": nobody, "tagKeys": ["k"]},
}
for operation, arguments in missing.items():
    gone = refused(chat.exceptions.ResourceNotFoundException, lambda: getattr(chat, operation)(**arguments))
    check(gone["resourceId"] == "AbCdEf123456", operation)
    check(gone["ResponseMetadata"]["HTTPStatusCode"] == 404, operation)
invalid = {
    "create_room": {"maximumMessageLength": 0}, "list_rooms": {"maxResults": 51}, "get_room": {"identifier": "x"},
    "update_room": {"identifier": nobody, "name": "a b"}, "delete_room": {"identifier": ""},
    "create_chat_token": {"roomIdentifier": nobody, "userId": "u", "sessionDurationInMinutes": 181},
    "send_event": {"roomIdentifier": nobody, "eventName": ""},
    "delete_message": {"roomIdentifier": nobody, "id": "short"},
    "disconnect_user": {"roomIdentifier": nobody, "userId": "u" * 129},
    "list_tags_for_resource": {"resourceArn": "arn:aws:s3:::bucket"},
    "tag_resource": {"resourceArn": nobody, "tags": {"k": "v" * 257}},
    "untag_resource": {"resourceArn": nobody, "tagKeys": ["k" * 129]},
}
for operation, arguments in invalid.items():
    wrong = refused(chat.exceptions.ValidationException, lambda: getattr(lenient, operation)(**arguments))
    check(wrong["ResponseMetadata"]["HTTPStatusCode"] == 400, operation)
check(len(invalid) == 12, "all twelve")
print(f"boto3 {boto3.__version__}: {checks} checks hold")
