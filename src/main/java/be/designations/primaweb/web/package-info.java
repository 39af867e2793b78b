@NullMarked
package be.designations.primaweb.web;

import org.jspecify.annotations.NullMarked;
