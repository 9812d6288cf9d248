package news.lede.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.lede.extract.Extraction.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AggregatorTest {
    private static final Instant SAVED = Instant.parse("2026-03-04T12:00:00Z");

    private static final DocumentExtractor EXTRACTOR = new DocumentExtractor();

    record Expected(String publisher, Duration age, String title) {}

    record Sample(String file, String title, List<Expected> listed, List<String> absent, List<String> sentences) {}

    private static final List<Sample> SAMPLES = List.of(
            new Sample(
                    "aggregator-de-outbrain.txt",
                    "Hafen von Brunnau bleibt nach dem Sturm geschlossen",
                    List.of(
                            new Expected(
                                    "Altmoorer Bote",
                                    Duration.ofMinutes(25),
                                    "Lehrer in Altmoor wollen am Montag streiken"),
                            new Expected(
                                    "Tagblatt Velmora",
                                    Duration.ofHours(1),
                                    "Museum zeigt verschollene Karten der Küste")),
                    List.of(
                            "Gesponserte Links",
                            "Live-Events",
                            "Mehr erfahren",
                            "Noch keine Kommentare",
                            "Klempner",
                            "HausTipps24",
                            "von Outbrain",
                            "WärmeWelt",
                            "Jan Ohm",
                            "KI-Funktionen"),
                    List.of(
                            "wie Bürgermeisterin Ilse Kandler und Hafenmeister Tom Reyl am Abend mitteilten.",
                            "der nach Angaben der Wasserbehörde frühestens am Freitag gehoben werden kann.",
                            "Betroffen sind alle elf Schulen der Stadt. Schulrätin Nele Brand sagte,",
                            "Outbrain, ein Unternehmen für Werbung, hat damit nichts zu tun,")),
            new Sample(
                    "aggregator-fr-dianomi.txt",
                    "Le pont de Sarlande rouvrira en avril",
                    List.of(
                            new Expected(
                                    "Le Courrier de Montvel",
                                    Duration.ofMinutes(12),
                                    "Les vignerons de Montvel craignent le gel de la nuit"),
                            new Expected(
                                    "Gazette du Littoral",
                                    Duration.ofHours(2),
                                    "Un phare centenaire cherche son gardien")),
                    List.of(
                            "Dianomi",
                            "Contenus sponsorisés",
                            "En savoir plus",
                            "Aucun commentaire",
                            "épargnants",
                            "Événements en direct",
                            "Comparateur Santé",
                            "Lenoir"),
                    List.of(
                            "a annoncé mardi la maire Odile Varenne devant le conseil de la ville.",
                            "selon le trésorier Marc Tissot, qui demande une aide de la région.",
                            "Le phare de la pointe aux Ânes cherche un gardien")),
            new Sample(
                    "aggregator-es-mgid.txt",
                    "La sequía obliga a racionar el agua en Valdemora",
                    List.of(
                            new Expected(
                                    "Diario de Ribera",
                                    Duration.ofMinutes(40),
                                    "Los agricultores de Ribera piden ayudas urgentes"),
                            new Expected(
                                    "La Voz del Puerto",
                                    Duration.ofDays(1),
                                    "El tren nocturno vuelve después de quince años")),
                    List.of(
                            "MGID",
                            "Enlaces patrocinados",
                            "Leer más",
                            "Aún no hay comentarios",
                            "abuela",
                            "Eventos en vivo",
                            "Viaje Listo",
                            "Deshacer"),
                    List.of(
                            "anunció el alcalde Julián Prado junto a la consejera Marta Olmedo.",
                            "muchas familias dejarán el campo. La consejera prometió")),
            new Sample(
                    "aggregator-ja-unlisted.txt",
                    "北浜市、古い灯台を夜も公開へ",
                    List.of(
                            new Expected("南島新報", Duration.ofMinutes(25), "南島の漁港で新しい市場が開業"),
                            new Expected("山手日報", Duration.ofHours(1), "山手線の古い橋、来年に架け替え")),
                    List.of("コマチ", "特選リンク", "節約術", "元に戻す", "ライブイベント", "コメントはまだ", "健康の泉"),
                    List.of("市長の大森千秋さんは記者会見で、", "食堂も三つある。漁協の組合長は、")),
            new Sample(
                    "aggregator-it-taboola.txt",
                    "Il porto di Montesale riapre dopo la mareggiata",
                    List.of(
                            new Expected(
                                    "Corriere di Laguna",
                                    Duration.ofMinutes(18),
                                    "Il mercato del pesce perde una settimana di lavoro"),
                            new Expected(
                                    "La Voce dei Colli",
                                    Duration.ofMinutes(60),
                                    "Un ponte di legno torna sul torrente")),
                    List.of(
                            "Taboola",
                            "Link sponsorizzati",
                            "rame",
                            "CasaBella",
                            "Leggi",
                            "Dirette",
                            "IA",
                            "commento",
                            "Credit",
                            "Archivio"),
                    List.of(
                            "la sindaca Ilaria Venzoni e Corrado Pellas.",
                            "in pochi giorni. L'assessore ha",
                            "Il ponte di legno sul torrente Arsa")),
            new Sample(
                    "aggregator-pt-outbrain.txt",
                    "Governo de Sarvela adia a nova ponte sobre o rio Alvor",
                    List.of(
                            new Expected(
                                    "Jornal de Alvor",
                                    Duration.ofMinutes(25),
                                    "Barcos do rio passam a circular durante a noite"),
                            new Expected(
                                    "Diário da Serra",
                                    Duration.ofMinutes(60),
                                    "Geada estraga metade das cerejas da serra")),
                    List.of("Outbrain", "patrocinado", "avós", "BemEstar", "Saiba", "ao vivo", "IA", "comentários"),
                    List.of(
                            "disse a ministra Leonor Tavira ao lado do engenheiro Duarte Sanfins.",
                            "oitenta pessoas. O bilhete da noite",
                            "A geada de domingo")),
            new Sample(
                    "aggregator-tr-mgid.txt",
                    "Karaova belediyesi eski köprüyü trafiğe kapattı",
                    List.of(
                            new Expected(
                                    "Karaova Postası",
                                    Duration.ofMinutes(12),
                                    "Balıkçılar limandaki yeni ücreti protesto etti"),
                            new Expected(
                                    "Yayla Gazetesi",
                                    Duration.ofMinutes(60),
                                    "Kayıp kar leoparı yavrusu vadide bulundu")),
                    List.of("MGID", "Sponsorlu", "Diz", "SağlıkEvi", "Devamını", "Canlı", "Yapay", "yorum"),
                    List.of("başkan Selin Arıkan ve mühendis Okan Tezer oldu.", "alınmaya başladı. Liman müdürü")),
            new Sample(
                    "aggregator-pl-taboola.txt",
                    "Most w Zawirzu zamknięty po wiosennej powodzi",
                    List.of(
                            new Expected(
                                    "Kurier Zawirski", Duration.ofMinutes(15), "Prom na rzece ruszy dopiero w maju"),
                            new Expected(
                                    "Głos Pogórza", Duration.ofMinutes(60), "Stary młyn stanie się domem kultury")),
                    List.of(
                            "Taboola",
                            "sponsorowane",
                            "babci",
                            "DomPorady",
                            "Czytaj",
                            "na żywo",
                            "inteligencja",
                            "komentarzy"),
                    List.of("burmistrz Halina Torecka i inżynier Marek Osowicz.", "od świtu do zmierzchu. Szkoła")),
            new Sample(
                    "aggregator-vi-unlisted.txt",
                    "Thành phố Hải Lâm mở lại bến phà cũ",
                    List.of(
                            new Expected("Báo Hải Lâm", Duration.ofMinutes(20), "Chợ cá chuyển sang khu đất mới"),
                            new Expected(
                                    "Tin Cao Nguyên",
                                    Duration.ofMinutes(60),
                                    "Nông dân trồng lại rừng thông sau vụ cháy")),
                    List.of(
                            "Zumvita",
                            "tài trợ",
                            "bà ngoại",
                            "SốngKhỏe",
                            "Đọc thêm",
                            "Hoàn tác",
                            "trực tiếp",
                            "AI",
                            "bình luận"),
                    List.of("theo lời chủ tịch Trần Thu Vân và kỹ sư Lê Hoài Sơn.", "bán hàng. Tiền thuê")),
            new Sample(
                    "aggregator-ja-trailing.txt",
                    "青波市、港の渡し船を来月から再開へ",
                    List.of(
                            new Expected("青波新報", Duration.ofMinutes(18), "魚市場が新しい建物に移る"),
                            new Expected("高原日報", Duration.ofMinutes(60), "山火事の跡に松を植える")),
                    List.of("Taboola", "スポンサー", "秘訣", "くらし館", "続きを読む", "ライブ", "AI", "コメント"),
                    List.of("会見には市長の三宅ひかるさんと技師の黒部進さんが出席した。", "百二十ある。市は最初の一年")));

    static Stream<Arguments> pages() {
        List<Arguments> out = new ArrayList<>();
        for (Sample sample : SAMPLES) {
            AggregatorPage page = AggregatorPage.load(sample.file());
            out.add(Arguments.of(sample.file() + " as text", page.text(), sample));
            out.add(Arguments.of(sample.file() + " with telling names", page.html(n -> n), sample));
            out.add(Arguments.of(
                    sample.file() + " with neutral names", page.html(n -> "c" + Math.abs(n.hashCode() % 97)), sample));
            out.add(Arguments.of(sample.file() + " with the title first", page.htmlTitleFirst(), sample));
        }
        return out.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void thePageGivesItsMainArticleAndEveryListedOneClean(String name, String document, Sample sample) {
        Page page = page(document);
        assertThat(page.main().title()).isEqualTo(sample.title());
        assertThat(page.main().publisher()).isEmpty();
        assertThat(page.main().published()).isEmpty();
        assertThat(page.listed())
                .extracting(a -> new Expected(
                        a.publisher().orElse(""), Duration.between(a.published().orElseThrow(), SAVED), a.title()))
                .isEqualTo(sample.listed());
        assertThat(page.listed()).allMatch(ExtractedArticle::approximate);
        String all = all(page);
        assertThat(all).contains(sample.sentences()).doesNotContain(sample.absent());
        assertThat(all).doesNotContain("  ").doesNotContain(" .").doesNotContain(" ,");
        assertThat(page.main().confidence()).isGreaterThan(0.5);
    }

    private Page page(String document) {
        Extraction extraction = EXTRACTOR.extract(
                new Document(document.getBytes(StandardCharsets.UTF_8), Optional.empty(), SAVED, Optional.empty()));
        assertThat(extraction).isInstanceOf(Page.class);
        return (Page) extraction;
    }

    private static String all(Page page) {
        StringBuilder out = new StringBuilder(String.join("\n", page.main().paragraphs()));
        page.listed().forEach(a -> out.append('\n').append(String.join("\n", a.paragraphs())));
        return out.toString();
    }

    @Test
    void anArticleListedTwiceIsGivenOnce() {
        String text = AggregatorPage.load("aggregator-de-outbrain.txt").text();
        String again = text.substring(text.indexOf("Altmoorer Bote"), text.indexOf("Tagblatt Velmora"));
        assertThat(page(text + "\n" + again.replace("25 Minuten", "30 Minuten")).listed())
                .hasSize(2);
    }

    @Test
    void aListOfTeasersIsNoListOfArticles() {
        String teaser =
                "<div><span>Altmoorer Bote</span> <time>vor 3 Stunden</time><h3>Lehrer wollen am Montag streiken</h3><p>Die Schulen bleiben zu.</p></div>";
        String prose =
                "<p>Der Rat der Stadt hat am Abend beschlossen, die Brücke zu sperren und den Verkehr über den Damm zu leiten.</p>";
        Page page = page("<html><body><h1>Rat sperrt die alte Brücke</h1>" + prose.repeat(2)
                + "<p>Die Sperrung gilt bis zum Herbst, sagte ein Sprecher.</p>" + teaser.repeat(6) + "</body></html>");
        assertThat(page.listed()).isEmpty();
        assertThat(page.main().title()).isEqualTo("Rat sperrt die alte Brücke");
    }
}
