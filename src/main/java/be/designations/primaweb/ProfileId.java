package be.designations.primaweb;

import java.util.UUID;

public record ProfileId(UUID value) {}
