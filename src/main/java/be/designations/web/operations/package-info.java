/** What the support desk looks after: mails that did not leave, what runs by itself, and the audit log. */
@NullMarked
package be.designations.web.operations;

import org.jspecify.annotations.NullMarked;
