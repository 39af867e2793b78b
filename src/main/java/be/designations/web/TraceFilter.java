package be.designations.web;

import be.designations.audit.AuditLog;
import be.designations.identifier.Niss;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request an id that its log lines, its audit entries and its answer carry: the caller's own when it is one,
 * so that both sides find the same request. <i>Source: Belgif REST guide, BelGov-Trace-Id.</i>
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TraceFilter extends OncePerRequestFilter {

    private static final String HEADER = "BelGov-Trace-Id";
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{1,36}");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String sent = request.getHeader(HEADER);
        String id = sent != null && isUsable(sent) ? sent : UUID.randomUUID().toString();
        response.setHeader(HEADER, id);
        MDC.put(AuditLog.TRACE_ID, id);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(AuditLog.TRACE_ID);
        }
    }

    /** A NISS would stay in the logs for ever. */
    private static boolean isUsable(String sent) {
        return FORM.matcher(sent).matches() && !Niss.isValid(sent);
    }
}
