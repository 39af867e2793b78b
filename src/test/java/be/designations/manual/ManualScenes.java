package be.designations.manual;

import be.designations.calendar.Days;
import be.designations.casework.DossierNumber;
import be.designations.directory.Directory;
import be.designations.directory.Organisation;
import be.designations.directory.Person;
import be.designations.forms.FormDefinition;
import be.designations.forms.Forms;
import be.designations.identifier.EnterpriseNumber;
import be.designations.management.Designation.Incumbency;
import be.designations.mandate.MandateExtensions;
import be.designations.principalmanager.MandateDocuments;
import be.designations.principalmanager.PrincipalManagers;
import be.designations.requests.RightRequests;
import be.designations.requests.WantedRight;
import be.designations.reviews.CampaignId;
import be.designations.reviews.CampaignJobs;
import be.designations.reviews.Campaigns;
import be.designations.reviews.NewCampaign;
import be.designations.testing.Browsers;
import be.designations.testing.CpasWorld;
import be.designations.testing.DossierActs;
import be.designations.testing.EnterpriseWorld;
import be.designations.testing.ManagedWorld;
import be.designations.testing.SampleFiles;
import be.designations.testing.TestWorlds;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where the picture of each task is taken: what somebody sees who is about to do it. All of it is made here, and no day is fixed. */
final class ManualScenes {

    /**
     * @param everybodys whether the page lists what belongs to all, and so shows more where other tests have left something
     * @param from the id of what the picture begins with, where that is not the top of the page
     * @param steady the id of what alone is compared, where all else on the page comes and goes
     */
    record Scene(
            Person reader,
            String address,
            boolean everybodys,
            @Nullable String from,
            @Nullable String steady) {

        Scene from(String id) {
            return new Scene(reader, address, everybodys, id, steady);
        }

        Scene steady(String id) {
            return new Scene(reader, address, everybodys, from, id);
        }
    }

    private static final String AGENT = "SOCIAL_WORKER";

    /** For the people of the scenes: those of tests are all called the same and a number. */
    private static final List<String> NAMES = List.of(
            "Lambert",
            "Dubois",
            "Peeters",
            "Claes",
            "Mertens",
            "Janssens",
            "Lejeune",
            "Wouters",
            "Schmitz",
            "Noël",
            "Simon",
            "Renard",
            "Maes",
            "Goossens",
            "Leroy",
            "Meyer",
            "Hansen",
            "Collard",
            "Thiry",
            "Aerts");

    private final TestWorlds worlds;
    private final DossierActs acts;
    private final Browsers browsers;
    private final Directory directory;
    private final RightRequests requests;
    private final Campaigns campaigns;
    private final CampaignJobs campaignJobs;
    private final PrincipalManagers principalManagers;
    private final MandateDocuments mandateDocuments;
    private final MandateExtensions extensions;
    private final Forms forms;
    private final JdbcClient jdbc;

    ManualScenes(
            TestWorlds worlds,
            DossierActs acts,
            Browsers browsers,
            Directory directory,
            RightRequests requests,
            Campaigns campaigns,
            CampaignJobs campaignJobs,
            PrincipalManagers principalManagers,
            MandateDocuments mandateDocuments,
            MandateExtensions extensions,
            Forms forms,
            JdbcClient jdbc) {
        this.worlds = worlds.named(NAMES);
        this.acts = acts;
        this.browsers = browsers;
        this.directory = directory;
        this.requests = requests;
        this.campaigns = campaigns;
        this.campaignJobs = campaignJobs;
        this.principalManagers = principalManagers;
        this.mandateDocuments = mandateDocuments;
        this.extensions = extensions;
        this.forms = forms;
        this.jdbc = jdbc;
    }

