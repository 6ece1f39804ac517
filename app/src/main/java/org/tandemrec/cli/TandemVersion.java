package org.tandemrec.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of the program, as its jar's manifest states it. */
final class TandemVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        Optional<String> version =
                Optional.ofNullable(TandemVersion.class.getPackage().getImplementationVersion());
        return new String[] {"tandem " + version.orElse("(not packaged)")};
    }
}
