package be.designations.security;

import be.designations.directory.PersonId;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Repository;

/** Which sessions somebody has, on whichever node, and ending them from elsewhere. */
@Repository
class Sessions {

    private final FindByIndexNameSessionRepository<? extends Session> kept;
    private final JdbcClient jdbc;

    Sessions(FindByIndexNameSessionRepository<? extends Session> kept, JdbcClient jdbc) {
        this.kept = kept;
        this.jdbc = jdbc;
    }

    /**
     * A session of somebody.
     *
     * @param key stands for it on a page, where its id, by which one is signed in, has no place
     */
    record Open(String key, Instant begun, Instant lastUsed) {}

    /** What that person has open, the last used first. */
    List<Open> of(PersonId person) {
        return kept.findByPrincipalName(person.toString()).values().stream()
                .filter(session -> !session.isExpired())
                .map(session ->
                        new Open(key(session.getId()), session.getCreationTime(), session.getLastAccessedTime()))
                .sorted(Comparator.comparing(Open::lastUsed).reversed())
                .toList();
    }

    /** Ends that session of the person's own; one that has ended meanwhile, or is somebody else's, is not there. */
    void end(PersonId person, String key) {
        kept.findByPrincipalName(person.toString()).keySet().stream()
                .filter(id -> key(id).equals(key))
                .forEach(kept::deleteById);
    }

    static String key(String sessionId) {
        return digest(sessionId);
    }

    /**
     * Remembers from which session at the sign-in service this one comes. The name of an attribute says it, for only names
     * can be searched.
     */
    static void keepOrigin(HttpSession session, OidcIdToken token) {
        session.setAttribute(ofSubject(token.getSubject()), true);
        String sid = token.getClaimAsString("sid");
        if (sid != null) {
            session.setAttribute(ofSession(sid), true);
        }
    }

    /**
     * Ends the sessions that come from what ended at the sign-in service: one session there, or all of a person.
     *
     * @return how many
     */
    int endThoseOf(OidcLogoutToken token) {
        String origin = token.getSessionId() == null ? ofSubject(token.getSubject()) : ofSession(token.getSessionId());
        List<String> ids =
                jdbc.sql("""
                        select s.session_id from spring_session s
                          join spring_session_attributes a on a.session_primary_id = s.primary_id
                         where a.attribute_name = :origin and a.attribute_name like 'csam.%'""").param("origin", origin).query(String.class).list();
        ids.forEach(kept::deleteById);
        return ids.size();
    }

    private static String ofSession(String sid) {
        return "csam.session." + digest(sid);
    }

    private static String ofSubject(String subject) {
        return "csam.subject." + digest(subject);
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