    /** Makes what they show, once. */
    Map<ManualTask, Scene> make() {
        ManagedWorld managed = worlds.managed();
        CpasWorld cpas = managed.cpas;
        String number = cpas.cpas.enterpriseNumber().value();
        String entity = "/entities/" + number;
        String quality = "/qualities/" + cpas.socialAction.id().value();
        String primaWeb = "/primaweb/" + number;
        cpas.giveRight(cpas.user, AGENT, cpas.socialAction.id());
        cpas.giveRight(managed.userOfOtherSubdivision, AGENT, cpas.socialAction.id());
        endInTwentyDays(managed.userOfOtherSubdivision);
        writeAddressesOut(cpas.cpas);
        UUID tie = directory
                .relationships(List.of(managed.colleague.id()), cpas.cpas.id())
                .get(0)
                .id();

        CpasWorld drafting = worlds.cpas();
        UUID draft = acts.draft(drafting.forCpas(drafting.head), drafting.answers())
                .id()
                .value();
        CpasWorld examined = worlds.cpas();
        DossierNumber toExamine = submitted(examined);
        CpasWorld asked = worlds.cpas();
        DossierNumber toComplete = submitted(asked);
        acts.askCompletion(
                CpasWorld.as(asked.reviewer), toComplete, null, "Pouvez-vous joindre l’attestation de formation ?");
        CpasWorld decided = worlds.cpas();
        DossierNumber toDecide = submitted(decided);
        acts.giveOpinion(CpasWorld.as(decided.reviewer), toDecide, null, true, "Le dossier est complet.");
        CpasWorld refusing = worlds.cpas();
        DossierNumber refused = submitted(refusing);
        acts.giveOpinion(CpasWorld.as(refusing.reviewer), refused, null, false, "Le temps est trop court.");
        acts.decide(
                CpasWorld.as(refusing.approver), refused, null, false, "Huit heures ne suffisent pas pour ce CPAS.");
        CpasWorld changing = worlds.cpas();
        DossierNumber toChange = acts.approved(changing, changing.answers());

        CpasWorld prolonging = worlds.cpas();
        UUID ending = mandateEndingInSixtyDays(prolonging);
        DossierNumber extension = extensions.ask(
                prolonging.forCpas(prolonging.head), ending, inSixtyDays().plusYears(2), "Le DPD reste disponible.");

        DossierNumber request = requests.ask(
                        ManagedWorld.as(managed.colleague),
                        cpas.cpas,
                        AGENT,
                        new WantedRight(Set.of(), null, "Je reprends les dossiers d’une collègue."))
                .number();
        CampaignId campaign = campaigns.start(
                ManagedWorld.as(cpas.principalManager),
                campaigns.scope(ManagedWorld.as(cpas.principalManager), cpas.cpas.enterpriseNumber()),
                new NewCampaign("Revue annuelle", Set.of(), Set.of(), inSixtyDays(), false, "Chaque année"),
                new CampaignId(UUID.randomUUID()));
        campaignJobs.open(campaign, 10);
        browsers.signedIn(managed.userOfOtherSubdivision).get(primaWeb);
        enter(managed.userOfOtherSubdivision, primaWeb);

        EnterpriseWorld enterprise = worlds.enterprise();
        String principal =
                "/principal-manager/" + enterprise.enterprise.enterpriseNumber().value();
        EnterpriseWorld claimed = worlds.enterprise();
        DossierNumber claim = claim(claimed);
        EnterpriseWorld claiming = worlds.enterprise();
        String mandate =
                "/principal-manager/" + claiming.enterprise.enterpriseNumber().value() + "/mandate";
        type(claiming.stranger, claiming.enterprise.enterpriseNumber(), "principal-manager", manager());

        Map<ManualTask, Scene> scenes = new EnumMap<>(ManualTask.class);
        scenes.put(ManualTask.ACCESS, own(cpas.user, "/me"));
        scenes.put(ManualTask.ASK, own(managed.colleague, "/requests/new?entity=" + number + "&role=E_BOX_USER"));
        scenes.put(ManualTask.PLACES, own(managed.subdivisionManager, "/capacity"));
        scenes.put(ManualTask.DATA, own(cpas.user, "/me/contact"));
        scenes.put(ManualTask.MANAGERS, own(cpas.user, "/me/managers"));
        scenes.put(ManualTask.KEYS, own(cpas.user, "/me/sessions"));
        scenes.put(ManualTask.PORTAL, own(cpas.localManager, quality + "/technical-user/new"));
        scenes.put(ManualTask.PROPOSE, own(drafting.head, "/dpd/applications/" + draft));
        scenes.put(ManualTask.FOLLOW, own(examined.head, "/cases/" + toExamine));
        scenes.put(ManualTask.COMPLETE, own(asked.head, "/cases/" + toComplete + "/complete"));
        scenes.put(ManualTask.WITHDRAW, own(examined.head, "/cases/" + toExamine + "/withdraw"));
        scenes.put(ManualTask.REFUSED, own(refusing.head, "/cases/" + refused));
        scenes.put(ManualTask.CHANGE, own(changing.principalManager, "/cases/" + toChange + "/local-manager"));
        scenes.put(ManualTask.MANDATE, own(cpas.head, "/mandates"));
        scenes.put(ManualTask.STAND_IN, own(cpas.head, entity + "/assisting-officers/new"));
        scenes.put(ManualTask.LETTER, own(cpas.user, "/verify"));
        scenes.put(ManualTask.QUALITY, own(cpas.principalManager, entity).from("qualities"));
        scenes.put(
                ManualTask.CONTACT,
                own(cpas.principalManager, entity + "/details").from("own"));
        scenes.put(ManualTask.CO_MANAGERS, own(cpas.principalManager, entity + "/co-managers"));
        scenes.put(ManualTask.ADD, own(cpas.localManager, quality + "/users/new"));
        scenes.put(ManualTask.USERS, own(cpas.localManager, quality).from("users"));
        scenes.put(ManualTask.SUBDIVISIONS, own(cpas.localManager, quality + "/subdivisions"));
        scenes.put(ManualTask.GRANT, own(cpas.localManager, entity + "/rights/people"));
        scenes.put(ManualTask.REVOKE, own(cpas.localManager, entity + "/rights/look-up"));
        scenes.put(
                ManualTask.ANSWER,
                own(cpas.localManager, "/cases/" + request + "/grant").from("step-form"));
        scenes.put(ManualTask.ENDING, own(cpas.principalManager, entity + "/ending"));
        scenes.put(ManualTask.LEAVING, own(cpas.principalManager, "/relationships/" + tie + "/end"));
        scenes.put(ManualTask.CAMPAIGN, everybodys(cpas.principalManager, "/reviews/new/" + number));
        scenes.put(ManualTask.REVIEW, own(cpas.localManager, "/cases/" + reviewOf(cpas) + "/answer"));
        scenes.put(ManualTask.FILE, own(cpas.principalManager, entity + "/import"));
        scenes.put(ManualTask.REPORTS, own(cpas.principalManager, entity + "/reports"));
        scenes.put(ManualTask.HISTORY, own(cpas.principalManager, quality + "/history"));
        scenes.put(ManualTask.ENTER, own(cpas.user, primaWeb));
        scenes.put(ManualTask.PROFILE, everybodys(cpas.localManager, primaWeb + "/profiles/new"));
        scenes.put(ManualTask.ASSIGN, own(cpas.localManager, primaWeb + "/access"));
        scenes.put(ManualTask.PRINCIPAL, own(enterprise.director, principal));
        scenes.put(ManualTask.SPECIAL, own(claiming.stranger, mandate));
        scenes.put(ManualTask.DOMAINS, own(cpas.principalManager, entity + "/access-managers"));
        scenes.put(ManualTask.WORK, everybodys(examined.reviewer, "/work"));
        scenes.put(
                ManualTask.OPINION,
                own(examined.reviewer, "/cases/" + toExamine + "/opinion").from("step-form"));
        scenes.put(
                ManualTask.DECISION,
                own(decided.approver, "/cases/" + toDecide + "/decision").from("step-form"));
        scenes.put(
                ManualTask.EXTENSION,
                own(prolonging.approver, "/cases/" + extension + "/extension-decision")
                        .from("step-form"));
        scenes.put(ManualTask.WITHDRAW_APPROVAL, own(prolonging.approver, "/mandates/" + ending + "/withdraw"));
        scenes.put(ManualTask.CALENDAR, everybodys(examined.reviewer, "/work/calendar?on=" + dueOn(toExamine)));
        scenes.put(ManualTask.DEPUTIES, own(examined.reviewer, "/deputies"));
        Person support = managed.supportAgent;
        scenes.put(
                ManualTask.VERIFY,
                own(support, "/cases/" + claim + "/verification").from("step-form"));
        scenes.put(ManualTask.CLOSING, everybodys(support, "/desks/bcss"));
        scenes.put(ManualTask.TAKEOVER, everybodys(support, "/operations/takeovers/new"));
        scenes.put(ManualTask.MAILS, everybodys(support, "/operations/mails"));
        scenes.put(ManualTask.FAILURES, everybodys(support, "/operations/failures"));
        scenes.put(ManualTask.MIGRATION, everybodys(support, "/operations/processes"));
        scenes.put(ManualTask.SUSPENSION, everybodys(support, "/operations/processes/dpd-designation/suspension"));
        scenes.put(ManualTask.CATALOGUE, everybodys(support, "/catalogue"));
        scenes.put(ManualTask.FUNCTIONS, everybodys(support, "/operations/primaweb"));
        scenes.put(ManualTask.APPLICATIONS, everybodys(support, "/operations/applications/new"));
        scenes.put(ManualTask.NEWS, everybodys(support, "/operations/news/new"));
        scenes.put(ManualTask.ENQUIRY, own(support, "/operations/managers"));
        scenes.put(ManualTask.AUDIT, everybodys(support, "/operations/audit"));
        scenes.put(ManualTask.FIGURES, everybodys(examined.reviewer, "/figures"));
        scenes.put(ManualTask.LETTER_TEXTS, everybodys(support, "/operations/letters"));
        scenes.put(
                ManualTask.RETENTION,
                everybodys(support, "/operations/retention").steady("schedule"));
        return scenes;
    }

