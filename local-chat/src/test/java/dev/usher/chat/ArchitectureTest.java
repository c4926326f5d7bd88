// SPDX-License-Identifier: Apache-2.0
package dev.usher.chat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

final class ArchitectureTest {
    private static final JavaClasses CHAT = new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests()).importPackages("dev.usher.chat");

    @Test
    void aHandlerIsKnownByItsBytesOnly() {
        classes().that().resideInAPackage("dev.usher.chat..").should().onlyDependOnClassesThat()
                .resideInAnyPackage("dev.usher.chat..", "java..", "org.eclipse.jetty..", "org.h2.mvstore..",
                        "org.slf4j..",
                        "com.fasterxml.jackson..", "org.jspecify..", "org.junit.jupiter.api..")
                .because("the service knows no handler, so a handler that works here works there")
                .check(CHAT);
    }

    @Test
    void packagesReadOneWay() {
        layeredArchitecture().consideringOnlyDependenciesInLayers().layer("model")
                .definedBy("dev.usher.chat.model")
                .layer("invoke").definedBy("dev.usher.chat.invoke").layer("archive")
                .definedBy("dev.usher.chat.archive").layer("service")
                .definedBy("dev.usher.chat.service").layer("page").definedBy("dev.usher.chat.page")
                .layer("web")
                .definedBy("dev.usher.chat.web").layer("chat").definedBy("dev.usher.chat").layer("junit")
                .definedBy("dev.usher.chat.junit").whereLayer("junit").mayNotBeAccessedByAnyLayer()
                .whereLayer("chat").mayOnlyBeAccessedByLayers("junit").whereLayer("web")
                .mayOnlyBeAccessedByLayers("chat").whereLayer("page").mayOnlyBeAccessedByLayers("web", "chat")
                .whereLayer("service").mayOnlyBeAccessedByLayers("page", "web", "chat").whereLayer("archive")
                .mayOnlyBeAccessedByLayers("service", "chat").whereLayer("invoke")
                .mayOnlyBeAccessedByLayers("service", "page", "web", "chat")
                .because("a reader can begin at the model and never turn back").check(CHAT);
    }

    @Test
    void onlyTheWebPackageKnowsJetty() {
        noClasses().that().resideOutsideOfPackage("dev.usher.chat.web").should().dependOnClassesThat()
                .resideInAPackage("org.eclipse.jetty..")
                .because("users have other versions of Jetty on their test class paths").check(CHAT);
    }

    @Test
    void jettyIsInNoSignatureThatOthersSee() {
        noClasses().that().resideInAnyPackage("dev.usher.chat", "dev.usher.chat.junit").should()
                .dependOnClassesThat().resideInAnyPackage("org.eclipse.jetty..", "com.fasterxml.jackson..")
                .because("what users call must not tie them to our libraries").check(CHAT);
    }
}
