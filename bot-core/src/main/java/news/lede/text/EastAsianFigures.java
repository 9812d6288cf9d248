package news.lede.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.lede.text.Figure.Bound;
import news.lede.text.Figure.Kind;
import news.lede.text.Figure.Scope;

/**
 * Reads figures of Chinese and Japanese, whose words are not parted: a number stands before its counter, and what is said of it within the same clause. Chinese numerals count only
 * before a counter, since they are parts of ordinary words too. Pure.
 */
final class EastAsianFigures {
    private static final String NUMERALS = "〇零一二三四五六七八九两兩";
    private static final String UNITS = "十百千";
    private static final String MAGNITUDES = "万萬亿億兆";

    private static final Pattern NUMBER = Pattern.compile("(百分之)?(\\p{Nd}[\\p{Nd},.，．]*(?<=\\p{Nd})|[" + NUMERALS
            + UNITS + "]+)([" + UNITS + "]?[" + MAGNITUDES + "]{0,2})(\\p{Nd}+(?=[人名]))?");
    private static final Pattern COUNTER = Pattern.compile(
            "^(?:多|余|餘|以上|近)?(个百分点|ポイント|パーセント|百分点|％|%|億円|円|欧元|美元|ドル|ユーロ|人民币|元|日元|公里|キロメートル|キロ|千米|米|メートル|厘米|センチ|公顷|ヘクタール|吨|トン|公斤|级|級|度|岁|歳|年|月|日|号|时|時|点|分钟|分|小时|時間|天|日間|周|週間|人|名|位|具|栋|棟|户|戸|座|间|票|席|例|件|架|辆|台|隻|艘|头|匹|本|校|所|家|社|個|个|次|回|番|位)");
    private static final Pattern BEFORE = Pattern.compile("(至少|少なくとも|最低|超过|超過|逾|约|約|大约|およそ|将近|近|最多|最大|不到|未满)$");
    private static final Pattern BEHIND = Pattern.compile("^(以上|余|餘|多|超|以下|未満|左右|前後|ほど|程度)");
    private static final Pattern MORE = Pattern.compile("(另有|另外|さらに|新たに|新增|又有|别|別)\\p{L}{0,2}$");
    private static final Pattern PART = Pattern.compile("(其中|包括|うち|のうち|内)[^，、。]{0,3}$");
    private static final String CLAUSE_ENDS = "，、。；;,！？!?）)（(\n";
    private static final int NEAR = 14;

    private record Event(String key, Pattern words) {}

    private static final List<Event> EVENTS = List.of(
            new Event("killed", Pattern.compile("死亡|遇难|遇難|丧生|喪生|身亡|死者|亡くな|犠牲|死んだ|死去|遗体|遺体|致死|丧命")),
            new Event("injured", Pattern.compile("受伤|受傷|负伤|負傷|けが|怪我|伤者|重傷|軽傷|轻伤|重伤|重轻傷|重軽傷")),
            new Event("missing", Pattern.compile("失踪|失蹤|行方不明|失联|下落不明|安否不明")),
            new Event("arrested", Pattern.compile("逮捕|被捕|拘留|拘束|抓获")),
            new Event("evacuated", Pattern.compile("避難|疏散|转移|撤离")),
            new Event("rescued", Pattern.compile("救出|获救|獲救|救助")),
            new Event("infected", Pattern.compile("感染|确诊|確診")),
            new Event("destroyed", Pattern.compile("全壊|倒塌|损毁|焼失|烧毁|全焼")),
            new Event("damaged", Pattern.compile("損壊|受损|半壊|浸水")),
            new Event("votes", Pattern.compile("得票")));

    private EastAsianFigures() {}

    static boolean reads(Language language) {
        return language.code().equals("zh") || language.code().equals("ja");
    }

