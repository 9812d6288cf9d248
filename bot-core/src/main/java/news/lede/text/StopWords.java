package news.lede.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Words too frequent to tell one text from another. Lists come with Lucene's analysers; where it has none we have a short one of our own. A language
 * without any has no stop words: weights by frequency must then do the work.
 */
public final class StopWords {
    private static final Map<String, StopWords> BY_LANGUAGE = new ConcurrentHashMap<>();

    private static final Map<String, String> SNOWBALL = Map.ofEntries(
            Map.entry("da", "danish"),
            Map.entry("nl", "dutch"),
            Map.entry("en", "english"),
            Map.entry("fi", "finnish"),
            Map.entry("fr", "french"),
            Map.entry("de", "german"),
            Map.entry("hu", "hungarian"),
            Map.entry("id", "indonesian"),
            Map.entry("ms", "indonesian"),
            Map.entry("ga", "irish"),
            Map.entry("it", "italian"),
            Map.entry("no", "norwegian"),
            Map.entry("nb", "norwegian"),
            Map.entry("nn", "norwegian"),
            Map.entry("pt", "portuguese"),
            Map.entry("ru", "russian"),
            Map.entry("es", "spanish"),
            Map.entry("sv", "swedish"));

    private static final Set<String> PLAIN = Set.of(
            "ar", "bg", "bn", "br", "ca", "ckb", "el", "et", "eu", "fa", "gl", "hi", "hy", "lt", "lv", "ne", "ro", "sr",
            "ta", "te", "th", "tr");

    /** Ours: where Lucene has no list, and news words that its lists lack. */
    private static final Map<String, String> OWN = Map.ofEntries(
            Map.entry(
                    "en",
                    "said says say would could should also will may might can must one two mr mrs ms dr us however according told since new year"
                            + " years day days week weeks month months last first many much like among amid via per still yet even just"
                            + " made make get got going go well another around upon within yesterday today tomorrow earlier later meanwhile without including"
                            + " monday tuesday wednesday thursday friday saturday sunday reuters ap afp it's he's she's that's don't i'm"),
            Map.entry(
                    "de",
                    "sagte sagt wurde wurden worden laut jedoch seit beim mehr etwa bereits schon noch immer zudem dabei sowie rund uhr jahr jahre"
                            + " jahren tag tage dpa montag dienstag mittwoch donnerstag freitag samstag sonntag"),
            Map.entry(
                    "fr",
                    "dit selon plus après avant depuis comme être été ans an deux aussi afp lundi mardi mercredi jeudi vendredi samedi dimanche"),
            Map.entry(
                    "es",
                    "dijo según más tras desde hasta años año dos también efe lunes martes miércoles jueves viernes sábado domingo"),
            Map.entry(
                    "pt",
                    "disse segundo mais após desde até anos ano dois também segunda terça quarta quinta sexta sábado domingo ser foi"),
            Map.entry(
                    "it",
                    "detto secondo più dopo prima anni anno due anche essere stato stata ansa lunedì martedì mercoledì giovedì venerdì sabato domenica"),
            Map.entry(
                    "nl",
                    "zei zegt volgens jaar jaren twee ook meer wordt werd maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"),
            Map.entry(
                    "ru",
                    "это также который которая которые года году лет сообщил заявил тасс риа сообщает более после"),
            Map.entry(
                    "uk",
                    "і й та а але або що щоб як це цей ця ці той та ті не ні на в у з із зі до від за по про для при через під над між без після перед"
                            + " він вона воно вони ми ви я його її їх їм йому їй нас вас мене свій своя своє свої був була було були є бути буде будуть"
                            + " також ще вже так тому коли де який яка яке які року рік років якщо би б же лише тільки можна може"),
            Map.entry(
                    "pl",
                    "i w we z ze na do od za po o u dla przy przez pod nad między bez po przed oraz a ale lub albo że żeby jak to ten ta te tego tej tych"
                            + " nie się jest są był była było były być będzie będą on ona ono oni one jego jej ich im mu go ja ty my wy już tylko także"
                            + " może można który która które którzy których roku rok lat jako gdy tak co też więc czy"),
            Map.entry(
                    "cs",
                    "a i v ve z ze na do od za po o u pro při před pod nad mezi bez se si je jsou byl byla bylo byli být bude budou ten ta to ti"
                            + " ty tento tato toto že aby jak který která které kteří ale nebo není podle také už jen jeho její jejich roku let"),
            Map.entry(
                    "sk",
                    "a i v vo z zo na do od za po o u pre pri pred pod nad medzi bez sa si je sú bol bola bolo boli byť bude že aby ako ktorý ktorá ktoré ale alebo nie podľa aj už len jeho jej ich roku"),
            Map.entry(
                    "hr",
                    "i u na za od do iz s sa o po pri pod nad bez je su bio bila bilo bili biti će da ne se koji koja koje ali ili kako što to taj ta kao više nakon prema godine"),
            Map.entry(
                    "sl",
                    "in v na za od do iz s z o po pri pod nad brez je so bil bila bilo bili biti bo da ne se ki pa ali kot tudi še že po leta"),
            Map.entry(
                    "vi",
                    "và của là có được các những một cho với trong này đã không người khi đến từ tại về ra vào để theo ông bà anh chị cũng như sẽ đang bị do"
                            + " nhiều trên sau lại đó năm ngày rằng còn nên vì thì mà hơn nhưng phải đây việc chỉ đi lên hai qua bằng hay cùng rất nay"),
            Map.entry("ja", "これ それ あれ この その こと もの ため する して した いる ある なる れる られ です ます から まで より など について によると という"),
            Map.entry(
                    "zh",
                    "的 了 在 是 和 与 及 或 也 都 就 而 等 这 那 有 为 对 中 上 下 将 被 把 从 到 他 她 它 我 你 们 个 一个 他们 我们 表示 没有 已经 可以 因为 所以 但是 以及"),
            Map.entry("ko", "그 이 저 것 수 등 및 또 더 있다 했다 한다 밝혔다 말했다 위해 대한 지난 오는 통해 따르면"),
            Map.entry(
                    "he",
                    "של את על לא הוא היא זה זו הם הן אני כי גם עם או אם אל כל יש אין היה היתה היו לאחר בין עד רק כך אך אבל מה מי כמו יותר"),
            Map.entry(
                    "ur", "کے کی کا میں ہے اور سے کو پر نے یہ کہ اس ہیں تھا تھی تھے بھی ایک نہیں جو ان کر لیے ہو گیا"),
            Map.entry("fa", "و در به از که این را با است برای آن یک خود تا کرد بر هم نیز می شد شده گفت وی ها های بود"),
            Map.entry(
                    "tr",
                    "ve bir bu da de için ile olarak olan gibi daha çok en ise ancak kadar sonra göre dedi etti oldu yeni"),
            Map.entry(
                    "ar",
                    "قال وقال قالت إن أن التي الذي الذين هذا هذه ذلك تلك كان كانت وكان قد وقد لم لن ما كما بعد قبل عام يوم خلال حول بين حتى منذ"));

