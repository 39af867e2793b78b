package be.designations.security;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The sign-in service, {@code designations.oidc.*}.
 *
 * @param issuer      address of the issuer, with a discovery document below it
 * @param apiAudience what an access token for the API must name as its audience: one that was made out for another
 *                    application, or an ID token, opens nothing
 * @param apiClients  the clients whose tokens the API takes
 * @param acrValues   how surely the service is asked to recognise people; what it answers counts
 */
@ConfigurationProperties("designations.oidc")
record OidcProperties(
        String issuer,
        String clientId,
        String clientSecret,
        @DefaultValue({"openid", "profile", "egovnrn"}) List<String> scopes,
        @DefaultValue("designations-api") String apiAudience,
        @DefaultValue List<String> apiClients,
        @DefaultValue("urn:be:fedict:iam:fas:Level450") String acrValues) {}
