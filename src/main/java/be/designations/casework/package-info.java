/** What every dossier has: number, status, timeline, documents, work and deadlines. */
@NullMarked
package be.designations.casework;

import org.jspecify.annotations.NullMarked;
