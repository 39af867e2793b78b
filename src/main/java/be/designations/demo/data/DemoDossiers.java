package be.designations.demo.data;

import be.designations.calendar.Days;
import be.designations.calendar.WorkingDays;
import be.designations.casework.CaseDesk;
import be.designations.casework.DossierNumber;
import be.designations.directory.Actor;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationKind;
import be.designations.directory.SignInLevel;
import be.designations.dpd.DpdAnswers.DpdCompletion;
import be.designations.dpd.DpdAnswers.DpdCompletionRequest;
import be.designations.dpd.DpdAnswers.DpdDecision;
import be.designations.dpd.DpdAnswers.DpdOpinion;
import be.designations.dpd.DpdApplication;
import be.designations.dpd.DpdDesignations;
import be.designations.dpd.RefusalGround;
import be.designations.forms.FormValues;
import be.designations.localmanager.LocalManagerInstruction;
import be.designations.mandate.AssistanceKind;
import be.designations.mandate.AssistanceNaming;
import be.designations.mandate.Assistances;
import be.designations.reference.CsvFile;
import be.designations.reference.ReferenceOrganisations;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applications for a data protection officer that were there before anybody came to the demonstration: settled ones, refused ones, and
 * some that wait at each desk. {@code demo/dossiers.csv} says which; they are played by the operations that the pages call, in the
 * order in which they happened.
 */
final class DemoDossiers {

    private static final Logger log = LoggerFactory.getLogger(DemoDossiers.class);
    private static final Duration MORNING = Duration.ofHours(9);

    private final DemoPeople people;
    private final DpdDesignations applications;
    private final Assistances assistances;
    private final CaseDesk desk;
    private final DemoClock clock;

    DemoDossiers(
            DemoPeople people, DpdDesignations applications, Assistances assistances, CaseDesk desk, DemoClock clock) {
        this.people = people;
        this.applications = applications;
        this.assistances = assistances;
        this.desk = desk;
        this.clock = clock;
    }

    /** Something that somebody did, so many days before today. */
    private record Act(int daysAgo, Runnable done) {}

    void play() {
        long start = System.nanoTime();
        List<Act> acts = new ArrayList<>();
        CsvFile.read("demo/dossiers.csv", 3, columns -> columns)
                .forEach(columns -> new Dossier(columns.get(0), columns.get(2)).plan(columns.get(1), acts::add));
        assist(acts);
        acts.sort(Comparator.comparingInt(Act::daysAgo).reversed());
        LocalDate today = Days.of(clock.instant());
        int minutes = 0;
        for (Act act : acts) {
            minutes++;
            clock.at(
                    Days.startOf(workingDay(today.minusDays(act.daysAgo())))
                            .plus(MORNING)
                            .plus(Duration.ofMinutes(minutes)),
                    act.done());
        }
        log.info("Played {} steps of dossiers in {} ms", acts.size(), (System.nanoTime() - start) / 1_000_000);
    }

    /**
     * Two of the CPAS that share an absent officer have named the same person, so that it is proposed to the others; one CPAS without an officer
     * has somebody who stands in; the officer of Namur has an adjunct.
     */
    private void assist(List<Act> acts) {
        acts.add(new Act(5, () -> name("head-21001", "candidate-21001", AssistanceKind.INTERIM, 4)));
        acts.add(new Act(4, () -> name("head-21002", "candidate-21001", AssistanceKind.INTERIM, 4)));
        acts.add(new Act(3, () -> name("head-21014", "candidate-21014", AssistanceKind.INTERIM, 8)));
        acts.add(new Act(2, () -> name("namur-head", "namur-colleague", AssistanceKind.ADJUNCT, 2)));
    }

    private void name(String by, String whom, AssistanceKind kind, int hours) {
        DemoPerson filer = people.find(by).orElseThrow();
        Organisation cpas = people.organisations(filer).stream().findFirst().orElseThrow();
        LocalDate today = Days.of(clock.instant());
        boolean interim = kind == AssistanceKind.INTERIM;
        assistances.name(
                actor(filer),
                cpas.enterpriseNumber(),
                new AssistanceNaming(
                        kind,
                        people.find(whom).orElseThrow().niss(),
                        BigDecimal.valueOf(hours),
                        today,
                        interim ? today.plusDays(60) : null,
                        interim ? "Le DPD est absent / De DPO is afwezig" : null,
                        true,
                        true));
    }

    private static LocalDate workingDay(LocalDate day) {
        var calendar = new WorkingDays();
        LocalDate reached = day;
        while (!calendar.isWorkingDay(reached)) {
            reached = reached.minusDays(1);
        }
        return reached;
    }

