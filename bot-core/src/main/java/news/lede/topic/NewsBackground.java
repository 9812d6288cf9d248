package news.lede.topic;

import java.util.Map;
import java.util.Optional;
import news.lede.text.Language;

/** What is usual in news now: meanings, where there are any, and the wording of each language that enough articles are in. Immutable and thread-safe. */
record NewsBackground(Optional<TopicMeaning.Background> meaning, Map<Language, UsualWording> wordings) {
    NewsBackground {
        wordings = Map.copyOf(wordings);
    }

    Optional<UsualWording> wording(Language language) {
        return Optional.ofNullable(wordings.get(language));
    }
}
