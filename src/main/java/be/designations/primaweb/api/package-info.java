@NullMarked
package be.designations.primaweb.api;

import org.jspecify.annotations.NullMarked;
