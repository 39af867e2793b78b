package be.designations.requests.api;

import be.designations.access.Quality;
import be.designations.api.CodedText;
import be.designations.api.Texts;
import be.designations.casework.CaseView;
import be.designations.casework.api.CaseDetails;
import be.designations.directory.Actor;
import be.designations.identifier.EstablishmentUnitNumber;
import be.designations.requests.RightRequest;
import be.designations.requests.RightRequestCase;
import be.designations.requests.RightRequestPlaces;
import be.designations.requests.RightRequests;
import org.springframework.stereotype.Component;

@Component
class RequestDetails extends CaseDetails<RightRequest> {

    private final RightRequests requests;
    private final RightRequestPlaces places;
    private final Texts texts;

    RequestDetails(RightRequestCase process, RightRequests requests, RightRequestPlaces places, Texts texts) {
        super(process, RightRequestResource.class);
        this.requests = requests;
        this.places = places;
        this.texts = texts;
    }

    @Override
    protected RightRequestResource of(CaseView dossier, RightRequest request, Actor reader) {
        Quality quality = places.quality(request.quality());
        return new RightRequestResource(
                dossier.nameOf(request.person()),
                new CodedText(request.role(), places.role(request.role()).name().in(texts.language())),
                texts.coded("quality", quality.kind().name()),
                quality.id().value(),
                request.wanted().units().stream()
                        .map(EstablishmentUnitNumber::value)
                        .sorted()
                        .toList(),
                request.wanted().lastDay(),
                request.wanted().reason(),
                request.isOpen()
                        && !requests.isTied(
                                request.person(), dossier.organisation().id()),
                requests.isNeedless(request),
                request.askedAt(),
                request.answer());
    }
}
