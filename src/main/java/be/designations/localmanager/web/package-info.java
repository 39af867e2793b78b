/** The page on which the principal access manager changes a local manager. */
@NullMarked
package be.designations.localmanager.web;

import org.jspecify.annotations.NullMarked;
