package be.designations.upkeep;

import be.designations.audit.NissMask;
import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationFilter;
import java.util.List;
import org.springframework.stereotype.Component;

/** No NISS leaves with a trace or stays in a metric, whatever address somebody has typed. */
@Component
class TracedWithoutNumbers implements ObservationFilter {

    @Override
    public Observation.Context map(Observation.Context context) {
        List<KeyValue> unsafe = context.getHighCardinalityKeyValues().stream()
                .filter(value -> NissMask.isNeededFor(value.getValue()))
                .toList();
        unsafe.forEach(value ->
                context.addHighCardinalityKeyValue(KeyValue.of(value.getKey(), NissMask.mask(value.getValue()))));
        return context;
    }
}
