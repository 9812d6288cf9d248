package news.lede.summary;

import static org.assertj.core.api.Assertions.assertThat;

import news.lede.text.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeaningTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | It was closed on Tuesday after a long night of debate.",
                "en | But the council of Norby voted to close the harbour bridge.",
                "en | \"However, the council of Norby voted to close the bridge.",
                "en | He's the mayor who voted to close the old harbour bridge.",
                "en | The latter was built in 1931.",
                "en | The man was taken to a hospital in Norby.",
                "en | The group called the vote a mistake.",
                "en | In a statement, she called the vote a mistake.",
                "en | On Tuesday, they voted to close the bridge.",
                "de | Sie stimmte am Dienstag für die Schließung der alten Brücke.",
                "de | Darüber hinaus soll die Fähre öfter fahren.",
                "fr | Elle a ajouté que le pont fermerait mardi.",
                "fr | Cette dernière a voté contre.",
                "es | Sin embargo, el puente sigue abierto.",
                "pt | Além disso, a ponte fecha na terça-feira.",
                "it | Lui ha detto di no.",
                "nl | Hij noemde het besluit een vergissing.",
                "ru | Однако мост пока открыт.",
                "ru | Кроме того, мост закроют на ремонт.",
                "uk | Вона додала, що міст закриють.",
                "ar | وأضاف أن الجسر سيغلق يوم الثلاثاء.",
                "tr | Bununla birlikte köprü salı günü kapanacak.",
                "vi | Tuy nhiên, cây cầu vẫn mở.",
                "zh | 他说大桥将于星期二关闭。",
                "ja | しかし、橋はまだ開いている。"
            })
    void aSentenceThatPointsBackLeans(String language, String sentence) {
        assertThat(Leaning.leans(sentence, new Language(language))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | The council of Norby voted on Tuesday to close the bridge.",
                "en | The mandate of the council of Norby ends in May.",
                "en | This week the council of Norby votes on its bridge.",
                "en | Like Ada Brandt, he voted to close the bridge.",
                "en | Sometimes, the bridge of Norby is closed.",
                "de | Diese Woche stimmt der Rat über die Brücke ab.",
                "de | Es gibt eine neue Brücke in Norby.",
                "fr | Cette semaine, le conseil vote sur le pont.",
                "fr | Il y a deux ponts à Norby.",
                "es | Este martes se vota el cierre del puente.",
                "pt | O conselho de Norby votou na terça-feira.",
                "it | Il consiglio di Norby ha votato martedì.",
                "nl | Het bestuur van Norby stemde dinsdag.",
                "ru | Совет Норби проголосовал во вторник.",
                "ar | صوّت مجلس نوربي يوم الثلاثاء على إغلاق الجسر.",
                "tr | Norby belediyesi salı günü oylama yaptı.",
                "vi | Ông Lê Văn Minh cho biết cây cầu sẽ đóng.",
                "zh | 诺比市议会星期二投票决定关闭大桥。",
                "ja | ノルビー市議会は火曜日に採決した。",
                "ko | 노르비 시의회는 화요일에 표결했다."
            })
    void aSentenceThatStandsAloneDoesNot(String language, String sentence) {
        assertThat(Leaning.leans(sentence, new Language(language))).isFalse();
    }
}
