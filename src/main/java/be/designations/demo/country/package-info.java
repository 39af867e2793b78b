/** An access model of the size of a country, made from a seed, to measure with; profile {@code demo} only. */
@NullMarked
package be.designations.demo.country;

import org.jspecify.annotations.NullMarked;
