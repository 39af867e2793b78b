@NullMarked
package be.designations.takeover.web;

import org.jspecify.annotations.NullMarked;
