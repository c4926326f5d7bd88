// SPDX-License-Identifier: Apache-2.0
package dev.usher;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** The arrows of docs/ARCHITECTURE.md: packages are read from left to right, and never know what is to their right. */
final class HouseTest {
    private static final List<String> LEFT_TO_RIGHT = List.of("review", "state", "json", "text", "rules",
            "config");
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.usher");

    @Test
    void noPackageKnowsWhatIsToItsRight() {
        for (int i = 0; i < LEFT_TO_RIGHT.size() - 1; i++) {
            String[] toTheRight = LEFT_TO_RIGHT.subList(i + 1, LEFT_TO_RIGHT.size()).stream()
                    .map(name -> "dev.usher." + name + "..").toArray(String[]::new);
            check(noClasses().that().resideInAPackage("dev.usher." + LEFT_TO_RIGHT.get(i) + "..").should()
                    .dependOnClassesThat().resideInAnyPackage(toTheRight)
                    .because("a newcomer reads the packages in one direction"));
        }
    }

    @Test
    void theWordsKnowNoJson() {
        check(noClasses().that().resideInAPackage("dev.usher.json..").should().dependOnClassesThat()
                .resideInAnyPackage("dev.usher.review..")
                .because("JSON is a tool, and knows nothing of chat"));
    }

    @Test
    void nothingHereKnowsAws() {
        check(noClasses().should().dependOnClassesThat()
                .resideInAnyPackage("com.amazonaws..", "software.amazon..")
                .because("rules are tested and reused without Lambda"));
    }

    @Test
    void theEngineForPatternsStaysInItsRule() {
        check(noClasses().that().haveSimpleNameNotStartingWith("Pattern").should().dependOnClassesThat()
                .resideInAnyPackage("com.google.re2j..", "java.util.regex..")
                .because(
                        "a regex engine costs start-up time that only a chain with a pattern rule should pay"));
    }

    @Test
    void nothingLogsOrReflects() {
        check(noClasses().should().dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "org.slf4j..", "java.lang.reflect..")
                .because(
                        "both cost more at start-up than all the rules together, and chat text is never logged"));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(CLASSES);
    }
}
