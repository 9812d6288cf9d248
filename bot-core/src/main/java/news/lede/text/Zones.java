package news.lede.text;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of time zones as dates carry them. Short names mean what most publishers mean by them. Pure. */
final class Zones {
    private static final Pattern OFFSET = Pattern.compile("^(?:GMT|UTC|UT)?([+-])(\\d{1,2}):?(\\d{2})?$");
    private static final Map<String, String> BY_NAME = Map.ofEntries(
            Map.entry("ut", "Z"),
            Map.entry("gmt", "Z"),
            Map.entry("utc", "Z"),
            Map.entry("z", "Z"),
            Map.entry("wet", "Z"),
            Map.entry("est", "-05:00"),
            Map.entry("edt", "-04:00"),
            Map.entry("cst", "-06:00"),
            Map.entry("cdt", "-05:00"),
            Map.entry("mst", "-07:00"),
            Map.entry("mdt", "-06:00"),
            Map.entry("pst", "-08:00"),
            Map.entry("pdt", "-07:00"),
            Map.entry("akst", "-09:00"),
            Map.entry("akdt", "-08:00"),
            Map.entry("hst", "-10:00"),
            Map.entry("ast", "-04:00"),
            Map.entry("adt", "-03:00"),
            Map.entry("nst", "-03:30"),
            Map.entry("ndt", "-02:30"),
            Map.entry("brt", "-03:00"),
            Map.entry("art", "-03:00"),
            Map.entry("bst", "+01:00"),
            Map.entry("west", "+01:00"),
            Map.entry("cet", "+01:00"),
            Map.entry("cest", "+02:00"),
            Map.entry("mez", "+01:00"),
            Map.entry("mesz", "+02:00"),
            Map.entry("met", "+01:00"),
            Map.entry("mest", "+02:00"),
            Map.entry("eet", "+02:00"),
            Map.entry("eest", "+03:00"),
            Map.entry("sast", "+02:00"),
            Map.entry("msk", "+03:00"),
            Map.entry("trt", "+03:00"),
            Map.entry("ist", "+05:30"),
            Map.entry("pkt", "+05:00"),
            Map.entry("npt", "+05:45"),
            Map.entry("ict", "+07:00"),
            Map.entry("wib", "+07:00"),
            Map.entry("sgt", "+08:00"),
            Map.entry("hkt", "+08:00"),
            Map.entry("awst", "+08:00"),
            Map.entry("jst", "+09:00"),
            Map.entry("kst", "+09:00"),
            Map.entry("acst", "+09:30"),
            Map.entry("acdt", "+10:30"),
            Map.entry("aest", "+10:00"),
            Map.entry("aedt", "+11:00"),
            Map.entry("nzst", "+12:00"),
            Map.entry("nzdt", "+13:00"),
            Map.entry("et", "America/New_York"),
            Map.entry("ct", "America/Chicago"),
            Map.entry("mt", "America/Denver"),
            Map.entry("pt", "America/Los_Angeles"));

    private Zones() {}

    /** The zone of an offset, a usual short name or a name of the zone database; empty for anything else. */
    static Optional<ZoneId> find(String name) {
        String bare = name.replaceAll("[()\\[\\].,]", "").strip();
        if (bare.isEmpty()) {
            return Optional.empty();
        }
        Matcher offset = OFFSET.matcher(bare);
        if (offset.matches()) {
            int hours = Integer.parseInt(offset.group(2));
            int minutes = Dates.number(offset.group(3), 0);
            int sign = offset.group(1).equals("-") ? -1 : 1;
            return hours <= 15 && minutes < 60
                    ? Optional.of(ZoneOffset.ofTotalSeconds(sign * (hours * 3600 + minutes * 60)))
                    : Optional.empty();
        }
        String known = BY_NAME.get(bare.toLowerCase(Locale.ROOT));
        if (known != null) {
            return Optional.of(ZoneId.of(known));
        }
        if (bare.equals("AT")) {
            // Only in capitals: in small letters it is a word.
            return Optional.of(ZoneOffset.ofHours(-4));
        }
        if (bare.contains("/") && ZoneId.getAvailableZoneIds().contains(bare)) {
            return Optional.of(ZoneId.of(bare));
        }
        int space = bare.indexOf(' ');
        return space > 0 ? find(bare.substring(0, space)) : Optional.empty();
    }
}
