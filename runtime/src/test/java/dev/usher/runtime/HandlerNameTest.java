// SPDX-License-Identifier: Apache-2.0
package dev.usher.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

public final class HandlerNameTest {
    /** A function that does nothing. */
    public static final class Idle implements RequestStreamHandler {
        @Override
        public void handleRequest(InputStream event, OutputStream response, Context context) {}
    }

    /** A function that cannot be made. */
    public static final class Faulty implements RequestStreamHandler {
        public Faulty() {
            throw new IllegalArgumentException("USHER_RULES: cannot read it");
        }

        @Override
        public void handleRequest(InputStream event, OutputStream response, Context context) {}
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev.usher.runtime.HandlerNameTest$Idle",
        "dev.usher.runtime.HandlerNameTest$Idle::handleRequest"})
    void makesTheFunction(String name) throws Throwable {
        assertThat(HandlerName.parse(name).make()).isInstanceOf(Idle.class);
    }

    @Test
    void aConstructorsOwnFaultIsWhatIsTold() {
        assertThatThrownBy(() -> HandlerName.parse(Faulty.class.getName()).make())
                .isInstanceOf(IllegalArgumentException.class).hasMessage("USHER_RULES: cannot read it");
    }

    @Test
    void otherMethodsAndKindsAreRefused() {
        assertThatThrownBy(() -> HandlerName.parse("a.B::other"))
                .hasMessageContaining("Class::handleRequest");
        assertThatThrownBy(() -> HandlerName.parse("no.such.Class").make())
                .hasMessageContaining("no class no.such.Class");
        assertThatThrownBy(() -> HandlerName.parse("java.lang.Object").make())
                .hasMessageContaining("expected a RequestStreamHandler");
        assertThatThrownBy(() -> HandlerName.parse("java.lang.Integer").make())
                .hasMessageContaining("without arguments");
    }
}
