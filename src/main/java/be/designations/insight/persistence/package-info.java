/** The access model as it is read: lists by page, facts with their grounds, and what of them a reader may see. */
@NullMarked
package be.designations.insight.persistence;

import org.jspecify.annotations.NullMarked;
