/** Who is signed in, how surely, in what language, and for which organisation that person acts. */
@NullMarked
package be.designations.security;

import org.jspecify.annotations.NullMarked;
