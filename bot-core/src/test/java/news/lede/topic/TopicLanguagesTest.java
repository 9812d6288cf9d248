package news.lede.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.lede.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Topics are found in texts of other languages by their names and words there, inflected and joined as those languages do. */
class TopicLanguagesTest {
    private static final TopicWords MIGRATION = new TopicWords(new Topic(
            new TopicId("migration"),
            Map.of(
                    Language.ENGLISH,
                    "Immigration",
                    new Language("de"),
                    "Einwanderung",
                    new Language("fr"),
                    "Immigration",
                    new Language("es"),
                    "Inmigración",
                    new Language("vi"),
                    "Nhập cư",
                    new Language("ar"),
                    "الهجرة",
                    new Language("ja"),
                    "移民",
                    new Language("ru"),
                    "Иммиграция"),
            "",
            Map.of(
                    new Language("zh"), List.of("难民营", "移民"),
                    new Language("ru"), List.of("беженцы"),
                    new Language("tr"), List.of("göçmen*")),
            Optional.empty()));

    @ParameterizedTest
    @CsvSource({
        "de, Der Rat streitet über das neue Einwanderungsgesetz., Einwanderungsgesetz",
        "de, Mehr Einwanderungen als im Vorjahr zählt das Amt., Einwanderungen",
        "fr, Le débat sur l'immigration reprend au conseil., l'immigration",
        "es, La inmigracion crece en la costa de Belmar., inmigracion",
        "es, Las inmigraciones recientes llegaron por mar., inmigraciones",
        "vi, Luật nhập cư mới có hiệu lực từ tháng sau., nhập cư",
        "ar, تناقش الحكومة ملف الهجرة اليوم., الهجرة",
        "ar, قانون هجرة جديد في البلاد., هجرة",
        "ar, تتعلق القضية بالهجرة إلى الشمال., بالهجرة",
        "ja, 政府は移民政策を見直す。, 移民",
        "zh, 边境的难民营已经满员。, 难民营",
        "ru, Совет обсудил иммиграцию и жильё., иммиграцию",
        "ru, Катер доставил беженцев на остров., беженцев",
        "tr, Göçmenler kıyıya ulaştı., Göçmenler"
    })
    void theWordIsFound(String language, String text, String word) {
        assertThat(MIGRATION.in("", text, new Language(language)).words()).containsExactly(word);
    }

    @ParameterizedTest
    @CsvSource({
        "de, Der Rat streitet über das neue Schwimmbad.",
        "fr, Le débat sur la piscine reprend au conseil.",
        "vi, Trận đấu kết thúc với tỷ số hòa.",
        "ar, تناقش الحكومة ملف المسبح اليوم.",
        "ja, 政府は水泳政策を見直す。",
        "zh, 边境的游泳馆已经满员。",
        "ru, Совет обсудил новый бассейн."
    })
    void whatSpeaksOfSomethingElseIsNot(String language, String text) {
        assertThat(MIGRATION.in("", text, new Language(language)).words()).isEmpty();
    }

    @Test
    void wordsForAllLanguagesAreLookedForInEach() {
        TopicWords named = new TopicWords(new Topic(
                new TopicId("ebola"),
                Map.of(Language.ENGLISH, "Ebola"),
                "",
                Map.of(Language.UNKNOWN, List.of("ebola*")),
                Optional.empty()));
        assertThat(named.in("", "Erste Ebolafälle in Altenried.", new Language("de"))
                        .words())
                .containsExactly("Ebolafälle");
        assertThat(named.in("", "Ebola diagnostisoitiin.", new Language("fi")).words())
                .containsExactly("Ebola");
    }
}
