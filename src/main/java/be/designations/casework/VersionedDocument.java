package be.designations.casework;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A document as it is now, with what was there before it: a file that is called as one that is there already is its new version,
 * whatever the case of its letters. <i>Source: D90.</i>
 *
 * @param earlier the version before first
 */
public record VersionedDocument(Attachment current, List<Attachment> earlier) {

    public VersionedDocument {
        earlier = List.copyOf(earlier);
    }

    /** Counts from 1. */
    public int version() {
        return earlier.size() + 1;
    }

    /**
     * Which version of its document that file is, from 1.
     *
     * @param files the first first
     */
    public static int versionOf(Attachment file, List<Attachment> files) {
        return (int) files.subList(0, files.indexOf(file) + 1).stream()
                .filter(it -> it.fileName().equalsIgnoreCase(file.fileName()))
                .count();
    }

    /**
     * These files as documents, in the order in which each came first.
     *
     * @param files the first first
     */
    public static List<VersionedDocument> of(List<Attachment> files) {
        Map<String, List<Attachment>> byName = new LinkedHashMap<>();
        files.forEach(
                file -> byName.computeIfAbsent(file.fileName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                        .add(0, file));
        return byName.values().stream()
                .map(versions -> new VersionedDocument(versions.get(0), versions.subList(1, versions.size())))
                .toList();
    }
}
