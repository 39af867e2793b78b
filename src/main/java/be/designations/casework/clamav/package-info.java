/** The virus scanner ClamAV, asked over the network. */
@NullMarked
package be.designations.casework.clamav;

import org.jspecify.annotations.NullMarked;
