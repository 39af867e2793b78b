/** Changes of local managers in PostgreSQL. */
@NullMarked
package be.designations.localmanager.persistence;

import org.jspecify.annotations.NullMarked;