    private static Scene own(Person reader, String address) {
        return new Scene(reader, address, false, null, null);
    }

    private static Scene everybodys(Person reader, String address) {
        return new Scene(reader, address, true, null, null);
    }

    private DossierNumber submitted(CpasWorld world) {
        return acts.submit(
                world.forCpas(world.head), world.answers().with("headOfDailyManagementName", world.head.displayName()));
    }

    private static LocalDate inSixtyDays() {
        return LocalDate.now(ZoneId.of("Europe/Brussels")).plusDays(60);
    }

    private void enter(Person user, String primaWeb) {
        var browser = browsers.signedIn(user);
        browser.get(primaWeb);
        browser.post(primaWeb + "/entry", Map.of("role", AGENT));
    }

    private DossierNumber claim(EnterpriseWorld world) {
        EnterpriseNumber number = world.enterprise.enterpriseNumber();
        type(world.stranger, number, "principal-manager", manager());
        type(
                world.stranger,
                number,
                "principal-manager-mandate",
                Map.of("ground", "FUNCTION_NOT_IN_REGISTER", "explanation", "Acte du 1er octobre, pas encore publié."));
        mandateDocuments.add(EnterpriseWorld.as(world.stranger), number, "statuts.pdf", SampleFiles.pdf());
        return principalManagers.send(EnterpriseWorld.as(world.stranger), number, new Incumbency(null));
    }

