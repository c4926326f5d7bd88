// SPDX-License-Identifier: Apache-2.0

// A minimal Runtime API loop with one trivial rule, standard library only.
package main

import (
	"bytes"
	"encoding/json"
	"net/http"
	"os"
	"strings"
)

type event struct {
	Content    string
	Attributes map[string]string
}

type answer struct {
	ReviewResult string
	Content      string            `json:",omitempty"`
	Attributes   map[string]string `json:",omitempty"`
}

func main() {
	root := "http://" + os.Getenv("AWS_LAMBDA_RUNTIME_API") + "/2018-06-01/runtime/invocation/"
	for {
		next, err := http.Get(root + "next")
		if err != nil {
			panic(err)
		}
		var e event
		if err := json.NewDecoder(next.Body).Decode(&e); err != nil {
			panic(err)
		}
		next.Body.Close()
		a := answer{ReviewResult: "ALLOW", Content: e.Content, Attributes: e.Attributes}
		if strings.Contains(strings.ToLower(e.Content), "shit") {
			a = answer{ReviewResult: "DENY"}
		}
		body, _ := json.Marshal(a)
		done, err := http.Post(root+next.Header.Get("Lambda-Runtime-Aws-Request-Id")+"/response", "application/json", bytes.NewReader(body))
		if err != nil {
			panic(err)
		}
		done.Body.Close()
	}
}
