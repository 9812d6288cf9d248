package news.lede.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import news.lede.summary.EvidenceGate.Kind;
import news.lede.summary.EvidenceGate.Refusal;
import news.lede.text.Token;

/**
 * Names and speakers where no capitals tell them: in Chinese and Japanese by what follows a name ("…市", "…说", "…氏"), in Arabic by what stands beside the same word.
 */
final class UncasedCheck {
    /** What stands right before a verb of saying, a title, or the ending of a place's name; two characters of it are enough to know it again. */
    private static final Pattern NAMED = Pattern.compile(
            "([\\p{IsHan}\\p{IsKatakana}ー]{2})(?=(?:周[一二三四五六日天])?(?:说|說|表示|称|稱|指出|宣布|透露|认为|認為)"
                    + "|(?:市|県|县|縣|町|村|省|州|区|區|镇)(?:の|で|长|長|发|的|，|、|は|が)?|(?:さん|氏|市長|市长|知事|首相|大統領|总统|容疑者)|(?:は|が|に|を)(?=.{0,40}(?:買収|提訴|批判|勝|述べ|話し|語っ|発表)))");

    private static final Pattern KATAKANA = Pattern.compile("[\\p{IsKatakana}ー]{4,}");
    private static final Pattern REPORTS = Pattern.compile(
            "说|說|表示|称(?=[，,。]|$)|稱|指出|宣布|透露|据.{1,12}[，,。]|(?:数据|报告)(?:显示|表明)|と述べ|と話し|と語|によると|と発表|と明らか|としている|と言|語った|述べた|話した|発表した|明らかにした");
    private static final Pattern NEGATED = Pattern.compile("[不没沒未无無否]|な[いかくし]|ません|ず[、。に]|ぬ");
    private static final Pattern QUOTED = Pattern.compile("[“”「」『』]");

    private UncasedCheck() {}

    static List<Refusal> refusals(Passage said, Passage known) {
        return switch (said.language().code()) {
            case "zh", "ja" -> unspaced(said.text(), known.text());
            case "ar", "fa", "he", "ur" -> replaced(said, known);
            default -> List.of();
        };
    }

    private static List<Refusal> unspaced(String text, String evidence) {
        List<Refusal> refusals = new ArrayList<>();
        NAMED.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !evidence.contains(name))
                .forEach(name -> refusals.add(new Refusal(Kind.NAME, name)));
        KATAKANA.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(name -> !evidence.contains(name))
                .forEach(name -> refusals.add(new Refusal(Kind.NAME, name)));
        if (NEGATED.matcher(text).find() && !NEGATED.matcher(evidence).find()) {
            refusals.add(new Refusal(Kind.NEGATION, "not"));
        }
        if (REPORTS.matcher(evidence).find()
                && !REPORTS.matcher(text).find()
                && !QUOTED.matcher(text).find()) {
            refusals.add(new Refusal(Kind.ATTRIBUTION, "stated as fact"));
        }
        return refusals;
    }

    /** Forms of one word share three letters in a row. */
    private static boolean alike(String one, String other) {
        for (int at = 0; at + 3 <= one.length(); at++) {
            if (other.contains(one.substring(at, at + 3))) {
                return true;
            }
        }
        return false;
    }

    /** A word of the text that stands where the evidence has another, beside the same one, and which neither has elsewhere. */
    private static List<Refusal> replaced(Passage said, Passage known) {
        List<Refusal> refusals = new ArrayList<>();
        Set<String> here = said.forms();
        Set<String> there = known.forms();
        List<Token> text = said.tokens();
        List<Token> evidence = known.tokens();
        for (int i = 0; i < text.size(); i++) {
            String word = text.get(i).folded();
            // "that he", "not", and the same word with the article before it.
            boolean small = text.get(i).stop() || word.length() < 4 || word.startsWith("ان");
            if (small
                    || there.contains(word)
                    || there.contains(text.get(i).stem())
                    || ReportingVerbs.contains(word)
                    || SayingWords.ACCORDING_TO.contains(word)
                    || there.stream().anyMatch(form -> form.endsWith(word.substring(word.length() - 3)))) {
                continue;
            }
            for (int j = 0; j < evidence.size(); j++) {
                boolean before = i > 0
                        && j > 0
                        && text.get(i - 1).stem().equals(evidence.get(j - 1).stem());
                boolean behind = i + 1 < text.size()
                        && j + 1 < evidence.size()
                        && text.get(i + 1).stem().equals(evidence.get(j + 1).stem());
                if ((before || behind)
                        && !here.contains(evidence.get(j).folded())
                        && !here.contains(evidence.get(j).stem())
                        && !alike(text.get(i).folded(), evidence.get(j).folded())) {
                    refusals.add(new Refusal(Kind.NAME, text.get(i).text()));
                }
            }
        }
        return refusals;
    }
}
