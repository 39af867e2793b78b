package be.designations.demo;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

class DemoStartFailureAnalyzer extends AbstractFailureAnalyzer<DemoStartException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DemoStartException cause) {
        return new FailureAnalysis(cause.getMessage(), cause.remedy(), rootFailure);
    }
}
