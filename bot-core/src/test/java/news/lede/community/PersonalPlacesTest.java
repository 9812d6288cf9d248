package news.lede.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonalPlacesTest {
    private final PersonalPlaces places = SamplePlaces.PERSONAL;

    @ParameterizedTest
    @CsvSource({"discord, 5, user:5", "telegram, 55, 55", "console, local, local"})
    void whatIsCalledAfterAPersonIsTheirs(String platform, String person, String key) {
        PersonKey whose = new PersonKey(platform, person);

        assertThat(places.keyOf(whose)).isEqualTo(key);
        assertThat(places.personOf(platform, key)).contains(whose);
    }

    @ParameterizedTest
    @CsvSource({"discord, guild:7", "discord, 70", "discord, a user:5", "telegram, -100"})
    void whatIsACommunitysIsNobodysAlone(String platform, String key) {
        assertThat(places.personOf(platform, key)).isEqualTo(Optional.empty());
    }

    @Test
    void aPlatformNamesItsPersonsInOneWay() {
        List<PersonalKeys> both = List.of(new PersonalKeys.Prefixed("one", "p"), new PersonalKeys.Bare("one", "-"));

        assertThatThrownBy(() -> new PersonalPlaces(both)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPrefixThatEveryKeyHasTellsNothing() {
        assertThatThrownBy(() -> new PersonalKeys.Prefixed("one", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PersonalKeys.Bare("one", "")).isInstanceOf(IllegalArgumentException.class);
    }
}
