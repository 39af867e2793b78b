package be.designations.replacement.api;

import be.designations.access.DomainCode;
import be.designations.access.Quality;
import be.designations.access.Responsibility;
import be.designations.access.Subdivision;
import be.designations.access.Translated;
import be.designations.api.CodedText;
import be.designations.api.Texts;
import be.designations.casework.CaseView;
import be.designations.casework.api.CaseDetails;
import be.designations.directory.Actor;
import be.designations.directory.PersonId;
import be.designations.replacement.AskedReplacement;
import be.designations.replacement.Replacement;
import be.designations.replacement.ReplacementCase;
import be.designations.replacement.ReplacementPlace;
import be.designations.replacement.ReplacementStatus;
import be.designations.replacement.ReplacementView;
import be.designations.replacement.Replacements;
import be.designations.replacement.api.ManagerReplacementResource.ManagerResponsibility;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class ReplacementDetails extends CaseDetails<AskedReplacement> {

    private final Replacements replacements;
    private final Texts texts;

    ReplacementDetails(ReplacementCase process, Replacements replacements, Texts texts) {
        super(process, ManagerReplacementResource.class);
        this.replacements = replacements;
        this.texts = texts;
    }

    @Override
    protected ManagerReplacementResource of(CaseView dossier, AskedReplacement asked, Actor reader) {
        ReplacementView view = replacements.view(asked);
        Replacement replacement = view.replacement();
        ReplacementStatus outcome = replacement.outcome();
        PersonId by = replacement.settledBy();
        return new ManagerReplacementResource(
                dossier.dossier().number().value(),
                view.manager().displayName(),
                responsibility(view.place()),
                texts.coded("replacement.tie", view.tie().code()),
                replacement.tieEndedAt(),
                replacement.askedAt(),
                dossier.dueAt(),
                dossier.may("tie"),
                outcome == null ? null : outcome.name(),
                by == null ? null : dossier.nameOf(by),
                replacement.settledAt(),
                replacement.reason());
    }

    private ManagerResponsibility responsibility(ReplacementPlace place) {
        Responsibility held = place.held();
        Quality quality = place.quality();
        Subdivision subdivision = place.subdivision();
        return new ManagerResponsibility(
                held.id(),
                texts.coded("capacity", held.kind().name()),
                quality == null ? null : quality.id().value(),
                quality == null ? null : texts.coded("quality", quality.kind().name()),
                subdivision == null ? null : subdivision.name(),
                domain(held.domain(), place.domain()));
    }

    private @Nullable CodedText domain(@Nullable DomainCode code, @Nullable Translated name) {
        return code == null || name == null ? null : new CodedText(code.value(), name.in(texts.language()));
    }
}
