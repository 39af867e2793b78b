package be.designations;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells whoever starts the application what to set, without a stack trace. */
class MissingSettingsAnalyzer extends AbstractFailureAnalyzer<MissingSettingsException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, MissingSettingsException cause) {
        return new FailureAnalysis(
                "The profile prod needs these environment variables, which are not set:"
                        + System.lineSeparator()
                        + "    "
                        + String.join(System.lineSeparator() + "    ", cause.variables()),
                "Set them and start again. What each one is for stands in docker/README.md.",
                cause);
    }
}
