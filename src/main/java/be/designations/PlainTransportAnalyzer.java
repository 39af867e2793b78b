package be.designations;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells whoever starts the application which way is open, without a stack trace. */
class PlainTransportAnalyzer extends AbstractFailureAnalyzer<PlainTransportException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, PlainTransportException cause) {
        return new FailureAnalysis(
                "The profile prod would send personal data over the network in the clear:"
                        + System.lineSeparator()
                        + "    "
                        + String.join(System.lineSeparator() + "    ", cause.sentences()),
                "Set them and start again. What each one is for stands in docker/README.md.",
                cause);
    }
}
