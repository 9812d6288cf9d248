package news.lede.community;

import java.util.Optional;

/**
 * How one platform names what is a person's alone: their private chat with us and the workspace that it is. The adapter of the platform says it once; whoever has to know asks here, so that no key is taken
 * apart anywhere else.
 */
public sealed interface PersonalKeys {
    String platform();

    /** What the private chat of a person is called, and the workspace that it is. */
    String keyOf(String person);

    /** Whose a chat or workspace of this name is; empty if it is nobody's alone. */
    Optional<String> personOf(String key);

    default boolean isPersonal(String key) {
        return personOf(key).isPresent();
    }

    /** {@code prefix} and the id of the person. Nothing else begins so. */
    record Prefixed(String platform, String prefix) implements PersonalKeys {
        public Prefixed {
            require(prefix);
        }

        @Override
        public String keyOf(String person) {
            return prefix + person;
        }

        @Override
        public Optional<String> personOf(String key) {
            return key.startsWith(prefix) ? Optional.of(key.substring(prefix.length())) : Optional.empty();
        }
    }

    /** The id of the person as it is. Everything else begins with {@code othersPrefix}. */
    record Bare(String platform, String othersPrefix) implements PersonalKeys {
        public Bare {
            require(othersPrefix);
        }

        @Override
        public String keyOf(String person) {
            return person;
        }

        @Override
        public Optional<String> personOf(String key) {
            return key.startsWith(othersPrefix) ? Optional.empty() : Optional.of(key);
        }
    }

    private static void require(String prefix) {
        if (prefix.isEmpty()) {
            throw new IllegalArgumentException("every key begins with nothing, so it tells nobody's from others'");
        }
    }
}
