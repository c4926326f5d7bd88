// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import dev.usher.cli.plan.LogNormal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a median and a p99, such as {@code 450ms/900ms} or {@code 0.2ms/0.6ms}; one alone is both. */
final class PlanTimes implements ITypeConverter<LogNormal> {
    private static final Pattern TIMES = Pattern.compile("([0-9.]{1,12})(ms|s)(?:/([0-9.]{1,12})(ms|s))?");

    @Override
    public LogNormal convert(String value) {
        Matcher times = TIMES.matcher(value);
        if (!times.matches()) {
            throw wrong(value);
        }
        try {
            double median = seconds(times.group(1), times.group(2));
            double p99 = times.group(3) == null ? median : seconds(times.group(3), times.group(4));
            return new LogNormal(median, p99);
        } catch (IllegalArgumentException unusable) {
            throw wrong(value);
        }
    }

    private static double seconds(String number, String unit) {
        return Double.parseDouble(number) / (unit.equals("ms") ? 1000 : 1);
    }

    private static TypeConversionException wrong(String value) {
        return new TypeConversionException(
                "expected a median and a p99 that is no less, such as 450ms/900ms, found \"" + value + "\"");
    }
}
