# SPDX-License-Identifier: Apache-2.0
"""Usher itself behind the harness's protocol: the shipped command, with blocked-words as its only rule.

usage: usher.py USHER RULES TIMES... [--time SECONDS]

`usher review` reads one JSON string a line and answers with the handler's response, one a line; a message counts
as flagged when its ReviewResult is DENY. Messages are cut at 500 code points, which no room of the service exceeds.
For times, which a pipe would blur, TIMES is the command of a class that calls the same engine.
"""
import json
import subprocess
import sys

LONGEST = 500

usher, rules, *rest = sys.argv[1:]
texts = [json.loads(line)["text"][:LONGEST] for line in sys.stdin]
if "--time" in rest:
    at = rest.index("--time")
    lines = "".join(" ".join(text.splitlines()) + "\n" for text in texts)
    done = subprocess.run([*rest[:at], rest[at + 1]], text=True, encoding="utf-8", stdout=subprocess.PIPE, input=lines)
    if done.returncode:
        sys.exit(f"the timed class ended with {done.returncode}")
    print(done.stdout.strip())
    sys.exit()
done = subprocess.run([usher, "review", "--rules", rules], text=True, encoding="utf-8", stdout=subprocess.PIPE,
                      input="".join(json.dumps(text) + "\n" for text in texts))
if done.returncode:
    sys.exit(f"usher review ended with {done.returncode}")
for answer in done.stdout.splitlines():
    result = json.loads(answer)["ReviewResult"]
    if result not in ("ALLOW", "DENY"):
        sys.exit(f"not an answer: {answer[:80]}")
    print(int(result == "DENY"))
