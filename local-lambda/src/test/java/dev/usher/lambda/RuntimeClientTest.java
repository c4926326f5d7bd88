// SPDX-License-Identifier: Apache-2.0
package dev.usher.lambda;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class RuntimeClientTest {
    @ParameterizedTest
    @CsvSource({"amd64, false, linux-x86_64", "aarch64, false, linux-aarch_64",
        "amd64, true, linux_musl-x86_64"})
    void namesTheMachineAsAwsDoes(String architecture, boolean musl, String platform) {
        assertThat(RuntimeClient.platform("Linux", architecture, musl)).isEqualTo(platform);
    }

    @ParameterizedTest
    @CsvSource({"Mac OS X, aarch64", "Windows 11, amd64", "Linux, riscv64"})
    void refusesMachinesThatAwsHasNoClientFor(String system, String architecture) {
        assertThatThrownBy(() -> RuntimeClient.platform(system, architecture, false))
                .isInstanceOf(UnsupportedOperationException.class).hasMessageContaining(system)
                .hasMessageContaining("Linux on x86-64 and arm64 only");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void saysWhereItLooked(@TempDir Path folder) {
        assertThatThrownBy(() -> RuntimeClient.in(folder)).isInstanceOf(IOException.class)
                .hasMessage("no Lambda runtime client in " + folder);
    }
}
