package news.lede.summary;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Small words by which {@link Sayings} tells who says what, folded. */
final class SayingWords {
    static final Set<String> ACCORDING_TO = words(
            "according laut selon zufolge segun según secondo segundo volgens conform согласно словам данным словами даними theo gore göre enligt wedlug göre حسب بحسب وفقا وفق");
    /** "segundo", "secondo" are ordinals too: these need a name or an article behind them. */
    static final Set<String> ALSO_ORDINALS = words("secondo segundo");

    /** "nach Angaben", "nach Auskunft", "d'après". */
    static final Set<String> STATEMENTS = words("angaben auskunft aussage worten apres d'apres");

    static final Set<String> PASSIVE = words("is are was were be been being wird werden wurde wurden");
    static final Set<String> NOT_SPEAKERS = words("also later earlier today yesterday then now court papers statement");

    static final Set<String> AND = words("and but und aber et mais y pero e mas ma en maar");
    static final Set<String> STUDIES =
            words("poll survey study report analysis inquiry investigation researchers scientists");
    static final Set<String> AGENTS = words("by von vom par por pelo pela da dal dalla door");
    static final Set<String> THAT = words("that dass que che dat что що إن ان أن");
    static final Set<String> BUT = words("but aber mais pero mas ma maar men ale но а але ama fakat");
    static final Set<String> OF = words("for of from de del della von van do da");
    static final Set<String> RELATIVE = words("who which der die das qui que che który która который которая який яка");

    private SayingWords() {}

    private static Set<String> words(String words) {
        return Stream.of(words.split(" ")).collect(Collectors.toUnmodifiableSet());
    }
}
