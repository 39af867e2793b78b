package be.designations.casework;

import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The comments on dossiers, as they are stored. */
public interface Comments {

    /** Those of a dossier, the first first: all that everybody reads, and the internal ones of these sides. */
    List<Comment> of(CaseId dossier, Set<Side> sides);

    /** The one that person wrote last in that dossier. */
    Optional<Comment> lastOf(CaseId dossier, PersonId author);

    int count(CaseId dossier);

    void add(CaseId dossier, Comment comment);

    /** Takes its words away. */
    void withdraw(CommentId comment, Instant at);
}
