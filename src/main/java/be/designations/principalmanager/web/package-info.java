/** The pages on which a principal access manager is designated. */
@NullMarked
package be.designations.principalmanager.web;

import org.jspecify.annotations.NullMarked;
