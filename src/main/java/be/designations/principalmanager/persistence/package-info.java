/** The requests and drafts as they are stored. */
@NullMarked
package be.designations.principalmanager.persistence;

import org.jspecify.annotations.NullMarked;
