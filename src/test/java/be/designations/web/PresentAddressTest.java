package be.designations.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class PresentAddressTest {

    private final PresentAddress address = new PresentAddress();

    @Test
    void path_and_filters_stay_and_the_former_language_goes() {
        var request = new MockHttpServletRequest("GET", "/cases");
        request.setQueryString("status=open&lang=de&page=2");

        assertThat(address.currentAddress(request)).isEqualTo("/cases?status=open&page=2");
    }

    @Test
    void a_lone_language_leaves_no_query() {
        var request = new MockHttpServletRequest("GET", "/help");
        request.setQueryString("lang=de");

        assertThat(address.currentAddress(request)).isEqualTo("/help");
    }

    @Test
    void the_context_path_is_left_to_the_link() {
        var request = new MockHttpServletRequest("GET", "/designations/help");
        request.setContextPath("/designations");

        assertThat(address.currentAddress(request)).isEqualTo("/help");
    }

    @Test
    void an_error_page_keeps_the_address_that_failed() {
        var request = new MockHttpServletRequest("GET", "/error");
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/cases/unknown");

        assertThat(address.currentAddress(request)).isEqualTo("/cases/unknown");
    }

    @Test
    void an_answer_to_a_post_has_no_address_to_come_back_to() {
        assertThat(address.currentAddress(new MockHttpServletRequest("POST", "/cases")))
                .isEqualTo("/");
    }

    @Test
    void a_double_slash_never_leads_to_another_host() {
        assertThat(address.currentAddress(new MockHttpServletRequest("GET", "//example.org/x")))
                .isEqualTo("/example.org/x");
    }
}