    static List<Figure> in(String sentence, Language language) {
        List<Figure> figures = new ArrayList<>();
        Matcher number = NUMBER.matcher(sentence);
        while (number.find()) {
            Matcher counter = COUNTER.matcher(sentence.substring(number.end()));
            boolean counted = counter.find();
            boolean digits = Character.isDigit(number.group(2).codePointAt(0));
            if (!digits && !counted && number.group(1) == null) {
                continue;
            }
            read(sentence, number, counted ? counter.group(1) : "", counted ? counter.end() : 0, language)
                    .ifPresent(figures::add);
        }
        return figures;
    }

    private static Optional<Figure> read(
            String sentence, Matcher number, String counter, int counterEnd, Language language) {
        String tail = number.group(4) == null ? "" : number.group(4);
        BigDecimal value = value(number.group(2), number.group(3), language)
                .add(tail.isEmpty() ? BigDecimal.ZERO : Numbers.value(tail, language));
        boolean share = number.group(1) != null;
        Kind kind = share ? Kind.SHARE : kind(counter);
        int end = number.end() + counterEnd;
        Bound bound = bound(sentence, number.start(), number.end());
        String before = sentence.substring(Math.max(0, number.start() - NEAR), number.start());
        Scope scope =
                MORE.matcher(before).find() ? Scope.MORE : PART.matcher(before).find() ? Scope.PART : Scope.WHOLE;
        String key = kind == Kind.COUNT ? event(sentence, number.start(), end, counter) : "";
        if (kind == Kind.MEASURE && unit(counter).equals("magnitude")) {
            key = "magnitude";
        }
        if (scope == Scope.MORE && !key.equals("killed")) {
            // "another 12 are missing" beside the dead counts all the missing.
            scope = Scope.WHOLE;
        }
        Span span = new Span(number.start(), end);
        return Optional.of(new Figure(
                tidy(value),
                Optional.empty(),
                bound,
                kind,
                share ? "%" : unit(counter),
                key,
                scope,
                span.in(sentence),
                span,
                span));
    }

    private static Bound bound(String sentence, int start, int end) {
        Matcher before = BEFORE.matcher(sentence.substring(Math.max(0, start - 5), start));
        if (before.find()) {
            return switch (before.group(1)) {
                case "至少", "少なくとも", "最低" -> Bound.AT_LEAST;
                case "超过", "超過", "逾" -> Bound.MORE_THAN;
                case "最多", "最大" -> Bound.AT_MOST;
                case "不到", "未满" -> Bound.LESS_THAN;
                case "将近", "近" -> Bound.NEARLY;
                default -> Bound.ABOUT;
            };
        }
        String rest = sentence.substring(end);
        Matcher behind = BEHIND.matcher(rest);
        Matcher behindCounter = BEHIND.matcher(rest.isEmpty() ? "" : rest.substring(1));
        String told = behind.find() ? behind.group(1) : behindCounter.find() ? behindCounter.group(1) : "";
        return switch (told) {
            case "以上" -> Bound.AT_LEAST;
            case "余", "餘", "多", "超" -> Bound.MORE_THAN;
            case "以下" -> Bound.AT_MOST;
            case "未満" -> Bound.LESS_THAN;
            case "左右", "前後", "ほど", "程度" -> Bound.ABOUT;
            default -> Bound.EXACT;
        };
    }

    /** The event told in the same clause: behind the number before the next one, else just before it. */
    private static String event(String sentence, int start, int end, String counter) {
        if (!"人名位具栋棟户戸座间票例件".contains(counter) || counter.isEmpty()) {
            return "";
        }
        int to = end;
        while (to < sentence.length()
                && to < end + NEAR
                && CLAUSE_ENDS.indexOf(sentence.charAt(to)) < 0
                && !Character.isDigit(sentence.charAt(to))) {
            to++;
        }
        int from = start;
        while (from > 0
                && from > start - NEAR
                && CLAUSE_ENDS.indexOf(sentence.charAt(from - 1)) < 0
                && !Character.isDigit(sentence.charAt(from - 1))) {
            from--;
        }
        String key = first(sentence.substring(end, to));
        if (key.isEmpty()) {
            key = last(sentence.substring(from, start));
        }
        boolean building = "栋棟户戸座间".contains(counter);
        return building && !key.isEmpty()
                ? key + ":building"
                : key.isEmpty() && "人名".contains(counter) ? "people" : key;
    }

