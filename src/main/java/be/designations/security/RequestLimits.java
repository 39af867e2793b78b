package be.designations.security;

import be.designations.limits.Limit;
import be.designations.limits.Limits;
import be.designations.rules.Rejection;
import be.designations.rules.TooManyException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what costs much and is asked too often, before anything of it is read. Other requests are not counted, and cost
 * nothing. <i>Source: OWASP ASVS 2.4.1.</i>
 */
class RequestLimits extends OncePerRequestFilter {

    private static final Pattern FILE = Pattern.compile(".*\\.(csv|pdf)");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

    /** Bytes: of the rest whoever has an address has as many as they like. */
    private static final int NETWORK = 8;

    private final Limits limits;
    private final Map<Limit, RequestMatcher> byAddress;
    private final Refusal refusal;

    /** @param byAddress what is limited for an address, as nobody is known yet, and which requests that are */
    RequestLimits(Limits limits, Map<Limit, RequestMatcher> byAddress, Refusal refusal) {
        this.limits = limits;
        this.byAddress = Map.copyOf(byAddress);
        this.refusal = refusal;
    }

    /** How it is told. */
    interface Refusal {

        void tell(HttpServletRequest request, HttpServletResponse response, TooManyException why) throws IOException;
    }

    /** The page that says so. */
    static void onPage(HttpServletRequest request, HttpServletResponse response, TooManyException why)
            throws IOException {
        SecurityEvent.LIMIT_REACHED.log("code", why.rejections().get(0).code());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(why.seconds()));
        response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Limit limit = limitOf(request);
        Optional<TooManyException> tooMany = limit == null
                ? Optional.empty()
                : limits.take(limit, whose(limit, request))
                        .map(wait -> new TooManyException(
                                Rejection.of("security.too-many-" + limit.code())
                                        .ofState(),
                                wait));
        if (tooMany.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        refusal.tell(request, response, tooMany.get());
    }

    private @Nullable Limit limitOf(HttpServletRequest request) {
        boolean signedIn = SignedIn.current().isPresent();
        if (signedIn && VisitorCheck.isMultipart(request)) {
            return Limit.UPLOADS;
        }
        for (Map.Entry<Limit, RequestMatcher> limited : byAddress.entrySet()) {
            if (limited.getValue().matches(request)) {
                return limited.getKey();
            }
        }
        // Decoded, as controllers are found.
        return signedIn && FILE.matcher(request.getServletPath()).matches() ? Limit.EXPORTS : null;
    }

    private String whose(Limit limit, HttpServletRequest request) {
        return byAddress.containsKey(limit)
                ? network(request.getRemoteAddr())
                : SignedIn.current().orElseThrow().getName();
    }

    /** The address itself, or the network of an IPv6 address. */
    @SuppressWarnings("AddressSelection") // It is the text of an address: no name is looked up.
    static String network(String address) {
        if (address.indexOf(':') < 0 || !IPV6.matcher(address).matches()) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length > NETWORK ? HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK)) : address;
        } catch (UnknownHostException noAddress) {
            return address;
        }
    }
}
