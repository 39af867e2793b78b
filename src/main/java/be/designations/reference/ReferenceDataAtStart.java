package be.designations.reference;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Loads the reference data before the first request, where {@code designations.reference-data.load} is true. */
@Component
@ConditionalOnProperty("designations.reference-data.load")
class ReferenceDataAtStart implements SmartInitializingSingleton {

    private final ReferenceData referenceData;

    ReferenceDataAtStart(ReferenceData referenceData) {
        this.referenceData = referenceData;
    }

    @Override
    public void afterSingletonsInstantiated() {
        referenceData.load();
    }
}
