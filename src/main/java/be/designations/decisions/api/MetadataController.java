package be.designations.decisions.api;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What there is to ask, and where; for anybody. <i>Source: Authorization API 1.0 §9.</i> */
@RestController
class MetadataController {

    private final Map<String, String> metadata = new LinkedHashMap<>();

    MetadataController(@Value("${designations.public-address}") String publicAddress) {
        String address = publicAddress.replaceFirst("/+$", "");
        metadata.put("policy_decision_point", address);
        metadata.put("access_evaluation_endpoint", address + Evaluations.ONE);
        metadata.put("access_evaluations_endpoint", address + Evaluations.SEVERAL);
        metadata.put("search_subject_endpoint", address + SearchController.SUBJECTS);
        metadata.put("search_resource_endpoint", address + SearchController.RESOURCES);
        metadata.put("search_action_endpoint", address + SearchController.ACTIONS);
    }

    @GetMapping(DecisionApi.WELL_KNOWN)
    ResponseEntity<Map<String, String>> metadata() {
        return DecisionApi.json()
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(metadata);
    }
}
