@NullMarked
package be.designations.takeover.persistence;

import org.jspecify.annotations.NullMarked;
