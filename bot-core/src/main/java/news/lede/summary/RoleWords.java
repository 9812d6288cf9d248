package news.lede.summary;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import news.lede.story.WordLists;

/** What tells in a language who did it and to whom, from {@code roles.txt}. Thread-safe. */
record RoleWords(
        Set<String> by, Set<String> aside, Pattern verbs, boolean verbFinal, boolean verbFirst, boolean cases) {
    private static final Map<String, List<String>> LINES = WordLists.byLanguage(RoleWords.class, "roles.txt");
    private static final Map<String, RoleWords> BY_LANGUAGE = new ConcurrentHashMap<>();
    private static final Pattern NOTHING = Pattern.compile("(?!)");
    private static final Set<String> ARTICLES = Set.copyOf(List.of(
            ("the a an its their his her der die das den dem ein eine einen einem einer le la les l' un une el los las una o os as um uma il lo gli"
                            + " i uno de het een son sa ses leur leurs su sus seu sua suo sua il loro zijn haar sein seine seinen seinem ihr ihre ihren"
                            + " ihrem this that these those no")
                    .split(" ")));

    private static final Set<String> WITH_ARTICLE_A = Set.of("en", "pt");

    static RoleWords of(String language) {
        return BY_LANGUAGE.computeIfAbsent(language, RoleWords::read);
    }

    /** Whether a verb of the language may look so. */
    boolean mayBeVerb(String folded) {
        return verbs == NOTHING || verbs.matcher(folded).matches();
    }

    /** Whether a word stands before a noun only. "A" is a verb in French. */
    static boolean isArticle(String folded, String language) {
        return ARTICLES.contains(folded) && !(folded.equals("a") && !WITH_ARTICLE_A.contains(language));
    }

    private static RoleWords read(String language) {
        Set<String> by = new HashSet<>();
        Set<String> aside = new HashSet<>();
        Set<String> order = new HashSet<>();
        Pattern verbs = NOTHING;
        for (String line : LINES.getOrDefault(language, List.of())) {
            List<String> words = List.of(line.split(" "));
            List<String> listed = words.subList(1, words.size());
            switch (words.getFirst()) {
                case "by" -> by.addAll(listed);
                case "aside" -> aside.addAll(listed);
                case "verbs" -> verbs = Pattern.compile(listed.getFirst());
                default -> order.add(words.getFirst());
            }
        }
        return new RoleWords(
                Set.copyOf(by),
                Set.copyOf(aside),
                verbs,
                order.contains("final"),
                order.contains("first"),
                order.contains("cases"));
    }
}
