package news.lede.community;

import java.util.List;
import java.util.Optional;

/**
 * What is a person's alone, by the platforms that tell persons from communities. On any other, as on the console, there are no communities; a key is the id of whoever it belongs to, and nothing is hidden from
 * whoever looks after the installation.
 */
public record PersonalPlaces(List<PersonalKeys> platforms) {
    public PersonalPlaces {
        platforms = List.copyOf(platforms);
        if (platforms.stream().map(PersonalKeys::platform).distinct().count() < platforms.size()) {
            throw new IllegalArgumentException("a platform names its persons in one way: " + platforms);
        }
    }

    /** What the private chat of {@code person} is called, and the workspace that it is. */
    public String keyOf(PersonKey person) {
        return of(person.platform()).map(keys -> keys.keyOf(person.id())).orElse(person.id());
    }

    /** Whose a chat or workspace of this name is; empty if it is nobody's alone. */
    public Optional<PersonKey> personOf(String platform, String key) {
        return of(platform)
                .map(keys -> keys.personOf(key))
                .orElse(Optional.of(key))
                .map(id -> new PersonKey(platform, id));
    }

    private Optional<PersonalKeys> of(String platform) {
        return platforms.stream().filter(one -> one.platform().equals(platform)).findFirst();
    }
}
