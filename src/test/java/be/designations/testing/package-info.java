/** What the integration tests of all modules share: a database, a mail server, one annotation. */
@NullMarked
package be.designations.testing;

import org.jspecify.annotations.NullMarked;
