// SPDX-License-Identifier: Apache-2.0
package dev.usher.runtime;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.lang.reflect.InvocationTargetException;

/** Lambda's setting for the function: a class, such as {@code com.example.Function::handleRequest}. Immutable. */
record HandlerName(String className) {
    private static final String METHOD = "handleRequest";

    /** @throws IllegalArgumentException where another method is named */
    static HandlerName parse(String handler) {
        int colons = handler.indexOf("::");
        if (colons >= 0 && !handler.substring(colons + 2).equals(METHOD)) {
            throw new IllegalArgumentException(
                    "the handler: expected a class or Class::handleRequest, found \"" + handler + "\"");
        }
        return new HandlerName(colons < 0 ? handler : handler.substring(0, colons));
    }

    /**
     * The function, made by its constructor without arguments.
     *
     * @throws IllegalArgumentException where there is no such class, or it is no stream handler
     * @throws Throwable what the constructor throws
     */
    RequestStreamHandler make() throws Throwable {
        try {
            Object made = Class.forName(className).getConstructor().newInstance();
            if (made instanceof RequestStreamHandler function) {
                return function;
            }
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() == null ? thrown : thrown.getCause();
        } catch (ClassNotFoundException missing) {
            throw new IllegalArgumentException("no class " + className + " in the function's lib folder",
                    missing);
        } catch (NoSuchMethodException | InstantiationException | IllegalAccessException closed) {
            throw new IllegalArgumentException(
                    className + ": expected a public class with a public constructor without arguments",
                    closed);
        }
        throw new IllegalArgumentException(
                className + ": expected a RequestStreamHandler, the only kind that this"
                        + " runtime serves");
    }
}
