package be.designations.catalogue;

import static be.designations.catalogue.CatalogueKinds.APPLICATION;
import static be.designations.catalogue.CatalogueKinds.DOMAIN;
import static be.designations.catalogue.CatalogueKinds.ROLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import be.designations.access.CapacitiesFixture;
import be.designations.access.DomainCode;
import be.designations.access.Quality;
import be.designations.access.QualityId;
import be.designations.access.QualityKind;
import be.designations.access.Translated;
import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.directory.Actor;
import be.designations.directory.Language;
import be.designations.directory.NewPerson;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationId;
import be.designations.directory.OrganisationKind;
import be.designations.directory.PersonId;
import be.designations.directory.SignInLevel;
import be.designations.identifier.EnterpriseNumber;
import be.designations.identifier.Niss;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.testing.InMemoryAccessModel;
import be.designations.testing.InMemoryDirectory;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ListAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;

/** Who may edit the catalogue, and what may stand in it. */
class CatalogueEditingTest {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final DomainCode SOCIAL = new DomainCode("SOCIAL_SECURITY");
    private static final DomainCode FINANCE = new DomainCode("FINANCE");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final InMemoryDirectory directory = new InMemoryDirectory();
    private final InMemoryAccessModel access = new InMemoryAccessModel(directory);
    private final InMemoryCatalogue store = new InMemoryCatalogue();
    private final AuditLog audit = mock(AuditLog.class);
    private final CatalogueEditing editing =
            new CatalogueEditing(CapacitiesFixture.of(access, CLOCK), store, directory, audit, CLOCK);

    private final Organisation support = organisation(OrganisationKind.SUPPORT, "0999000030");
    private final Organisation cpas = organisation(OrganisationKind.CPAS, "0999000129");
    private final PersonId suzanne = person("85073003328", "Suzanne");
    private final PersonId simon = person("17073003384", "Simon");
    private final Actor agent = new Actor(suzanne, support.id(), SignInLevel.ITSME);
    private final Actor colleague = new Actor(simon, support.id(), SignInLevel.EID);

    CatalogueEditingTest() {
        QualityId desk = quality(support);
        store.saveDomain(
                new CatalogueEntry<>(new Domain(SOCIAL, 10, names("Sécurité sociale"), false), 1, null, null, null));
        store.saveDomain(new CatalogueEntry<>(new Domain(FINANCE, 20, names("Finances"), false), 1, null, null, null));
        access.addRight(suzanne, "SUPPORT_AGENT", desk, LONG_AGO);
        access.addRight(simon, "SUPPORT_AGENT", desk, LONG_AGO);
    }

    @Test
    void an_application_is_added_with_what_the_agent_says() {
        CatalogueEntry<Application> added = editing.add(APPLICATION, agent, "PRIMA_WEB", social("PRIMA-WEB"));

        assertThat(added.version()).isEqualTo(1);
        assertThat(added.changedBy()).isEqualTo(suzanne);
        assertThat(store.findApplication("PRIMA_WEB")).contains(added);
        assertThat(added.item())
                .isEqualTo(new Application(
                        "PRIMA_WEB",
                        names("PRIMA-WEB"),
                        names(""),
                        QualityKind.SOCIAL_ACTION,
                        SOCIAL,
                        new SignInLevel(400),
                        false));
    }