    /** One of them; its number is known once it is sent. */
    private final class Dossier {

        private final DemoPerson head;
        private final DemoPerson candidate;
        private final DemoPerson manager;
        private final String words;
        private @Nullable DossierNumber number;

        Dossier(String nisCode, String words) {
            this.head = people.find("head-" + nisCode).orElseThrow();
            this.candidate = people.find("candidate-" + nisCode).orElseThrow();
            this.manager = people.find("rae-" + nisCode).orElseThrow();
            this.words = words;
        }

        /** @param steps as {@code submit:90 favourable:82 approve:75 change:70}: each with how many days ago it was */
        void plan(String steps, Consumer<Act> plan) {
            for (String step : steps.split(" ", -1)) {
                String[] parts = step.split(":", 2);
                plan.accept(new Act(Integer.parseInt(parts[1]), () -> take(parts[0])));
            }
        }

        private void take(String step) {
            switch (step) {
                case "submit" -> submit();
                case "ask" -> perform(reviewer(), "completion-request", new DpdCompletionRequest(words));
                case "complete" -> perform(actor(head), "complete", new DpdCompletion(words));
                case "favourable" ->
                    perform(reviewer(), "opinion", new DpdOpinion(DpdOpinion.Advice.FAVOURABLE, words));
                case "unfavourable" ->
                    perform(reviewer(), "opinion", new DpdOpinion(DpdOpinion.Advice.UNFAVOURABLE, words));
                case "approve" ->
                    perform(approver(), "decision", new DpdDecision(DpdDecision.Verdict.APPROVED, null, null));
                case "refuse-time" -> refuse(RefusalGround.TIME);
                case "refuse-conflict" -> refuse(RefusalGround.CONFLICT);
                case "refuse-knowledge" -> refuse(RefusalGround.KNOWLEDGE);
                case "change" ->
                    perform(
                            actor(manager),
                            "local-manager",
                            new LocalManagerInstruction(candidate.niss().value(), false));
                default -> throw new IllegalArgumentException(step);
            }
        }

        private void refuse(RefusalGround ground) {
            perform(approver(), "decision", new DpdDecision(DpdDecision.Verdict.REFUSED, ground, words));
        }

        private void submit() {
            Actor filer = actor(head);
            DpdApplication draft =
                    applications.startDraft(filer, head.holdings().get(0).organisation());
            DpdApplication filled = applications.saveDraft(filer, draft.id(), draft.version(), answers());
            number = applications.submit(filer, filled.id(), filled.version());
        }

        private void perform(Actor actor, String step, Object answers) {
            desk.perform(actor, Objects.requireNonNull(number, "not sent yet"), step, null, answers);
        }

        private FormValues answers() {
            return FormValues.empty()
                    .with("headOfDailyManagementName", head.name())
                    .with("contactEmail", "info@" + head.holdings().get(0).mailDomain())
                    .with("contactPhone", "+3225550100")
                    .with("candidateNiss", candidate.niss().value())
                    .with("candidateLastName", candidate.lastName())
                    .with("candidateFirstName", candidate.firstName())
                    .with("candidateEmail", candidate.email())
                    .with("candidatePhone", "+3225550101")
                    .with("candidateLanguage", candidate.language().code())
                    .with("employment", "INTERNAL")
                    .with("candidateFunction", "Juriste")
                    .with("degree", "Master")
                    .with("itKnowledge", "Formation de 40 heures, 2019")
                    .with("securityKnowledge", "ISO 27001, 2021")
                    .with("legalKnowledge", "RGPD / AVG / DSGVO, 2020")
                    .with("hoursPerWeek", "8")
                    .with("reportsToHead", "YES")
                    .with("isHeadOfDailyManagement", "NO")
                    .with("noConflict", "true")
                    .with("accessToInformation", "YES")
                    .with(
                            "councilDecisionDate",
                            Days.of(clock.instant()).minusDays(10).toString());
        }
    }

    private static Actor actor(DemoPerson person) {
        return new Actor(person.id(), person.holdings().get(0).organisation(), SignInLevel.EID);
    }

    private Actor reviewer() {
        return official("bcss-reviewer-1", OrganisationKind.BCSS);
    }

    private Actor approver() {
        return official("spp-is-approver-1", OrganisationKind.SPP_IS);
    }

    private Actor official(String key, OrganisationKind office) {
        return new Actor(people.find(key).orElseThrow().id(), ReferenceOrganisations.desk(office), SignInLevel.EID);
    }
}
