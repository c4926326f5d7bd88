// SPDX-License-Identifier: Apache-2.0
// A minimal Runtime API loop for Node: AWS's own client loads more, so this flatters Node. With an argument, the
// folder of the npm package obscenity, the rule is that package; without, one trivial test.
import http from "node:http";
import { createRequire } from "node:module";

const [host, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(":");
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });

let isBad = (content) => content.toLowerCase().includes("shit");
if (process.argv[2]) {
  const { RegExpMatcher, englishDataset, englishRecommendedTransformers } =
    createRequire(process.argv[2] + "/")("obscenity");
  const matcher = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });
  isBad = (content) => matcher.hasMatch(content);
}

function call(method, path, body) {
  return new Promise((resolve, reject) => {
    const headers = body === undefined ? {} : { "Content-Length": Buffer.byteLength(body) };
    const request = http.request({ agent, host, port, method, path: "/2018-06-01/runtime/" + path, headers }, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () => resolve({ headers: response.headers, body: Buffer.concat(chunks) }));
    });
    request.on("error", reject);
    request.end(body);
  });
}

for (;;) {
  const next = await call("GET", "invocation/next");
  const event = JSON.parse(next.body.toString("utf8"));
  const answer = isBad(event.Content)
    ? { ReviewResult: "DENY", Attributes: { Reason: "Please mind your language." } }
    : { ReviewResult: "ALLOW", Content: event.Content, Attributes: event.Attributes };
  await call("POST", `invocation/${next.headers["lambda-runtime-aws-request-id"]}/response`, JSON.stringify(answer));
}