    private static String first(String text) {
        int best = Integer.MAX_VALUE;
        String key = "";
        for (Event event : EVENTS) {
            Matcher found = event.words.matcher(text);
            if (found.find() && found.start() < best) {
                best = found.start();
                key = event.key;
            }
        }
        return key;
    }

    private static String last(String text) {
        int best = -1;
        String key = "";
        for (Event event : EVENTS) {
            Matcher found = event.words.matcher(text);
            while (found.find()) {
                if (found.start() > best) {
                    best = found.start();
                    key = event.key;
                }
            }
        }
        return key;
    }

    private static Kind kind(String counter) {
        return switch (counter) {
            case "年" -> Kind.YEAR;
            case "月", "日", "号" -> Kind.DATE;
            case "时", "時", "点" -> Kind.TIME;
            case "分", "分钟", "小时", "時間", "天", "日間", "周", "週間" -> Kind.DURATION;
            case "岁", "歳" -> Kind.AGE;
            case "番" -> Kind.ORDINAL;
            default -> {
                String unit = unit(counter);
                yield unit.isEmpty()
                        ? Kind.COUNT
                        : Units.byId(unit)
                                .map(u -> u.money()
                                        ? Kind.MONEY
                                        : u.kind().matches("percent|points") ? Kind.SHARE : Kind.MEASURE)
                                .orElse(Kind.COUNT);
            }
        };
    }

    private static String unit(String counter) {
        return switch (counter) {
            case "%", "％", "パーセント" -> "%";
            case "个百分点", "百分点", "ポイント" -> "pp";
            case "円", "億円", "日元" -> "JPY";
            case "元", "人民币" -> "CNY";
            case "美元", "ドル" -> "USD";
            case "欧元", "ユーロ" -> "EUR";
            case "公里", "千米", "キロ", "キロメートル" -> "km";
            case "米", "メートル" -> "m";
            case "厘米", "センチ" -> "cm";
            case "公顷", "ヘクタール" -> "ha";
            case "吨", "トン" -> "t";
            case "公斤" -> "kg";
            case "级", "級" -> "magnitude";
            case "度" -> "deg";
            default -> "";
        };
    }

    private static BigDecimal value(String number, String magnitudes, Language language) {
        BigDecimal value = Character.isDigit(number.codePointAt(0))
                ? Numbers.value(number.replace('，', ',').replace('．', '.'), language)
                : BigDecimal.valueOf(numerals(number));
        for (int i = 0; i < magnitudes.length(); i++) {
            value = value.multiply(BigDecimal.valueOf(magnitude(magnitudes.charAt(i))));
        }
        return value;
    }

    private static long numerals(String text) {
        long total = 0;
        long digit = 0;
        boolean units = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int unit = UNITS.indexOf(c);
            if (unit >= 0) {
                total += Math.max(1, digit) * (long) Math.pow(10, unit + 1.0);
                digit = 0;
                units = true;
            } else {
                int n = NUMERALS.indexOf(c);
                int single = n < 2 ? 0 : n > 10 ? 2 : n - 1;
                digit = units ? single : digit * 10 + single;
            }
        }
        return total + digit;
    }

    private static long magnitude(char c) {
        return switch (c) {
            case '十' -> 10L;
            case '百' -> 100L;
            case '千' -> 1_000L;
            case '万', '萬' -> 10_000L;
            case '亿', '億' -> 100_000_000L;
            default -> 1_000_000_000_000L;
        };
    }

    private static BigDecimal tidy(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