    private final Set<String> words;

    private StopWords(Set<String> words) {
        this.words = words;
    }

    /** Those of a language; loaded once, at first use. */
    public static StopWords of(Language language) {
        return BY_LANGUAGE.computeIfAbsent(language.code(), code -> load(language));
    }

    /** Whether a word in lower case is one, with or without its accents. */
    public boolean contains(String lower) {
        return words.contains(lower);
    }

    /** All of them in lower case: as written, and folded. */
    Set<String> all() {
        return words;
    }

    private static StopWords load(Language language) {
        String code = language.code();
        Set<String> words = new HashSet<>();
        String snowball = SNOWBALL.get(code);
        if (snowball != null) {
            read("/org/apache/lucene/analysis/snowball/" + snowball + "_stop.txt", words);
        } else if (PLAIN.contains(code)) {
            read("/org/apache/lucene/analysis/" + code + "/stopwords.txt", words);
        } else if (code.equals("cs")) {
            read("/org/apache/lucene/analysis/cz/stopwords.txt", words);
        }
        String own = OWN.get(code);
        if (own != null) {
            words.addAll(Arrays.asList(own.split(" ")));
        }
        Set<String> all = new HashSet<>();
        for (String word : words) {
            String lower = Folding.lower(word, language);
            all.add(lower);
            all.add(Folding.fold(lower, language));
        }
        return new StopWords(Set.copyOf(all));
    }

    /** Word lists with comments behind "|" (Snowball) or "#". A list that a later Lucene no longer brings is no error: weights do the work. */
    private static void read(String resource, Set<String> words) {
        try (InputStream in = StopWords.class.getResourceAsStream(resource)) {
            if (in == null) {
                return;
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String kept = line.split("[|#]", 2)[0].strip();
                if (!kept.isEmpty()) {
                    words.addAll(Arrays.asList(kept.split("\\s+")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading stop words " + resource, e);
        }
    }
}
