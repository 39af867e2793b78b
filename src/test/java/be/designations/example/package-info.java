/** A kind of dossier of the tests: all that one needs, and nothing else. CONTRIBUTING tells how it came about. */
@NullMarked
package be.designations.example;

import org.jspecify.annotations.NullMarked;
