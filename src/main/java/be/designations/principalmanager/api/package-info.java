/** Designating a principal access manager over HTTP. */
@NullMarked
package be.designations.principalmanager.api;

import org.jspecify.annotations.NullMarked;
