package news.lede.store;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.lede.community.PersonalKeys;
import news.lede.community.PersonalPlaces;
import org.jdbi.v3.core.statement.SqlStatement;

/** {@link PersonalPlaces} as conditions of a statement. What platforms are called and how their keys begin is bound to it, never written into it. */
final class PersonalCondition {
    private final List<PersonalKeys> platforms;

    PersonalCondition(PersonalPlaces places) {
        platforms = places.platforms();
    }

    /** True where the column {@code platform} is one that tells persons from communities. */
    String told(String platform) {
        return anyOf(i -> platform + " = :platform" + i);
    }

    /** True where one of the columns {@code keys} is a person's on its {@code platform}. */
    String personal(String platform, String... keys) {
        return anyOf(i -> platform + " = :platform" + i + " AND ("
                + Stream.of(keys).map(key -> personal(i, key)).collect(Collectors.joining(" OR ")) + ")");
    }

    /** {@code LIKE} would not do: to SQLite it is the same in capitals, and a prefix may have wildcards in it. */
    private String personal(int i, String key) {
        String beginning = "substr(" + key + ", 1, length(:prefix" + i + "))";
        return switch (platforms.get(i)) {
            case PersonalKeys.Prefixed _ -> beginning + " = :prefix" + i;
            case PersonalKeys.Bare _ -> beginning + " <> :prefix" + i;
        };
    }

    private String anyOf(IntFunction<String> condition) {
        return IntStream.range(0, platforms.size())
                .mapToObj(i -> " OR (" + condition.apply(i) + ")")
                .collect(Collectors.joining("", "(1 = 0", ")"));
    }

    <S extends SqlStatement<S>> S bind(S statement) {
        for (int i = 0; i < platforms.size(); i++) {
            PersonalKeys one = platforms.get(i);
            statement.bind("platform" + i, one.platform());
            statement.bind(
                    "prefix" + i,
                    switch (one) {
                        case PersonalKeys.Prefixed(String _, String prefix) -> prefix;
                        case PersonalKeys.Bare(String _, String othersPrefix) -> othersPrefix;
                    });
        }
        return statement;
    }
}
