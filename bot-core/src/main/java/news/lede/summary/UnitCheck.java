package news.lede.summary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.lede.summary.EvidenceGate.Kind;
import news.lede.summary.EvidenceGate.Refusal;

/** A number must keep its unit: not euros for dollars, miles for kilometres, percentage points for percent, days for hours. */
final class UnitCheck {
    /** What may stand for another: in each family, units of which a number has one. The spellings of a unit begin so. */
    private static final List<List<Unit>> FAMILIES = List.of(
            units(
                    "\\$|us\\$|dollar|dólar|dolar|доллар|долл|đô la|دولار|美元|ドル",
                    "€|euro|евро|欧元|ユーロ|يورو|avro",
                    "£|pound|pfund|фунт|英镑|ポンド",
                    "rouble|ruble|rubel|руб|₽",
                    "yen|円|¥",
                    "yuan|人民币",
                    "reais|r\\$",
                    "lira|₺",
                    "đồng|đ\\b"),
            units(
                    "percentage point|prozentpunkt|points? de pourcentage|puntos? porcentual|pontos? percentua|punt[oi] percentual|procentpunt|процентных пункт",
                    "%|percent\\b|per cent\\b|prozent\\b|pour cent|por ciento|por cento|per cento|procent\\b|процент|phần trăm|في المئة|بالمئة|بالمائة|パーセント"),
            units(
                    "km|kilomet|kilóm|chilomet|quilóm|км|килом|公里",
                    "mile|meile|milla|milha|miglia|mijl|миль|英里",
                    "m\\b|met(?:re|er)|mètre|metro|метр|米",
                    "feet|foot|ft\\b"),
            units(
                    "second|sekund|seconde|segundo|secondi|секунд|秒",
                    "minut|минут|phút|dakika|分钟|分間",
                    "hour|stunde|heure|hora|ore\\b|uur|uren|час|giờ|saat|小时|時間|ساعة",
                    "day|tag|jour|día|dia|giorn|dag|дней|дня|день|ngày|gün|天|日間|يوم",
                    "week|woche|semaine|semana|settiman|weken|недел|tuần|hafta|周|週間|أسبوع",
                    "month|monat|mois|mes|mês|mesi|maand|месяц|tháng|ay\\b|个月|か月|شهر",
                    "year|jahr|ans?\\b|année|año|ano|anni|jaar|jaren|лет|год|năm|yıl|年間|عام|سنة"),
            units("a\\.m|am\\b", "p\\.m|pm\\b"),
            units("kg|kilogram|kilo\\b", "ton|tonn", "gram|gramm"));

    private static final String NUMBER = "(\\d+(?:[.,\\u00A0 ]\\d+)*)";
    private static final String MAGNITUDE =
            "(?:[ \\u00A0-]?(?:million(?:en|es|s)?|billion(?:en|s)?|thousand|m(?:n|io)?|bn|k|mrd|mld|milliard(?:en|s|e)?|millones|milh(?:ões|ão)"
                    + "|bilh(?:ões|ão)|milion[ie]|miliard[ie]|miljoen|miljard|млн|млрд|тыс|triệu|tỷ|milyon|milyar|bin|مليون|مليار|亿|万|億)\\.?(?: de| di| d')?(?![\\p{L}]{2}))?";

    private static final Pattern PAIR = Pattern.compile("(?<![\\d.,:])0?(\\d{1,3})[:–対-](\\d{1,3})(?![\\d:])");

    /** One unit, before a number or behind it. */
    private record Unit(Pattern pattern) {
        Stream<String> numbers(String text) {
            return pattern.matcher(text)
                    .results()
                    .map(found -> found.group(1) == null ? found.group(2) : found.group(1));
        }
    }

    private UnitCheck() {}

    static List<Refusal> refusals(Passage said, Passage known) {
        List<Refusal> refusals = new ArrayList<>();
        for (List<Unit> family : FAMILIES) {
            Map<String, Set<Unit>> there = numbers(family, known);
            numbers(family, said).forEach((number, units) -> {
                Set<Unit> borne = there.getOrDefault(number, Set.of());
                if (!borne.isEmpty() && !borne.containsAll(units)) {
                    refusals.add(new Refusal(Kind.NUMBER, number));
                }
            });
        }
        Set<String> scores = pairs(known);
        pairs(said).stream()
                .filter(pair -> !scores.isEmpty() && !scores.contains(pair))
                .forEach(pair -> refusals.add(new Refusal(Kind.NUMBER, pair)));
        return refusals;
    }

    /** Scores and times of day, "3-1" and "1-3" being one: who won is not told by their order. */
    private static Set<String> pairs(Passage passage) {
        return PAIR.matcher(passage.text())
                .results()
                .map(found -> Stream.of(found.group(1), found.group(2)).sorted().collect(Collectors.joining("-")))
                .collect(Collectors.toSet());
    }

    private static Map<String, Set<Unit>> numbers(List<Unit> family, Passage passage) {
        String text = passage.text().toLowerCase(Locale.ROOT);
        Map<String, Set<Unit>> numbers = new HashMap<>();
        for (Unit unit : family) {
            unit.numbers(text)
                    .forEach(number -> numbers.computeIfAbsent(number, n -> new HashSet<>())
                            .add(unit));
        }
        return numbers;
    }

    private static List<Unit> units(String... spellings) {
        return Stream.of(spellings)
                .map(s -> "(?:" + s + ")")
                .map(s -> new Unit(Pattern.compile(
                        NUMBER + MAGNITUDE + "[ \\u00A0-]?" + s + "|(?<!\\p{L})" + s + " ?" + NUMBER,
                        Pattern.UNICODE_CHARACTER_CLASS)))
                .toList();
    }
}
