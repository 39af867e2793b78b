@NullMarked
package be.designations.primaweb.persistence;

import org.jspecify.annotations.NullMarked;
