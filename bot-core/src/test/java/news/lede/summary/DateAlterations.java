package news.lede.summary;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.lede.summary.GatePassages.Passage;

/** Puts another weekday or month for one that a passage has; the same for the same seed. */
final class DateAlterations {
    private static final Map<String, List<String>> DAYS = Map.ofEntries(
            Map.entry("en", words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")),
            Map.entry("de", words("Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag")),
            Map.entry("fr", words("lundi mardi mercredi jeudi vendredi samedi dimanche")),
            Map.entry("es", words("lunes martes miércoles jueves viernes sábado domingo")),
            Map.entry("pt", words("segunda-feira terça-feira quarta-feira quinta-feira sexta-feira")),
            Map.entry("it", words("lunedì martedì mercoledì giovedì venerdì sabato domenica")),
            Map.entry("nl", words("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag")),
            Map.entry("sv", words("måndags tisdags onsdags torsdags fredags lördags söndags")),
            Map.entry("uk", words("понеділок вівторок середу четвер п'ятницю суботу неділю")),
            Map.entry("ru", words("понедельник вторник среду четверг пятницу субботу воскресенье")),
            Map.entry("tr", words("pazartesi salı çarşamba perşembe cuma cumartesi")),
            Map.entry("vi", List.of("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy")),
            Map.entry("zh", words("周一 周二 周三 周四 周五 周六 周日")),
            Map.entry("ja", words("月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日")));
    private static final Map<String, List<String>> MONTHS = Map.ofEntries(
            Map.entry("en", words("January February April June July August September October November December")),
            Map.entry("de", words("Januar Februar März April Juni Juli August September Oktober November Dezember")),
            Map.entry("fr", words("janvier février mars avril juin juillet août septembre octobre novembre décembre")),
            Map.entry("es", words("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre")),
            Map.entry("it", words("gennaio febbraio marzo aprile maggio giugno luglio agosto settembre dicembre")),
            Map.entry("nl", words("januari februari maart april juni juli augustus september oktober november")),
            Map.entry("tr", words("ocakta şubatta nisanda ekimde kasımda mayısta")),
            Map.entry("ar", words("يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر")),
            Map.entry("zh", words("三月份 五月份 七月份 八月份 九月份")),
            Map.entry("ja", words("一月までに 三月までに 五月までに 七月までに")));

    private final Random random;

    DateAlterations(long seed) {
        this.random = new Random(seed);
    }

    /** At most one text with another weekday and one with another month. */
    List<String> of(Passage passage) {
        List<String> made = new ArrayList<>();
        for (Map<String, List<String>> names : List.of(DAYS, MONTHS)) {
            List<String> known = names.getOrDefault(passage.language().code(), List.of());
            List<String> texts = new ArrayList<>(passage.texts());
            Collections.shuffle(texts, random);
            texts.stream()
                    .flatMap(text -> other(passage, text, known).stream())
                    .findFirst()
                    .ifPresent(made::add);
        }
        return made;
    }

    private Optional<String> other(Passage passage, String text, List<String> known) {
        for (String name : known) {
            Matcher found = Pattern.compile("(?<!\\p{L})" + name + "(?!\\p{L})|(?<=\\p{IsHan}|\\p{Punct})" + name)
                    .matcher(text);
            if (found.find()) {
                List<String> others = known.stream()
                        .filter(other -> !passage.evidence().contains(other))
                        .toList();
                String other = others.get(random.nextInt(others.size()));
                return Optional.of(text.substring(0, found.start()) + other + text.substring(found.end()));
            }
        }
        return Optional.empty();
    }

    private static List<String> words(String words) {
        return List.of(words.split(" "));
    }
}
