package news.lede.summary;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.lede.summary.Acts.Act;

/** Who did what to whom in Chinese, by the order around a verb, and in Japanese, by the particles behind the two. */
final class UncasedActs {
    private static final int WINDOW = 24;
    private static final Pattern CLAUSE_END = Pattern.compile("[。；！？\\n]");
    private static final Pattern SUBJECT = Pattern.compile("([^。、，]{2,12}?)[はが]");
    private static final Pattern OBJECT = Pattern.compile("(?:^|[。、，はがで])([^。、，はが]{2,14}?)[をに](?!より|ついて)");
    private static final Pattern JAPANESE_PASSIVE = Pattern.compile("され|られた|られる|敗れ|負け");

    private UncasedActs() {}

    static List<Act> of(Passage passage) {
        boolean japanese = passage.language().code().equals("ja");
        RoleWords words = RoleWords.of(passage.language().code());
        List<Act> acts = new ArrayList<>();
        for (String clause : CLAUSE_END.split(passage.text())) {
            Matcher verb = words.verbs().matcher(clause);
            while (verb.find()) {
                if (japanese) {
                    byParticles(clause, acts);
                } else {
                    byOrder(clause, verb, acts);
                }
            }
        }
        return acts;
    }

    private static void byOrder(String clause, Matcher verb, List<Act> acts) {
        String before = clause.substring(Math.max(0, verb.start() - WINDOW), verb.start());
        String behind = clause.substring(verb.end(), Math.min(clause.length(), verb.end() + WINDOW));
        int by = before.lastIndexOf('被');
        if (by >= 0) {
            acts.add(new Act(verb.group(), true, pairs(before.substring(0, by)), pairs(before.substring(by + 1))));
        } else {
            acts.add(new Act(verb.group(), false, pairs(before), pairs(behind)));
        }
    }

    private static void byParticles(String clause, List<Act> acts) {
        Matcher subject = SUBJECT.matcher(clause);
        if (subject.find()) {
            Matcher object = OBJECT.matcher(clause).region(subject.end() - 1, clause.length());
            boolean passive = JAPANESE_PASSIVE.matcher(clause).find();
            Set<String> objects = new HashSet<>();
            while (object.find()) {
                objects.addAll(pairs(object.group(1)));
            }
            acts.add(new Act("win", passive, pairs(subject.group(1)), objects));
        }
    }

    /** Two characters each: words of the script need no dictionary then. */
    private static Set<String> pairs(String text) {
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 2 <= text.length(); i++) {
            String pair = text.substring(i, i + 2);
            if (pair.codePoints()
                    .allMatch(c -> Character.isLetter(c)
                            && Character.UnicodeScript.of(c) != Character.UnicodeScript.HIRAGANA)) {
                pairs.add(pair);
            }
        }
        return pairs;
    }
}
