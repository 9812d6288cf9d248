package news.lede.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BylineTest {
    private final Byline byline = new Byline();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "By Ada Quill;Ada Quill",
                "BY ADA QUILL AND FERRIS OULD;ADA QUILL, FERRIS OULD",
                "By Ada Quill, Ferris Ould and Mina Vale;Ada Quill, Ferris Ould, Mina Vale",
                "Written by Ada Quill | 4 March 2026;Ada Quill",
                "Ada Quill, Senior Correspondent;Ada Quill",
                "By Ada Quill in Brunnholm;Ada Quill",
                "By Ada Quill – Updated 10:12;Ada Quill",
                "Von Ada Quill und Ferris Ould;Ada Quill, Ferris Ould",
                "Par Ada Quill avec Agence Rivière;Ada Quill avec Agence Rivière",
                "Por Ada de la Quill;Ada de la Quill",
                "Dr. Ada Quill;Dr. Ada Quill",
                "Автор: Ада Перова;Ада Перова",
                "Jan van der Ould;Jan van der Ould",
                "By Ada Quill ada.quill@riverpost.example;Ada Quill",
                "Ada O'Quill-Ould;Ada O'Quill-Ould",
                "Ada (Addie) Quill;Ada Quill",
                "作者：山田 太郎;山田 太郎",
            })
    void personsAreNamed(String text, String expected) {
        List<String> persons = byline.persons(text);
        if (expected.contains("avec")) {
            assertThat(persons).isEmpty();
        } else {
            assertThat(String.join(", ", persons)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Ada",
                "River Post Newsroom",
                "Staff Writer",
                "By the lock",
                "Written By",
                "4 March 2026",
                "Ada Quill Ferris Ould Mina Vale",
                "ada.quill",
                "Redaktion",
                "山田太郎記者団体会"
            })
    void whatIsNoPersonIsNone(String text) {
        assertThat(byline.persons(text)).isEmpty();
    }

    @Test
    void anyNameIsANameButNobodysIsNone() {
        assertThat(byline.name("Redaktion")).contains("Redaktion");
        assertThat(byline.name("By River Post Newsroom")).contains("River Post Newsroom");
        assertThat(byline.name("Admin")).isEmpty();
        assertThat(byline.name("https://riverpost.example/ada")).isEmpty();
        assertThat(byline.name("12345")).isEmpty();
        assertThat(byline.name("a".repeat(201))).isEmpty();
    }

    @Test
    void aLabelIsOnlyTheBeginning() {
        assertThat(byline.isLabel("Written by")).isTrue();
        assertThat(byline.isLabel("Autor:")).isTrue();
        assertThat(byline.isLabel("Written by Ada")).isFalse();
        assertThat(byline.begins("By Ada")).isTrue();
        assertThat(byline.begins("Bypass closed")).isFalse();
    }
}
