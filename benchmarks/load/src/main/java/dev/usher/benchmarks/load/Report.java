// SPDX-License-Identifier: Apache-2.0
package dev.usher.benchmarks.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

record Report(List<Scenario> scenarios, SlowReader slow) {
    void write(Path docs) throws IOException {
        throw new IOException("not yet " + docs);
    }
}
