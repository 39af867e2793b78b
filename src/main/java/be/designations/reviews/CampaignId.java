package be.designations.reviews;

import java.util.UUID;

/** Names a campaign. */
public record CampaignId(UUID value) {}
