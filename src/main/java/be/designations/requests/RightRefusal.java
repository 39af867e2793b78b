package be.designations.requests;

/** Why a request is refused; the answers to {@code forms/right-refusal.form}. */
record RightRefusal(String reason) {}