    @Test
    void nobody_but_agents_of_the_support_desk_reads_or_changes_it() {
        editing.add(APPLICATION, agent, "PRIMA_WEB", social("PRIMA-WEB"));
        editing.add(ROLE, agent, "SOCIAL_WORKER", roleOf("PRIMA_WEB"));
        PersonId stranger = person("98472899765", "Sophie");
        access.addRight(stranger, "SUPPORT_AGENT", quality(cpas), LONG_AGO);

        for (Actor other : List.of(
                new Actor(stranger, cpas.id(), SignInLevel.EID),
                new Actor(stranger, support.id(), SignInLevel.EID),
                new Actor(suzanne, cpas.id(), SignInLevel.EID),
                new Actor(suzanne, support.id(), new SignInLevel(400)))) {
            for (ThrowingCallable operation : List.<ThrowingCallable>of(
                    () -> editing.applications(other, "", null),
                    () -> editing.roles(other, "", null),
                    () -> editing.entry(APPLICATION, other, "PRIMA_WEB"),
                    () -> editing.entry(ROLE, other, "SOCIAL_WORKER"),
                    () -> editing.add(APPLICATION, other, "IRIS", social("IRIS")),
                    () -> editing.change(APPLICATION, other, "PRIMA_WEB", 1, social("Autre")),
                    () -> editing.retire(APPLICATION, other, "PRIMA_WEB", 1),
                    () -> editing.bringBack(APPLICATION, other, "PRIMA_WEB", 1),
                    () -> editing.domains(other),
                    () -> editing.entry(DOMAIN, other, "FINANCE"),
                    () -> editing.add(DOMAIN, other, "HEALTH", new DomainDetails(names("Santé"))),
                    () -> editing.change(DOMAIN, other, "FINANCE", 1, new DomainDetails(names("Impôts"))),
                    () -> editing.retire(DOMAIN, other, "FINANCE", 1),
                    () -> editing.bringBack(DOMAIN, other, "FINANCE", 1),
                    () -> editing.add(ROLE, other, "READER", roleOf("PRIMA_WEB")),
                    () -> editing.change(ROLE, other, "SOCIAL_WORKER", 1, roleOf("PRIMA_WEB")),
                    () -> editing.retire(ROLE, other, "SOCIAL_WORKER", 1),
                    () -> editing.bringBack(ROLE, other, "SOCIAL_WORKER", 1))) {
                assertThatThrownBy(operation).isInstanceOf(NotAllowedException.class);
            }
        }
        assertThat(recorded())
                .extracting(AuditEvent::operation)
                .containsExactly("catalogue.application-added", "catalogue.role-added");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "A",
                "prima",
                "1PRIMA",
                "PRIMA-WEB",
                "PRIMA WEB",
                "PRIMAÉ",
                "A2345678901234567890123456789012345678901"
            })
    void a_code_is_written_in_capitals_digits_and_underscores(String code) {
        refused(() -> editing.add(APPLICATION, agent, code, social("Nom"))).containsExactly("code: catalogue.code");
        assertThat(store.findApplication(code)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A2", "FSE", "A234567890123456789012345678901234567890"})
    void a_code_has_two_to_forty_characters(String code) {
        assertThat(editing.add(APPLICATION, agent, code, social("Nom")).item().code())
                .isEqualTo(code);
    }

    @Test
    void a_code_is_used_once() {
        editing.add(APPLICATION, agent, "PRIMA_WEB", social("PRIMA-WEB"));
        editing.add(ROLE, agent, "SOCIAL_WORKER", roleOf("PRIMA_WEB"));

        refused(() -> editing.add(APPLICATION, agent, "PRIMA_WEB", social("Autre")))
                .containsExactly("code: catalogue.code-taken");
        refused(() -> editing.add(APPLICATION, colleague, "PRIMA_WEB", social("PRIMA-WEB")))
                .containsExactly("code: catalogue.code-taken");
        refused(() -> editing.add(ROLE, colleague, "SOCIAL_WORKER", roleOf("PRIMA_WEB")))
                .containsExactly("code: catalogue.code-taken");
    }

    @Test
    void a_domain_is_added_behind_the_others_and_renamed_once() {
        Domain added = editing.add(DOMAIN, agent, "HEALTH", new DomainDetails(names(" Santé ")))
                .item();
        var again = editing.add(DOMAIN, agent, "HEALTH", new DomainDetails(names("Santé")));
        var renamed = editing.change(DOMAIN, colleague, "HEALTH", 1, new DomainDetails(names("Soins")));

        assertThat(added.position()).isEqualTo(30);
        assertThat(added.name()).isEqualTo(names("Santé"));
        assertThat(again.version()).isEqualTo(1);
        assertThat(renamed.version()).isEqualTo(2);
        assertThat(renamed.item().position()).isEqualTo(30);
        refused(() -> editing.change(DOMAIN, agent, "HEALTH", 1, new DomainDetails(names("Autre"))))
                .containsExactly("null: catalogue.changed-meanwhile");
        refused(() -> editing.add(DOMAIN, agent, "health", new DomainDetails(names("x"))))
                .containsExactly("code: catalogue.code");
        refused(() -> editing.add(DOMAIN, colleague, "FINANCE", new DomainDetails(names("Finances"))))
                .containsExactly("code: catalogue.code-taken");
    }

    @Test
    void a_domain_with_applications_is_not_retired() {
        editing.add(APPLICATION, agent, "CUSTOMS", in(FINANCE));

        refused(() -> editing.retire(DOMAIN, agent, "FINANCE", 1))
                .containsExactly("null: catalogue.domain-has-applications");

        editing.retire(APPLICATION, agent, "CUSTOMS", 1);
        assertThat(editing.retire(DOMAIN, agent, "FINANCE", 1).item().retired()).isTrue();
        refused(() -> editing.add(APPLICATION, agent, "TAXES", in(FINANCE)))
                .containsExactly("domain: catalogue.domain-retired");
        refused(() -> editing.bringBack(APPLICATION, agent, "CUSTOMS", 2))
                .containsExactly("null: catalogue.domain-retired");
        editing.bringBack(DOMAIN, agent, "FINANCE", 2);
        assertThat(editing.bringBack(APPLICATION, agent, "CUSTOMS", 2).item().retired())
                .isFalse();
    }

    @Test
    void an_application_belongs_to_a_domain_that_exists() {
        refused(() -> editing.add(APPLICATION, agent, "CUSTOMS", in(new DomainCode("WEATHER"))))
                .containsExactly("domain: catalogue.domain-required");
    }

    @Test
    void a_role_is_of_the_domains_of_all_that_it_opens() {
        editing.add(APPLICATION, agent, "PRIMA_WEB", social("PRIMA-WEB"));
        editing.add(APPLICATION, agent, "CUSTOMS", in(FINANCE));

        assertThat(editing.add(ROLE, agent, "CLERK", roleOf("CUSTOMS")).item().domains())
                .containsExactly(FINANCE);
        assertThat(editing.add(ROLE, agent, "BOTH", roleOf("CUSTOMS", "PRIMA_WEB"))
                        .item()
                        .domains())
                .containsExactlyInAnyOrder(FINANCE, SOCIAL);
    }

    private static ApplicationDetails in(DomainCode domain) {
        return new ApplicationDetails(names("Customs"), names(""), QualityKind.SOCIAL_ACTION, domain, SignInLevel.EID);
    }

    @Test
    void a_name_stands_in_all_three_languages() {
        var details = new ApplicationDetails(
                new Translated(" \t", "Naam", ""), names(""), QualityKind.SOCIAL_ACTION, SOCIAL, SignInLevel.EID);

        refused(() -> editing.add(APPLICATION, agent, "IRIS", details))
                .containsExactly("name.fr: catalogue.name-required", "name.de: catalogue.name-required");
    }

    @Test
    void a_name_has_150_characters_at_most() {
        editing.add(APPLICATION, agent, "IRIS", social("x".repeat(150)));

        refused(() -> editing.add(APPLICATION, agent, "IRIS_2", social("x".repeat(151))))
                .containsExactly(
                        "name.fr: catalogue.name-too-long",
                        "name.nl: catalogue.name-too-long",
                        "name.de: catalogue.name-too-long");
    }

    @Test
    void a_description_stands_in_all_languages_or_in_none() {
        var details = new ApplicationDetails(
                names("IRIS"), new Translated("", "", "Text"), QualityKind.SOCIAL_ACTION, SOCIAL, SignInLevel.EID);

        refused(() -> editing.add(APPLICATION, agent, "IRIS", details))
                .containsExactly(
                        "description.fr: catalogue.description-incomplete",
                        "description.nl: catalogue.description-incomplete");
    }

    @Test
    void a_description_has_500_characters_at_most() {
        var details = new ApplicationDetails(
                names("IRIS"),
                new Translated("x".repeat(501), "x".repeat(500), "x"),
                QualityKind.SOCIAL_ACTION,
                SOCIAL,
                SignInLevel.EID);

        refused(() -> editing.add(APPLICATION, agent, "IRIS", details))
                .containsExactly("description.fr: catalogue.description-too-long");
    }

    @Test
    void an_application_belongs_to_a_quality_and_needs_a_level() {
        var details = new ApplicationDetails(names("IRIS"), names(""), null, null, null);

        refused(() -> editing.add(APPLICATION, agent, "IRIS", details))
                .containsExactly(
                        "quality: catalogue.quality-required",
                        "domain: catalogue.domain-required",
                        "neededLevel: catalogue.level");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1, 250, 499, 501})
    void a_level_is_one_of_the_sign_in_service(int level) {
        refused(() -> editing.add(
                        APPLICATION,
                        agent,
                        "IRIS",
                        new ApplicationDetails(
                                names("IRIS"), names(""), QualityKind.SOCIAL_ACTION, SOCIAL, new SignInLevel(level))))
                .containsExactly("neededLevel: catalogue.level");
    }

    static Stream<SignInLevel> levels() {
        return CatalogueEditing.levels().stream();
    }

    @ParameterizedTest
    @MethodSource("levels")
    void each_level_of_the_sign_in_service_will_do(SignInLevel level) {
        assertThat(editing.add(
                                APPLICATION,
                                agent,
                                "IRIS",
                                new ApplicationDetails(
                                        names("IRIS"), names(""), QualityKind.SOCIAL_ACTION, SOCIAL, level))
                        .item()
                        .neededLevel())
                .isEqualTo(level);
    }

    @Test
    void a_role_has_the_quality_and_the_level_of_its_application() {
        editing.add(APPLICATION, agent, "PRIMA_WEB", social("PRIMA-WEB"));

        Role role =
                editing.add(ROLE, agent, "SOCIAL_WORKER", roleOf("PRIMA_WEB")).item();

        assertThat(role.quality()).isEqualTo(QualityKind.SOCIAL_ACTION);
        assertThat(role.neededLevel()).isEqualTo(new SignInLevel(400));
    }

    @Test
    void a_role_belongs_to_an_application_that_exists() {
        refused(() -> editing.add(ROLE, agent, "SOCIAL_WORKER", roleOf("PRIMA_WEB")))
                .containsExactly("application: catalogue.application-required");
    }

    @Test
    void a_role_opens_other_applications_that_exist_in_the_same_quality() {
        editing.add(APPLICATION, agent, "PRIMA_WEB", social("PRIMA-WEB"));
        editing.add(APPLICATION, agent, "MUTATION_TYPES", social("Type de mutations"));
        editing.add(
                APPLICATION,
                agent,
                "YOUTH",
                new ApplicationDetails(names("Youth"), names(""), QualityKind.YOUTH_CARE, SOCIAL, SignInLevel.EID));

        assertThat(editing.add(ROLE, agent, "CONFIGURATION", roleOf("PRIMA_WEB", "MUTATION_TYPES"))
                        .item()
                        .alsoOpens())
                .containsExactly("MUTATION_TYPES");
        refused(() -> editing.add(ROLE, agent, "OTHER", roleOf("PRIMA_WEB", "NOWHERE")))
                .containsExactly("alsoOpens: catalogue.unknown-application");
        refused(() -> editing.add(ROLE, agent, "OTHER", roleOf("PRIMA_WEB", "PRIMA_WEB")))
                .containsExactly("alsoOpens: catalogue.opens-it-already");
        refused(() -> editing.add(ROLE, agent, "OTHER", roleOf("PRIMA_WEB", "YOUTH")))
                .containsExactly("alsoOpens: catalogue.other-quality");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 121})
    void a_right_lasts_one_to_120_months_at_most(int months) {
        editing.add(APPLICATION, agent, "PRIMA_WEB", social("PRIMA-WEB"));

        refused(() -> editing.add(ROLE, agent, "SOCIAL_WORKER", lasting(months)))
                .containsExactly("longestMonths: catalogue.months");
        for (Integer fine : List.of(1, 120)) {
            assertThat(editing.add(ROLE, agent, "MONTHS_" + fine, lasting(fine))
                            .item()
                            .longestMonths())
                    .isEqualTo(fine);
        }
    }

    /** D20 */
    @Test
    void what_a_role_excludes_excludes_it_too_and_each_is_told_in_the_log() {
        editing.add(APPLICATION, agent, "PRIMA_WEB", social("PRIMA-WEB"));
        for (String code : List.of("READER", "WRITER", "AUDITOR")) {
            editing.add(ROLE, agent, code, roleOf("PRIMA_WEB"));
        }

        editing.change(ROLE, agent, "READER", 1, excluding("WRITER", "AUDITOR"));

        assertThat(editing.entry(ROLE, agent, "WRITER"))
                .returns(2, CatalogueEntry::version)
                .returns(Set.of("READER"), entry -> entry.item().excludes());
        refused(() -> editing.change(ROLE, agent, "WRITER", 1, roleOf("PRIMA_WEB")))
                .as("whoever had it open would take away what was added")
                .containsExactly("null: catalogue.changed-meanwhile");

        editing.change(ROLE, colleague, "WRITER", 2, excluding());

        assertThat(editing.entry(ROLE, agent, "READER").item().excludes()).containsExactly("AUDITOR");
        assertThat(editing.entry(ROLE, agent, "AUDITOR").item().excludes()).containsExactly("READER");
        assertThat(recorded())
                .filteredOn(event -> event.operation().equals("catalogue.role-changed"))
                .extracting(AuditEvent::subjectId)
                .containsExactly("READER", "AUDITOR", "WRITER", "WRITER", "READER");
    }

    @Test
    void a_new_role_may_exclude_others_from_the_start() {
        editing.add(APPLICATION, agent, "PRIMA_WEB", social("PRIMA-WEB"));
        editing.add(ROLE, agent, "READER", roleOf("PRIMA_WEB"));

        editing.add(ROLE, agent, "WRITER", excluding("READER"));

        assertThat(editing.entry(ROLE, agent, "READER").item().excludes()).containsExactly("WRITER");
    }

    @Test
    void a_role_excludes_neither_itself_nor_what_there_is_not() {
        editing.add(APPLICATION, agent, "PRIMA_WEB", social("PRIMA-WEB"));
        editing.add(ROLE, agent, "READER", roleOf("PRIMA_WEB"));

        refused(() -> editing.change(ROLE, agent, "READER", 1, excluding("READER")))
                .containsExactly("excludes: catalogue.excludes-itself");
        refused(() -> editing.change(ROLE, agent, "READER", 1, excluding("NOWHERE")))
                .containsExactly("excludes: catalogue.unknown-role");
        refused(() -> editing.add(ROLE, agent, "WRITER", excluding("WRITER")))
                .containsExactly("excludes: catalogue.unknown-role");
    }

    @Test
    void an_application_that_roles_open_stays_in_its_quality() {
        editing.add(APPLICATION, agent, "PRIMA_WEB", social("PRIMA-WEB"));
        editing.add(APPLICATION, agent, "MUTATION_TYPES", social("Type de mutations"));
        var elsewhere =
                new ApplicationDetails(names("Ailleurs"), names(""), QualityKind.YOUTH_CARE, SOCIAL, SignInLevel.EID);
        editing.change(APPLICATION, agent, "MUTATION_TYPES", 1, elsewhere);
        editing.change(APPLICATION, agent, "MUTATION_TYPES", 2, social("Type de mutations"));
        editing.add(ROLE, agent, "CONFIGURATION", roleOf("PRIMA_WEB", "MUTATION_TYPES"));

        for (String code : List.of("PRIMA_WEB", "MUTATION_TYPES")) {
            int version = editing.entry(APPLICATION, agent, code).version();
            refused(() -> editing.change(APPLICATION, agent, code, version, elsewhere))
                    .containsExactly("quality: catalogue.quality-in-use");
        }
    }

    @Test
    void a_role_stays_in_its_quality() {
        editing.add(APPLICATION, agent, "PRIMA_WEB", social("PRIMA-WEB"));
        editing.add(
                APPLICATION,
                agent,
                "YOUTH",
                new ApplicationDetails(names("Youth"), names(""), QualityKind.YOUTH_CARE, SOCIAL, SignInLevel.EID));
        editing.add(ROLE, agent, "SOCIAL_WORKER", roleOf("PRIMA_WEB"));

        refused(() -> editing.change(ROLE, agent, "SOCIAL_WORKER", 1, roleOf("YOUTH")))
                .containsExactly("application: catalogue.leaves-its-quality");
    }

    @Test
    void the_same_click_twice_does_it_once() {
        for (int click = 0; click < 2; click++) {
            editing.add(APPLICATION, agent, "PRIMA_WEB", social("PRIMA-WEB"));
            editing.add(ROLE, agent, "SOCIAL_WORKER", roleOf("PRIMA_WEB"));
        }
        for (int click = 0; click < 2; click++) {
            editing.change(APPLICATION, agent, "PRIMA_WEB", 1, social("Primaweb"));
            editing.change(ROLE, agent, "SOCIAL_WORKER", 1, lasting(12));
        }
        for (int click = 0; click < 2; click++) {
            editing.retire(APPLICATION, agent, "PRIMA_WEB", 2);
            editing.retire(ROLE, agent, "SOCIAL_WORKER", 2);
        }
        for (int click = 0; click < 2; click++) {
            editing.bringBack(APPLICATION, agent, "PRIMA_WEB", 3);
            editing.bringBack(ROLE, agent, "SOCIAL_WORKER", 3);
        }

        assertThat(editing.entry(APPLICATION, agent, "PRIMA_WEB").version()).isEqualTo(4);
        assertThat(editing.entry(ROLE, agent, "SOCIAL_WORKER").version()).isEqualTo(4);
        assertThat(recorded())
                .extracting(AuditEvent::operation)
                .containsExactly(
                        "catalogue.application-added",
                        "catalogue.role-added",
                        "catalogue.application-changed",
                        "catalogue.role-changed",
                        "catalogue.application-retired",
                        "catalogue.role-retired",
                        "catalogue.application-brought-back",
                        "catalogue.role-brought-back");
    }

    @Test
    void a_change_of_what_a_colleague_has_changed_meanwhile_is_refused() {
        editing.add(APPLICATION, agent, "PRIMA_WEB", social("PRIMA-WEB"));
        editing.add(ROLE, agent, "SOCIAL_WORKER", roleOf("PRIMA_WEB"));
        editing.change(APPLICATION, colleague, "PRIMA_WEB", 1, social("Primaweb"));
        editing.change(ROLE, colleague, "SOCIAL_WORKER", 1, lasting(12));

        for (ThrowingCallable late : List.<ThrowingCallable>of(
                () -> editing.change(APPLICATION, agent, "PRIMA_WEB", 1, social("PrimaWeb")),
                () -> editing.retire(APPLICATION, agent, "PRIMA_WEB", 1),
                () -> editing.change(ROLE, agent, "SOCIAL_WORKER", 1, lasting(24)),
                () -> editing.retire(ROLE, agent, "SOCIAL_WORKER", 1))) {
            refused(late).containsExactly("null: catalogue.changed-meanwhile");
            assertThatThrownBy(late)
                    .asInstanceOf(type(RejectedException.class))
                    .extracting(refusal -> refusal.rejections().get(0).arguments(), list(Object.class))
                    .containsExactly("Simon Test");
        }
    }

    @Test
    void what_is_retired_can_still_be_mended_and_stays_retired() {
        editing.add(APPLICATION, agent, "PRIMA_WEB", social("PRIMA-WEB"));
        editing.retire(APPLICATION, agent, "PRIMA_WEB", 1);

        CatalogueEntry<Application> mended = editing.change(APPLICATION, agent, "PRIMA_WEB", 2, social("Primaweb"));

        assertThat(mended.item().retired()).isTrue();
        assertThat(mended.retiredAt()).isEqualTo(NOW);
    }

    @Test
    void what_is_not_there_cannot_be_changed() {
        assertThatThrownBy(() -> editing.change(APPLICATION, agent, "NOWHERE", 1, social("x")))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> editing.retire(ROLE, agent, "NOWHERE", 1)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void each_change_is_recorded_as_it_was_and_as_it_is() {
        Application before = editing.add(APPLICATION, agent, "PRIMA_WEB", social("PRIMA-WEB"))
                .item();
        Application after = editing.change(APPLICATION, agent, "PRIMA_WEB", 1, social("Primaweb"))
                .item();

        AuditEvent event = recorded().get(1);

        assertThat(event.before()).hasToString("{application=" + before + "}");
        assertThat(event.after()).hasToString("{application=" + after + "}");
        assertThat(event.subjectId()).isEqualTo("PRIMA_WEB");
        assertThat(event.actorPerson()).isEqualTo(suzanne.value());
        assertThat(event.actingFor()).isEqualTo(support.id().value());
    }

    @Test
    void what_is_refused_is_not_recorded() {
        refused(() -> editing.add(APPLICATION, agent, "iris", social("IRIS"))).isNotEmpty();

        verify(audit, never()).record(any());
    }

    private List<AuditEvent> recorded() {
        ArgumentCaptor<AuditEvent> events = ArgumentCaptor.forClass(AuditEvent.class);
        verify(audit, atLeast(1)).record(events.capture());
        return events.getAllValues();
    }

    private static ListAssert<String> refused(ThrowingCallable operation) {
        RejectedException refusal = catchThrowableOfType(RejectedException.class, operation);
        assertThat(refusal).as("a refusal").isNotNull();
        return assertThat(refusal.rejections().stream()
                .map(rejection -> rejection.field() + ": " + rejection.code())
                .toList());
    }

    private static ApplicationDetails social(String name) {
        return new ApplicationDetails(names(name), names(""), QualityKind.SOCIAL_ACTION, SOCIAL, new SignInLevel(400));
    }

    private static RoleDetails roleOf(String application, String... alsoOpens) {
        return role(application, Set.of(alsoOpens), null);
    }

    private static RoleDetails excluding(String... others) {
        return new RoleDetails(
                "PRIMA_WEB",
                Set.of(),
                names("Agent social"),
                names(""),
                null,
                false,
                Set.of(others),
                OrganisationKind.CPAS,
                Set.of());
    }

    private static RoleDetails lasting(int months) {
        return role("PRIMA_WEB", Set.of(), months);
    }

    private static RoleDetails role(String application, Set<String> alsoOpens, @Nullable Integer months) {
        return new RoleDetails(
                application,
                alsoOpens,
                names("Agent social"),
                names(""),
                months,
                false,
                Set.of(),
                OrganisationKind.CPAS,
                Set.of());
    }

    private static Translated names(String name) {
        return new Translated(name, name, name);
    }

    private PersonId person(String niss, String firstName) {
        return directory
                .register(new NewPerson(Niss.of(niss), "Test", firstName, Language.FR, null, null))
                .id();
    }

    private QualityId quality(Organisation organisation) {
        Quality quality = new Quality(
                new QualityId(UUID.randomUUID()),
                organisation.id(),
                QualityKind.SOCIAL_SECURITY,
                organisation.enterpriseNumber().value(),
                null,
                LONG_AGO);
        access.add(quality);
        return quality.id();
    }

    private Organisation organisation(OrganisationKind kind, String number) {
        Organisation organisation = new Organisation(
                OrganisationId.random(),
                EnterpriseNumber.of(number),
                "Organisation",
                "Organisatie",
                "Organisation",
                kind,
                null,
                Language.FR,
                List.of(),
                "organisation@test.example",
                "Rue",
                "1000",
                "Bruxelles",
                LONG_AGO);
        directory.add(organisation);
        return organisation;
    }
}
