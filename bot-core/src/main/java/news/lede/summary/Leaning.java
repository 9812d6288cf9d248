package news.lede.summary;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.lede.text.Language;

/**
 * Whether a sentence leans on the one before: it begins with a pronoun whose noun stands elsewhere ("He added"), a connective ("But"), or a word that points back
 * ("The latter"). Such a sentence may only be shown right after its predecessor. Pure.
 *
 * <p>Lists of words per language; a language without one is judged by English words, which its texts hardly begin with.
 */
final class Leaning {
    /** Pronouns that can be a subject, alone or after an introducing clause ("On Monday, he said"). */
    private static final Map<String, Set<String>> PRONOUNS = Map.ofEntries(
            Map.entry("en", words("he she it they him them")),
            Map.entry("de", words("er sie es ihm ihnen")),
            Map.entry("fr", words("il elle ils elles")),
            Map.entry("es", words("él ella ellos ellas")),
            Map.entry("pt", words("ele ela eles elas")),
            Map.entry("it", words("egli lui lei loro essi esse")),
            Map.entry("nl", words("hij zij ze")),
            Map.entry("pl", words("on ona oni one")),
            Map.entry("sv", words("han hon de")),
            Map.entry("da", words("han hun de")),
            Map.entry("no", words("han hun de")),
            Map.entry("ru", words("он она оно они")),
            Map.entry("uk", words("він вона воно вони")),
            Map.entry("tr", words("o onlar")),
            Map.entry("vi", words("họ nó")),
            Map.entry("ar", words("هو هي هم وهو وهي وهم")),
            Map.entry("id", words("ia dia mereka")));

    /** Who writes or speaks, or is spoken to: outside quotation marks part of somebody's words, or not news. */
    private static final Map<String, Set<String>> SPEAKERS = Map.of(
            "en", words("i we you my our your i'm i've i'll we're we've we'll you're let's"),
            "de", words("ich wir mein meine unser unsere"),
            "fr", words("je nous mon notre nos"),
            "es", words("yo nosotros nuestro nuestra"),
            "pt", words("eu nós nosso nossa"),
            "it", words("io noi nostro nostra"),
            "nl", words("ik wij we mijn onze"),
            "ru", words("я мы наш наша"),
            "vi", words("tôi"));

