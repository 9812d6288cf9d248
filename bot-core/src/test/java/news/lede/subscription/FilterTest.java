package news.lede.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import news.lede.text.Language;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterTest {
    private static final FilterText STRIKE = new FilterText(
            "Ferry strike leaves Norby harbour empty",
            List.of(
                    "The night boat did not sail on Monday.",
                    "L’immigration n’est pas en cause; the anti-nuclear club of Mr. Müller-Lind said so at 10:30."),
            "The Harbour Post",
            Language.ENGLISH);

    private static Filter filter(String typed) {
        return switch (Filter.parse(typed)) {
            case Filter.Parsed.Read(Filter filter) -> filter;
            case Filter.Parsed.Wrong(FilterFault fault) -> throw new AssertionError(fault.toString());
        };
    }

    private static FilterText text(String title, String language) {
        return new FilterText(title, List.of(), "", new Language(language));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', textBlock = """
                    strike,                          true
                    STRIKE,                          true
                    strikes,                         false
                    strik*,                          true
                    trike,                           false
                    strike ferry,                    true
                    strike football,                 false
                    strike AND football,             false
                    strike OR football,              true
                    football OR strike,              true
                    football OR tennis,              false
                    -football,                       true
                    –football,                       true
                    NOT football,                    true
                    strike -ferry,                   false
                    strike NOT ferry,                false
                    NOT NOT strike,                  true
                    --strike,                        true
                    -(football OR tennis),           true
                    -(football OR ferry),            false
                    football ferry OR strike,        true
                    football (ferry OR strike),      false
                    strike (ferry OR football),      true
                    '"night boat"',                  true
                    '"boat night"',                  false
                    '„night boat“',                  true
                    '"night bo"',                    false
                    '"night bo"*',                   true
                    '"night boat did" sail',         true
                    '"empty the night"',             true
                    title:strike,                    true
                    title:night,                     false
                    Title: strike,                   true
                    'title:"norby harbour"',         true
                    'title:harb* -title:night',      true
                    publisher:post,                  true
                    publisher:norby,                 false
                    post,                            false
                    'publisher:"the harbour post"',  true
                    language:en,                     true
                    language:EN,                     true
                    -language:de,                    true
                    language:de OR strike,           true
                    immigration,                     true
                    nuclear,                         true
                    anti-nuclear,                    true
                    muller,                          true
                    MÜLLER,                          true
                    10:30,                           true
                    10:31,                           false
                    don't,                           false
                    """)
    void whatAnArticleSaysDecides(String typed, boolean passes) {
        assertThat(filter(typed).matches(STRIKE)).isEqualTo(passes);
    }

    @Test
    void nothingTypedLetsEverythingThrough() {
        assertThat(filter("  ")).isEqualTo(Filter.ANYTHING);
        assertThat(filter("").isAnything()).isTrue();
        assertThat(filter("").matches(STRIKE)).isTrue();
        assertThat(filter("").toString()).isEmpty();
        assertThat(filter("strike").isAnything()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "東京, ja, 昨日東京都で火事, true",
        "京東, ja, 昨日東京都で火事, false",
        "火事*, ja, 昨日東京都で火事, true",
        "トランプ, ja, トランプ大統領が訪問, true",
        "น้ำท่วม, th, เกิดน้ำท่วมในกรุงเทพ, true",
        "ไฟไหม้, th, เกิดน้ำท่วมในกรุงเทพ, false",
        "서울, ko, 서울에서 화재 발생, true",
        "에서, ko, 서울에서 화재 발생, false",
        "बाढ़, hi, असम में बाढ़ से तबाही, true",
        "istanbul, tr, İstanbul'da grev, true",
        "ёлка, ru, Елка упала, true",
        "забастовк*, ru, Забастовка в порту, true"
    })
    void scriptsWithoutSpacesAndOtherAlphabetsAreRead(String typed, String language, String title, boolean passes) {
        assertThat(filter(typed).matches(text(title, language))).isEqualTo(passes);
    }

    @Nested
    class TheCanonicalForm {
        @ParameterizedTest
        @CsvSource(quoteCharacter = '\'', textBlock = """
                        '  Strike   AND  ferry ',        strike ferry
                        strike NOT football,             strike -football
                        NOT (NOT strike),                strike
                        NOT (a b),                       -(a b)
                        ((a)),                           a
                        (a b) c,                         a b c
                        (a OR b) OR c,                   a OR b OR c
                        (a b) OR c,                      a b OR c
                        a (b OR c),                      a (b OR c)
                        a a A,                           a
                        a OR a,                          a
                        '"Night  Boat"',                 '"night boat"'
                        '"strike"',                      strike
                        '"OR"',                          or
                        '"-a"',                          '"-a"'
                        '"a*"',                          '"a*"'
                        TITLE:Strike*,                   title:strike*
                        'title: "a b"',                  'title:"a b"'
                        'title:"a b"*',                  'title:"a b"*'
                        language:DE,                     language:de
                        '（ａ）',                        '"(a)"'
                        Zürich,                          zürich
                        '"title:x"',                     '"title:x"'
                        """)
        void isShortAndPlain(String typed, String canonical) {
            assertThat(filter(typed)).hasToString(canonical);
            assertThat(filter(canonical)).hasToString(canonical).isEqualTo(filter(typed));
            assertThat(filter(canonical)).hasSameHashCodeAs(filter(typed));
        }

        @Test
        void isTheOnlyThingThatIsReadBack() {
            assertThat(Filter.of("strike -football")).isEqualTo(filter("strike NOT football"));
            assertThat(filter("strike")).isNotEqualTo(filter("ferry"));
            assertThatThrownBy(() -> Filter.of("(")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class WhatCannotBeRead {
        @ParameterizedTest
        @CsvSource(quoteCharacter = '\'', textBlock = """
                        strike (ferry,        OPEN_PARENTHESIS,  8,  (
                        strike ferry),        LONE_PARENTHESIS,  13, )
                        ),                    LONE_PARENTHESIS,  1,  )
                        (),                   NOTHING_FOLLOWS,   2,  )
                        strike OR,            NOTHING_FOLLOWS,   10, ''
                        OR strike,            NOTHING_FOLLOWS,   1,  OR
                        strike OR OR ferry,   NOTHING_FOLLOWS,   11, OR
                        strike AND,           NOTHING_FOLLOWS,   11, ''
                        strike -,             NOTHING_FOLLOWS,   9,  ''
                        NOT,                  NOTHING_FOLLOWS,   4,  ''
                        title:,               NOTHING_FOLLOWS,   7,  ''
                        title:(a b),          NOTHING_FOLLOWS,   7,  (
                        strike "night,        OPEN_QUOTE,        8,  night
                        title:"night,         OPEN_QUOTE,        7,  night
                        strike ++,            NO_WORD,           8,  ++
                        *,                    NO_WORD,           1,  *
                        '""',                 NO_WORD,           1,  ''
                        strike colour:red,    NO_FIELD,          8,  colour
                        a language:xx,        NO_LANGUAGE,       12, xx
                        ((((((((a)))))))) b,  ,                  ,
                        (((((((((a))))))))),  TOO_DEEP,          9,  (
                        """)
        void isToldWithItsPlaceAndARightExample(String typed, String kind, Integer at, String part) {
            Filter.Parsed parsed = Filter.parse(typed);
            if (kind == null) {
                assertThat(parsed).isInstanceOf(Filter.Parsed.Read.class);
                return;
            }
            FilterFault fault = ((Filter.Parsed.Wrong) parsed).fault();
            assertThat(fault).isEqualTo(new FilterFault(FilterFault.Kind.valueOf(kind), at, part));
        }

        @Test
        void moreThanAPersonTypesIsRefused() {
            String most = "a ".repeat(Filter.MOST_TERMS).strip();
            assertThat(filter(most)).hasToString("a");
            assertThat(Filter.parse(most + " b"))
                    .isEqualTo(new Filter.Parsed.Wrong(
                            new FilterFault(FilterFault.Kind.TOO_MANY, most.length() + 2, "b")));
            assertThat(filter("a".repeat(Filter.MOST_CHARS))).isNotNull();
            assertThat(Filter.parse("a".repeat(Filter.MOST_CHARS + 1)))
                    .isEqualTo(new Filter.Parsed.Wrong(
                            new FilterFault(FilterFault.Kind.TOO_LONG, Filter.MOST_CHARS + 1, "")));
            // One sign that is spelt with eighteen.
            assertThat(Filter.parse("\uFDFA".repeat(Filter.MOST_CHARS / 2))).isInstanceOf(Filter.Parsed.Wrong.class);
        }

        @Test
        void everyExampleIsRight() {
            for (FilterFault.Kind kind : FilterFault.Kind.values()) {
                assertThat(filter(kind.example()).isAnything()).isFalse();
            }
        }
    }
}
