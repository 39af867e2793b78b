package be.designations.management.web;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Where every page of managing stands in the navigation. */
@ControllerAdvice(basePackageClasses = ManagementAttributes.class)
class ManagementAttributes {

    @ModelAttribute("section")
    String section() {
        return "entities";
    }
}
