// SPDX-License-Identifier: Apache-2.0
package dev.usher.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What can be done with live rooms. */
// @formatter:off
@Command(name = "rooms", mixinStandardHelpOptions = true, synopsisHeading = "%nUsage: ",
        synopsisSubcommandLabel = "COMMAND",
        header = "Attaches rooms to the review function, and proves that they are moderated.",
        description = {
            "%nFor rooms that applications make at run time; those of a stack are the stack's own business. Works on"
                    + " the rooms of one AWS account in one Region, with the credentials, the Region and the profile"
                    + " that other AWS tools use. Keeps to the service's quota of 5 calls a second; 10,000 rooms take"
                    + " half an hour. May be interrupted at any time: the same command goes on where it was, since"
                    + " rooms that are as wished already are passed over.%n"},
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything is as wished",
            "1:a room is not, or could not be changed",
            "2:the command line, the credentials or the Region cannot be used",
            "130:interrupted"})
// @formatter:on
@SuppressWarnings("NullAway.Init") // picocli fills the field
final class RoomsCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "expected a command: list, attach, detach or prove");
    }
}
