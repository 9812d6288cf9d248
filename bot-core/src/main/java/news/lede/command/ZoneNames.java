package news.lede.command;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.lede.text.NameFolding;

/** Time zones by what people call them: {@code Europe/Berlin}, {@code Berlin}, {@code new york}, {@code UTC+2}. */
final class ZoneNames {
    private static final Pattern OFFSET = Pattern.compile("(?:utc|gmt)?\\s*([+-])(\\d{1,2})(?::?(\\d{2}))?");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** By id, in order. */
    private static final Map<String, ZoneId> REGIONS = regions();

    private static final Map<String, ZoneId> CALLED = called();

    private ZoneNames() {}

    private static Map<String, ZoneId> regions() {
        Map<String, ZoneId> regions = new TreeMap<>();
        ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                .forEach(id -> regions.put(id, ZoneId.of(id)));
        return Collections.unmodifiableMap(regions);
    }

    private static Map<String, ZoneId> called() {
        Map<String, ZoneId> called = new HashMap<>();
        REGIONS.forEach((id, zone) -> called.put(folded(id), zone));
        REGIONS.forEach((id, zone) -> called.putIfAbsent(folded(city(id)), zone));
        ZoneId.getAvailableZoneIds().stream()
                .filter(id -> !id.contains("/"))
                .forEach(id -> called.putIfAbsent(folded(id), ZoneId.of(id)));
        for (String utc : List.of("utc", "gmt", "z", "zulu", "uct", "universal")) {
            called.put(utc, ZoneOffset.UTC);
        }
        return Map.copyOf(called);
    }

    private static String city(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }

    private static String folded(String name) {
        return String.join(" ", NameFolding.words(name));
    }

    /** Empty for a zone that does not exist. */
    static Optional<ZoneId> of(String typed) {
        Matcher offset = OFFSET.matcher(typed.strip().toLowerCase(Locale.ROOT).replace('−', '-'));
        if (offset.matches()) {
            return offset(offset);
        }
        return Optional.ofNullable(CALLED.get(folded(typed)));
    }

    private static Optional<ZoneId> offset(Matcher offset) {
        int sign = offset.group(1).equals("-") ? -1 : 1;
        int minutes = offset.group(3) == null ? 0 : Integer.parseInt(offset.group(3));
        try {
            return Optional.of(ZoneOffset.ofHoursMinutes(sign * Integer.parseInt(offset.group(2)), sign * minutes));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The zone that somebody may have meant. */
    static Optional<String> near(String typed) {
        List<String> names = new ArrayList<>(REGIONS.keySet());
        REGIONS.keySet().forEach(id -> names.add(city(id).replace('_', ' ')));
        return Nearest.of(typed, names).flatMap(ZoneNames::of).map(ZoneNames::shown);
    }

    static String shown(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }

    /** What is offered while typing, each with the time it is there. */
    static List<Candidate> candidates(Instant now) {
        List<Candidate> candidates = new ArrayList<>();
        candidates.add(new Candidate("UTC", "UTC", List.of("UTC", "GMT")));
        REGIONS.forEach((id, zone) -> candidates.add(
                new Candidate(id + " " + CLOCK.format(now.atZone(zone)), id, List.of(id, city(id).replace('_', ' ')))));
        return candidates;
    }
}
