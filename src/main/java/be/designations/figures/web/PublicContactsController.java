package be.designations.figures.web;

import be.designations.calendar.BelgianDates;
import be.designations.directory.Language;
import be.designations.export.Csv;
import be.designations.figures.Area;
import be.designations.figures.Found;
import be.designations.figures.Place;
import be.designations.figures.PublicContact;
import be.designations.figures.PublicContacts;
import be.designations.figures.Slice;
import be.designations.pages.Address;
import be.designations.pages.Inputs;
import be.designations.pages.NumberedPages;
import be.designations.pages.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the data protection officers are reached: a page that everybody reads, and the same as open data. */
@Controller
class PublicContactsController {

    /** For whoever uses the file; the page describes them. They stay: what is new comes after them. */
    static final List<String> COLUMNS = List.of(
            "enterprise_number",
            "nis_code",
            "name_fr",
            "name_nl",
            "name_de",
            "languages",
            "postal_code",
            "region",
            "province",
            "dpd_mailbox",
            "as_of",
            "licence");

    private static final String LICENCE = "CC0-1.0";
    private static final String LICENCE_ADDRESS = "https://creativecommons.org/publicdomain/zero/1.0/";
    private static final String PAGE = "/dpd-contacts";
    private static final String FILE = PAGE + ".csv";
    private static final int LINES_A_PAGE = 50;
    private static final int LONGEST = 60;
    private static final CacheControl A_WHILE =
            CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic();

    private final PublicContacts contacts;

    PublicContactsController(PublicContacts contacts) {
        this.contacts = contacts;
    }

    @GetMapping(PAGE)
    String contacts(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(name = "place", defaultValue = "") String code,
            @RequestParam(name = "page", defaultValue = "1") String number,
            Page page,
            HttpServletResponse response) {
        String text = Inputs.line(q, LONGEST);
        Place place = Place.of(code).orElse(null);
        int asked = number.matches("[0-9]{1,4}") ? Math.max(1, Integer.parseInt(number)) : 1;
        Found<PublicContact> found = contacts.find(text, place, page.language(), new Slice(asked, LINES_A_PAGE));
        shared(page, response)
                .with("q", text)
                .with("place", place == null ? "" : place.code())
                .with("options", FigurePlaces.options(page))
                .with("contacts", found.lines())
                .with(
                        "provinces",
                        found.lines().stream()
                                .map(contact -> FigurePlaces.name(contact.region(), contact.province(), page))
                                .toList())
                .with("total", found.total())
                .with("pages", NumberedPages.of(found.page(), found.total(), LINES_A_PAGE, to -> Address.of(PAGE)
                        .with("lang", page.language().code())
                        .with("q", text)
                        .with("place", place == null ? null : place.code())
                        .with("page", to)
                        .toString()));
        return "figures/contacts";
    }

    /** What the file holds. */
    @GetMapping(PAGE + "/about")
    String about(Page page, HttpServletResponse response) {
        shared(page, response)
                .with("columns", COLUMNS)
                .with("licence", LICENCE)
                .with("licenceAddress", LICENCE_ADDRESS);
        return "figures/contacts-about";
    }

    /** It depends on the language alone, which the links say; without them on what a browser sends. */
    private Page shared(Page page, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, A_WHILE.getHeaderValue());
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        response.addHeader(HttpHeaders.VARY, HttpHeaders.COOKIE);
        return page.with("lang", page.language().code())
                .with("language", page.language())
                .with("file", FILE)
                .with("asOf", new BelgianDates().day(contacts.today()));
    }

    /** The same bytes all day while nothing changes: whoever has them is told so. */
    @GetMapping(FILE)
    ResponseEntity<byte[]> file() {
        LocalDate today = contacts.today();
        var file = new StringBuilder("\ufeff").append(Csv.line(COLUMNS.toArray()));
        contacts.all().forEach(contact -> file.append(line(contact, today)));
        byte[] content = file.toString().getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .cacheControl(A_WHILE)
                .eTag(DigestUtils.md5DigestAsHex(content))
                .header(HttpHeaders.LINK, "<" + LICENCE_ADDRESS + ">; rel=\"license\"")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("dpd-contacts-" + today + ".csv")
                                .build()
                                .toString())
                .body(content);
    }

    private static String line(PublicContact contact, LocalDate today) {
        return Csv.line(
                contact.number().value(),
                contact.nisCode(),
                contact.name().fr(),
                contact.name().nl(),
                contact.name().de(),
                contact.languages().stream().map(Language::code).collect(Collectors.joining(" ")),
                contact.postalCode(),
                contact.region().code(),
                Area.of(contact.region(), contact.province())
                        .filter(area -> area != Area.BRUSSELS)
                        .map(Area::code)
                        .orElse(null),
                contact.mailbox(),
                today,
                LICENCE);
    }
}
