/** The pages on which a right is asked for, and what the dossier shows of it. */
@NullMarked
package be.designations.requests.web;

import org.jspecify.annotations.NullMarked;
