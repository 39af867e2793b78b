/** The pages of entities, qualities and people: who manages what, who may do what, since when and why. */
@NamedInterface("web")
@NullMarked
package be.designations.insight.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