    /** Words that point back or join when a sentence begins with them. */
    private static final Map<String, Set<String>> OPENERS = Map.ofEntries(
            Map.entry(
                    "en",
                    words(
                            "his her hers their theirs its this that these those such but and so also however meanwhile moreover instead then nor or yet"
                                    + " still therefore furthermore nevertheless nonetheless otherwise additionally besides thus hence consequently later"
                                    + " afterwards thereafter similarly likewise both neither another others")),
            Map.entry(
                    "de",
                    words(
                            "sein seine seiner seinem seinen ihr ihre ihrer ihrem ihren dies diese dieser dieses diesem diesen jene jener aber und doch"
                                    + " jedoch auch dann zudem außerdem dabei damit daher deshalb darum deswegen trotzdem dennoch allerdings stattdessen daraufhin"
                                    + " danach davor dazu dagegen darin daran darauf darüber hingegen ebenso ferner letztere letzterer beide sondern oder denn"
                                    + " dort unterdessen währenddessen somit folglich solche")),
            Map.entry(
                    "fr",
                    words(
                            "ce cet cette ces cela ceci ça son sa ses leur leurs mais et or donc pourtant cependant toutefois aussi ainsi néanmoins ensuite"
                                    + " puis enfin celui-ci celle-ci ceux-ci celles-ci lui eux c'est")),
            Map.entry(
                    "es",
                    words(
                            "este esta estos estas ese esa esos esas eso esto aquel aquella su sus pero y sino además también asimismo entonces así luego"
                                    + " después sin-embargo ambos ambas tampoco por-eso dicho dicha")),
            Map.entry(
                    "pt",
                    words(
                            "este esta estes estas esse essa esses essas isso isto aquele aquela seu sua seus suas mas e porém contudo todavia entretanto"
                                    + " também então assim depois ambos ambas já-isso tal")),
            Map.entry(
                    "it",
                    words(
                            "questo questa questi queste quello quella quelli ciò suo sua suoi sue ma e però tuttavia inoltre anche quindi infatti poi"
                                    + " invece entrambi entrambe dunque così")),
            Map.entry(
                    "nl",
                    words(
                            "zijn haar hun dit dat deze maar en echter ook daarnaast bovendien daarom toen vervolgens toch dus desondanks daarbij daarmee"
                                    + " daardoor beide hierdoor laatstgenoemde")),
            Map.entry(
                    "pl",
                    words(
                            "jego jej ich to ten ta te tego ale jednak także również ponadto natomiast i a oraz więc dlatego")),
            Map.entry("sv", words("hans hennes deras detta denna dessa men och också dessutom däremot därför dock")),
            Map.entry("da", words("hans hendes deres dette denne disse men og også desuden derimod derfor dog")),
            Map.entry("no", words("hans hennes deres dette denne disse men og også dessuten derimot derfor likevel")),
            Map.entry(
                    "ru",
                    words(
                            "его её ее их этот эта это эти этого этой тот та те но а и также однако поэтому затем потом тогда зато причем причём при-этом"
                                    + " кроме-того тем-не-менее между-тем такой такая такие оба обе")),
            Map.entry(
                    "uk",
                    words(
                            "його її їх їхній цей ця це ці той та ті але а і й також однак проте тому потім тоді зате при-цьому крім-того водночас"
                                    + " натомість такий така такі обидва обидві")),
            Map.entry(
                    "tr",
                    words(
                            "bu bunlar bunun buna bunu şu ama ancak fakat ayrıca böylece üstelik oysa öte-yandan bunun-üzerine bununla-birlikte ve çünkü"
                                    + " dolayısıyla onun onu ona onların")),
            Map.entry(
                    "vi",
                    words(
                            "này đó điều-này điều-đó nhưng tuy-nhiên ngoài-ra đồng-thời theo-đó trong-khi-đó bên-cạnh-đó do-đó vì-vậy sau-đó tại-đây và"
                                    + " cũng mặt-khác người-này ông-này bà-này việc-này vụ-việc-này trước-đó qua-đó song")),
            Map.entry(
                    "ar",
                    words(
                            "هذا هذه ذلك تلك هؤلاء وهذا وهذه لكن ولكن لكنه لكنها كما وأضاف وأضافت وتابع وتابعت وأردف وأردفت واستطرد ثم لذلك كذلك وكذلك"
                                    + " بينما غير-أن إلا-أن ومع-ذلك من-جهته من-جهتها وكان وكانت بدوره بدورها")),
            Map.entry(
                    "id",
                    words(
                            "ini itu tersebut namun tetapi tapi dan selain-itu sementara-itu kemudian oleh-karena-itu hal-ini")));