    private static Map<String, String> manager() {
        return Map.of("who", "SELF", "email", "direction@alpha.example", "phone", "02 123 45 67");
    }

    private void type(Person person, EnterpriseNumber number, String form, Map<String, String> typed) {
        FormDefinition definition = forms.get(form);
        Map<String, List<String>> posted = new HashMap<>();
        typed.forEach((key, value) -> posted.put(key, List.of(value)));
        principalManagers.save(
                EnterpriseWorld.as(person),
                number,
                definition.pages().get(0),
                definition.read(posted).values());
    }

    private String reviewOf(CpasWorld cpas) {
        return jdbc.sql("""
                        select dossier_number from case_file
                         where organisation_id = :cpas and quality_id = :quality and dossier_number like 'REV-%'""")
                .param("cpas", cpas.cpas.id().value())
                .param("quality", cpas.socialAction.id().value())
                .query(String.class)
                .single();
    }

    private UUID mandateEndingInSixtyDays(CpasWorld world) {
        return jdbc.sql("update dpd_mandate set valid_until = :end where organisation_id = :cpas returning id")
                .param("end", Timestamp.from(Days.endOf(inSixtyDays())))
                .param("cpas", world.cpas.id().value())
                .query(UUID.class)
                .single();
    }

    private LocalDate dueOn(DossierNumber number) {
        return jdbc.sql("""
                        select w.due_at from work_item w join case_file c on c.id = w.case_id
                         where c.dossier_number = :number and w.done_at is null""")
                .param("number", number.value())
                .query((row, line) -> Days.of(row.getTimestamp(1).toInstant()))
                .single();
    }

    private void endInTwentyDays(Person person) {
        jdbc.sql("update role_assignment set valid_until = now() + interval '20 days' where person_id = :person")
                .param("person", person.id().value())
                .update();
    }

    /** Addresses of mail as people have them, instead of those that tests tell apart. */
    private void writeAddressesOut(Organisation cpas) {
        jdbc.sql("""
                        update person
                           set email = regexp_replace(normalize(lower(first_name || '.' || last_name), NFD), '[^a-z.]', '', 'g')
                                       || '@testville.example'
                         where id in (select r.person_id from responsibility r left join quality q on q.id = r.quality_id
                                       where coalesce(r.organisation_id, q.organisation_id) = :cpas)""").param("cpas", cpas.id().value()).update();
    }
}
