package be.designations.manual;

import be.designations.casework.DossierNumber;
import be.designations.directory.Directory;
import be.designations.directory.Person;
import be.designations.forms.FormDefinition;
import be.designations.forms.Forms;
import be.designations.identifier.EnterpriseNumber;
import be.designations.management.Designation.Incumbency;
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
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where the picture of each task is taken: what somebody sees who is about to do it. All of it is made here, and no day is fixed. */
final class ManualScenes {

    /** @param everybodys whether the page lists what belongs to all, and so shows more where other tests have left something */
    record Scene(Person reader, String address, boolean everybodys) {}

    private static final String AGENT = "SOCIAL_WORKER";

    /** For the people of the tests, who are all called the same and a number. */
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
            Forms forms,
            JdbcClient jdbc) {
        this.worlds = worlds;
        this.acts = acts;
        this.browsers = browsers;
        this.directory = directory;
        this.requests = requests;
        this.campaigns = campaigns;
        this.campaignJobs = campaignJobs;
        this.principalManagers = principalManagers;
        this.mandateDocuments = mandateDocuments;
        this.forms = forms;
        this.jdbc = jdbc;
    }

    /** Makes what they show, once. */
    Map<ManualTask, Scene> make() {
        int before = people();
        ManagedWorld managed = worlds.managed();
        CpasWorld cpas = managed.cpas;
        String number = cpas.cpas.enterpriseNumber().value();
        String entity = "/entities/" + number;
        String quality = "/qualities/" + cpas.socialAction.id().value();
        String primaWeb = "/primaweb/" + number;
        cpas.giveRight(cpas.user, AGENT, cpas.socialAction.id());
        cpas.giveRight(managed.userOfOtherSubdivision, AGENT, cpas.socialAction.id());
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
        rename(before);

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
        scenes.put(ManualTask.LETTER, own(cpas.user, "/verify"));
        scenes.put(ManualTask.QUALITY, own(cpas.principalManager, entity));
        scenes.put(ManualTask.CO_MANAGERS, own(cpas.principalManager, entity + "/co-managers"));
        scenes.put(ManualTask.ADD, own(cpas.localManager, quality + "/users/new"));
        scenes.put(ManualTask.USERS, own(cpas.localManager, quality));
        scenes.put(ManualTask.SUBDIVISIONS, own(cpas.localManager, quality + "/subdivisions"));
        scenes.put(ManualTask.GRANT, own(cpas.localManager, entity + "/rights/people"));
        scenes.put(ManualTask.REVOKE, own(cpas.localManager, entity + "/rights/look-up"));
        scenes.put(ManualTask.ANSWER, own(cpas.localManager, "/cases/" + request + "/grant"));
        scenes.put(ManualTask.ENDING, own(cpas.principalManager, entity + "/ending"));
        scenes.put(ManualTask.LEAVING, own(cpas.principalManager, "/relationships/" + tie + "/end"));
        scenes.put(ManualTask.CAMPAIGN, own(cpas.principalManager, "/reviews/new/" + number));
        scenes.put(ManualTask.REVIEW, own(cpas.localManager, "/cases/" + reviewOf(cpas) + "/answer"));
        scenes.put(ManualTask.FILE, own(cpas.principalManager, entity + "/import"));
        scenes.put(ManualTask.REPORTS, own(cpas.principalManager, entity + "/reports"));
        scenes.put(ManualTask.HISTORY, own(cpas.principalManager, quality + "/history"));
        scenes.put(ManualTask.ENTER, own(cpas.user, primaWeb));
        scenes.put(ManualTask.PROFILE, own(cpas.localManager, primaWeb + "/profiles/new"));
        scenes.put(ManualTask.ASSIGN, own(cpas.localManager, primaWeb + "/access"));
        scenes.put(ManualTask.PRINCIPAL, own(enterprise.director, principal));
        scenes.put(ManualTask.SPECIAL, own(claiming.stranger, mandate));
        scenes.put(ManualTask.DOMAINS, own(cpas.principalManager, entity + "/access-managers"));
        scenes.put(ManualTask.WORK, everybodys(examined.reviewer, "/work"));
        scenes.put(ManualTask.OPINION, own(examined.reviewer, "/cases/" + toExamine + "/opinion"));
        scenes.put(ManualTask.DECISION, own(decided.approver, "/cases/" + toDecide + "/decision"));
        scenes.put(ManualTask.CALENDAR, everybodys(examined.reviewer, "/work/calendar"));
        scenes.put(ManualTask.DEPUTIES, own(examined.reviewer, "/deputies"));
        Person support = managed.supportAgent;
        scenes.put(ManualTask.VERIFY, own(support, "/cases/" + claim + "/verification"));
        scenes.put(ManualTask.CLOSING, everybodys(support, "/desks/bcss"));
        scenes.put(ManualTask.TAKEOVER, everybodys(support, "/operations/takeovers/new"));
        scenes.put(ManualTask.MAILS, everybodys(support, "/operations/mails"));
        scenes.put(ManualTask.FAILURES, everybodys(support, "/operations/failures"));
        scenes.put(ManualTask.MIGRATION, everybodys(support, "/operations/processes"));
        scenes.put(ManualTask.SUSPENSION, everybodys(support, "/operations/processes/dpd-designation/suspension"));
        scenes.put(ManualTask.CATALOGUE, everybodys(support, "/catalogue"));
        scenes.put(ManualTask.AUDIT, everybodys(support, "/operations/audit"));
        scenes.put(ManualTask.FIGURES, everybodys(examined.reviewer, "/figures"));
        scenes.put(ManualTask.LETTER_TEXTS, everybodys(support, "/operations/letters"));
        scenes.put(ManualTask.RETENTION, everybodys(support, "/operations/retention"));
        return scenes;
    }

    private static Scene own(Person reader, String address) {
        return new Scene(reader, address, false);
    }

    private static Scene everybodys(Person reader, String address) {
        return new Scene(reader, address, true);
    }

    private DossierNumber submitted(CpasWorld world) {
        return acts.submit(world.forCpas(world.head), world.answers());
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

    private int people() {
        return jdbc.sql(
                        "select coalesce(max(substr(last_name, 5)::int), 0) from person where last_name ~ '^Test[0-9]+$'")
                .query(Integer.class)
                .single();
    }

    /** Names as people have them, for those who were made since, and a CPAS that is none. */
    private void rename(int before) {
        String names = String.join(",", NAMES);
        jdbc.sql("""
                        update person set last_name = (string_to_array(:names, ','))[1 + mod(substr(last_name, 5)::int, :many)]
                         where last_name ~ '^Test[0-9]+$' and substr(last_name, 5)::int > :before""")
                .param("names", names)
                .param("many", NAMES.size())
                .param("before", before)
                .update();
    }
}
