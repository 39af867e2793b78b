package be.designations.dpd;

import be.designations.directory.PersonId;
import be.designations.forms.FormValues;
import java.time.Instant;

/**
 * The answers as the CPAS corrects them while its file is to be completed; nobody else sees them before they are sent (D19).
 *
 * @param version           counts the changes, from 1
 * @param candidateCompared whether the register knows the candidate by this name and number
 * @param changedBy         who changed them last
 */
public record Correction(
        int version, FormValues answers, boolean candidateCompared, PersonId changedBy, Instant changedAt) {}