    /** Openers of more than one word, in order of their words. */
    private static final Map<String, List<String>> PHRASES = Map.of(
            "en",
                    List.of(
                            "the man ",
                            "the woman ",
                            "the couple ",
                            "the suspect ",
                            "the individual ",
                            "the group ",
                            "the party ",
                            "the latter",
                            "the former ",
                            "the pair ",
                            "the duo ",
                            "the two ",
                            "the three ",
                            "the trio ",
                            "as a result",
                            "in addition",
                            "for example",
                            "for instance",
                            "at the same time",
                            "on the other hand",
                            "in contrast",
                            "by contrast",
                            "after that",
                            "before that",
                            "in that case",
                            "because of this",
                            "despite this",
                            "for that reason",
                            "one of them",
                            "some of them",
                            "most of them",
                            "none of them",
                            "all of them",
                            "not only that",
                            "to that end",
                            "in turn",
                            "since then",
                            "until then",
                            "even so",
                            "what is more"),
            "de",
                    List.of(
                            "die beiden",
                            "der letztere",
                            "das sagte",
                            "das gab",
                            "das teilte",
                            "das erklärte",
                            "zum beispiel",
                            "im gegensatz dazu",
                            "darüber hinaus",
                            "aus diesem grund",
                            "zugleich",
                            "gleichzeitig"),
            "fr",
                    List.of(
                            "par ailleurs",
                            "en outre",
                            "de plus",
                            "en revanche",
                            "par conséquent",
                            "par exemple",
                            "de son côté",
                            "de leur côté",
                            "ce dernier",
                            "cette dernière",
                            "dans le même temps",
                            "les deux ",
                            "malgré cela",
                            "c’est"),
            "es",
                    List.of(
                            "sin embargo",
                            "por su parte",
                            "no obstante",
                            "por otra parte",
                            "por otro lado",
                            "en cambio",
                            "por eso",
                            "por ello",
                            "por ejemplo",
                            "de este modo",
                            "los dos ",
                            "a su vez",
                            "al mismo tiempo",
                            "mientras tanto"),
            "pt",
                    List.of(
                            "além disso",
                            "no entanto",
                            "por sua vez",
                            "por isso",
                            "por outro lado",
                            "por exemplo",
                            "enquanto isso",
                            "ao mesmo tempo",
                            "os dois ",
                            "apesar disso",
                            "já o ",
                            "já a ",
                            "nesse ",
                            "nessa "),
            "it",
                    List.of(
                            "d'altra parte",
                            "al contrario",
                            "per questo",
                            "ad esempio",
                            "nel frattempo",
                            "a sua volta",
                            "i due ",
                            "oltre a ciò",
                            "dal canto suo"),
            "nl",
                    List.of(
                            "aan de andere kant",
                            "daar komt bij",
                            "de twee ",
                            "tegelijkertijd",
                            "in tegenstelling tot",
                            "ondanks dat",
                            "als gevolg daarvan"),
            "zh",
                    List.of(
                            "他", "她", "它", "但", "然而", "此外", "这", "這", "因此", "同时", "同時", "其中", "另外", "而", "并且", "所以",
                            "不过", "不過", "后者", "後者", "前者", "该", "該", "对此", "對此", "随后", "隨後", "此", "双方", "雙方", "两人",
                            "兩人"),
            "ja",
                    List.of(
                            "彼", "これ", "それ", "この", "その", "あの", "しかし", "また、", "そして", "さらに", "一方", "だが", "ただ", "同氏", "同社",
                            "同市", "同県", "同日", "同省", "なお", "ところが", "そこで", "こうした", "そうした", "両者", "両氏", "でも", "けれど", "加えて",
                            "このため"),
            "ko", List.of("그는", "그녀", "그들", "이는", "이에", "그러나", "하지만", "또 ", "또한", "이어", "한편", "이들", "그 "));

    /** What makes a pointing word a date: "this week", "este lunes", "cette année". */
    private static final Set<String> TIMES = words(
            "week weekend month year morning afternoon evening summer winter spring autumn fall season time january february march april may"
                    + " june july august september october november december monday tuesday wednesday thursday friday saturday sunday"
                    + " woche monat jahr morgen wochenende sommer winter montag dienstag mittwoch donnerstag freitag samstag sonntag"
                    + " semaine mois année matin soir après-midi été hiver lundi mardi mercredi jeudi vendredi samedi dimanche week-end"
                    + " lunes martes miércoles jueves viernes sábado domingo semana mes año mañana tarde noche verano invierno"
                    + " segunda-feira terça-feira quarta-feira quinta-feira sexta-feira ano mês manhã noite"
                    + " settimana mese anno mattina pomeriggio sera lunedì martedì mercoledì giovedì venerdì sabato domenica mattino"
                    + " maand jaar ochtend middag avond weekend zomer maandag dinsdag woensdag donderdag vrijdag zaterdag zondag");

    /** Pronouns that stand for nothing. */
    private static final List<String> EMPTY_SUBJECTS =
            List.of("il y ", "il faut ", "il s'agi", "es gibt ", "es gab ", "es kam ");

    private static final Pattern OPENING_MARKS = Pattern.compile("^[\\p{P}\\p{S}\\s]+");
    private static final Pattern WORD_END = Pattern.compile("[^\\p{L}\\p{M}\\p{N}'’-]+");
    private static final int LOOKED_AT = 160;
    private static final int INTRODUCTION = 70;
    private static final int LONGEST_OPENER = 4;

    private Leaning() {}

