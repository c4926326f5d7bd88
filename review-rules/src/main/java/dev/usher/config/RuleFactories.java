// SPDX-License-Identifier: Apache-2.0
package dev.usher.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The built-in factories, which are made when a file names them, and those that the class path brings. */
final class RuleFactories {
    private final Map<String, RuleFactory> own;

    private RuleFactories(Map<String, RuleFactory> own) {
        this.own = own;
    }

    /**
     * The built-in ones and those of {@link ServiceLoader}.
     *
     * @throws RulesException where two are of one type
     */
    static RuleFactories found() throws RulesException {
        return with(ServiceLoader.load(RuleFactory.class, RuleFactory.class.getClassLoader()));
    }

    static RuleFactories with(Iterable<RuleFactory> own) throws RulesException {
        Map<String, RuleFactory> byType = new LinkedHashMap<>();
        List<String> faults = new ArrayList<>();
        for (RuleFactory factory : own) {
            if (BuiltIn.TYPES.contains(factory.type())
                    || byType.putIfAbsent(factory.type(), factory) != null) {
                faults.add(factory.getClass().getName() + ": the type \"" + factory.type() + "\" is taken");
            }
        }
        if (!faults.isEmpty()) {
            throw new RulesException(faults);
        }
        return new RuleFactories(byType);
    }

    /** The factory of that type; null where there is none. */
    @Nullable
    RuleFactory of(String type) {
        RuleFactory found = BuiltIn.factory(type);
        return found == null ? own.get(type) : found;
    }

    /** All types, in alphabetical order. */
    List<String> types() {
        TreeSet<String> types = new TreeSet<>(BuiltIn.TYPES);
        types.addAll(own.keySet());
        return List.copyOf(types);
    }
}
