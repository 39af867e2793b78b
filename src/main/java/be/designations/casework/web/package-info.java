/** The pages that every kind of dossier has: lists of work and of dossiers, and the drawings of the processes. */
@NamedInterface("web")
@NullMarked
package be.designations.casework.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
