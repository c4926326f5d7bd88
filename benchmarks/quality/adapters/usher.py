# SPDX-License-Identifier: Apache-2.0
"""Usher itself behind the harness's protocol: the shipped command, with blocked-words as its only rule.

usage: usher.py USHER RULES [--time SECONDS]

`usher review` reads one JSON string a line and answers with the handler's response, one a line; a message counts
as flagged when its ReviewResult is DENY. For times, which a pipe would blur, the command is asked itself:
`usher review --rules RULES --time SECONDS` answers with the same line of JSON as every adapter here.
"""
import json
import subprocess
import sys

usher, rules, *time = sys.argv[1:]
texts = [json.loads(line)["text"] for line in sys.stdin]
done = subprocess.run([usher, "review", "--rules", rules, *time], text=True, encoding="utf-8", stdout=subprocess.PIPE,
                      input="".join(json.dumps(text) + "\n" for text in texts))
if done.returncode:
    sys.exit(f"usher review ended with {done.returncode}")
if time:
    print(done.stdout.strip().splitlines()[-1])
else:
    for answer in done.stdout.splitlines():
        result = json.loads(answer)["ReviewResult"]
        if result not in ("ALLOW", "DENY"):
            sys.exit(f"not an answer: {answer[:80]}")
        print(int(result == "DENY"))
