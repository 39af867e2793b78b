/** People and organisations, what links them, and who acts for whom. */
@NullMarked
package be.designations.directory;

import org.jspecify.annotations.NullMarked;
