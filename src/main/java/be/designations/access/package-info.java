/** Who manages what and who may use what: qualities, responsibilities, rights, and the rules on them. */
@NullMarked
package be.designations.access;

import org.jspecify.annotations.NullMarked;
