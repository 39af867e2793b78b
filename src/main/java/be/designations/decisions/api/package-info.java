/** The endpoints of the OpenID AuthZEN Authorization API 1.0. */
@NullMarked
package be.designations.decisions.api;

import org.jspecify.annotations.NullMarked;