    /** Whether {@code sentence} needs the sentence before it to be understood. */
    static boolean leans(String sentence, Language language) {
        String code =
                PHRASES.containsKey(language.code()) || OPENERS.containsKey(language.code()) ? language.code() : "en";
        String lower = withoutMarks(sentence.substring(0, Math.min(LOOKED_AT, sentence.length()))
                        .toLowerCase(Locale.ROOT))
                .replace('’', '\'');
        if (beginsWithOne(PHRASES.getOrDefault(code, List.of()), lower)) {
            return true;
        }
        if (beginsWithOne(EMPTY_SUBJECTS, lower)) {
            return false;
        }
        List<String> words = firstWords(lower);
        Set<String> openers = OPENERS.getOrDefault(code, Set.of());
        Set<String> pronouns = PRONOUNS.getOrDefault(code, Set.of());
        String first = withoutEnding(words.getFirst());
        if (openers.contains(first) || pronouns.contains(first)) {
            return words.size() < 2 || !TIMES.contains(words.get(1));
        }
        return joined(words, openers) || pronounAfterIntroduction(sentence, lower, pronouns);
    }

    /** Whether it begins with who writes or speaks, outside quotation marks: "We take this very seriously." */
    static boolean isSomebodysWords(String sentence, Language language) {
        if (sentence.isEmpty() || !Character.isLetter(sentence.charAt(0))) {
            return false;
        }
        String first = firstWords(sentence.substring(0, Math.min(LOOKED_AT, sentence.length()))
                        .toLowerCase(Locale.ROOT)
                        .replace('’', '\''))
                .getFirst();
        return SPEAKERS.getOrDefault(language.code(), Set.of()).contains(first);
    }

    private static boolean beginsWithOne(List<String> phrases, String lower) {
        for (String phrase : phrases) {
            if (lower.startsWith(phrase)) {
                return true;
            }
        }
        return false;
    }

    private static String withoutMarks(String lower) {
        return !lower.isEmpty() && Character.isLetter(lower.charAt(0))
                ? lower
                : OPENING_MARKS.matcher(lower).replaceFirst("");
    }

    /** As many as the longest opener has; the first is empty where something else than a word begins the sentence. */
    private static List<String> firstWords(String lower) {
        List<String> words = new ArrayList<>(LONGEST_OPENER);
        int from = 0;
        while (words.size() < LONGEST_OPENER && from <= lower.length()) {
            int end = from;
            while (end < lower.length() && isWordPart(lower.codePointAt(end))) {
                end += Character.charCount(lower.codePointAt(end));
            }
            words.add(lower.substring(from, end));
            if (end == lower.length()) {
                break;
            }
            while (end < lower.length() && !isWordPart(lower.codePointAt(end))) {
                end += Character.charCount(lower.codePointAt(end));
            }
            from = end;
        }
        return words;
    }

    private static boolean isWordPart(int c) {
        if (Character.isLetter(c) || c == '\'' || c == '’' || c == '-') {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }

    /** Openers of two to four words. */
    private static boolean joined(List<String> words, Set<String> openers) {
        StringBuilder opener = new StringBuilder(words.getFirst());
        for (int i = 1; i < words.size(); i++) {
            if (openers.contains(opener.append('-').append(words.get(i)).toString())) {
                return true;
            }
        }
        return false;
    }

    /** "In a statement, she said": a clause without a name, a comma, then a pronoun. */
    private static boolean pronounAfterIntroduction(String sentence, String lower, Set<String> pronouns) {
        int comma = lower.indexOf(", ");
        if (comma < 0 || comma > INTRODUCTION) {
            return false;
        }
        String[] after = WORD_END.split(lower.substring(comma + 2), 3);
        if (!pronouns.contains(withoutEnding(after[0])) || after[0].equals("it")) {
            return false;
        }
        String introduction = sentence.substring(
                0, Math.min(sentence.length(), sentence.indexOf(',') < 0 ? 0 : sentence.indexOf(',')));
        return Stream.of(WORD_END.split(introduction))
                .skip(1)
                .filter(word -> !word.isEmpty() && Character.isUpperCase(word.charAt(0)))
                .allMatch(word -> TIMES.contains(word.toLowerCase(Locale.ROOT)));
    }

    // "he's", "that's"
    private static String withoutEnding(String word) {
        int apostrophe = word.indexOf('\'');
        return apostrophe > 1 && !word.equals("c'est") ? word.substring(0, apostrophe) : word;
    }

    private static Set<String> words(String words) {
        return Stream.of(words.split(" ")).collect(Collectors.toCollection(HashSet::new));
    }
}
