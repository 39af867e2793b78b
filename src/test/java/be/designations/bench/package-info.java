/** Benchmarks: what the application costs, as ratios measured in one run. The profile {@code bench} runs them. */
@NullMarked
package be.designations.bench;

import org.jspecify.annotations.NullMarked;
