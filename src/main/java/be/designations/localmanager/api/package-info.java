/** The change of a local manager as JSON. */
@NullMarked
package be.designations.localmanager.api;

import org.jspecify.annotations.NullMarked;
