package news.lede.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageDetectorTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | The ferry that sank off Port Alden on Friday had been inspected in the spring, the owner said.
            de | Die Fähre, die am Freitag vor Altenried gesunken ist, war nach Angaben des Eigners erst im Frühjahr geprüft worden.
            fr | Le ferry qui a coulé vendredi au large de Delvoort avait été inspecté au printemps, selon son propriétaire.
            es | El transbordador que se hundió el viernes frente a Puerto Ibarra había sido inspeccionado en primavera, dijo el dueño.
            pt | A balsa que afundou na sexta-feira em frente a Porto Ramalho tinha sido inspecionada na primavera, disse o dono, mas não foi reparada.
            it | Il traghetto affondato venerdì al largo di Porto Ferri era stato ispezionato in primavera, secondo il proprietario.
            nl | De veerboot die vrijdag voor Delvoort is gezonken, was volgens de eigenaar in het voorjaar nog gekeurd.
            sv | Färjan som sjönk utanför Altholm i fredags hade inspekterats i våras, säger ägaren, men det var inte nog.
            da | Færgen, der sank ud for Altholm i fredags, var blevet efterset i foråret, siger ejeren, men det var ikke nok.
            no | Fergen som sank utenfor Altholm på fredag, hadde vært inspisert i vår, sier eieren, men det var ikke nok etter hva han sa.
            fi | Perjantaina uponnut lautta oli omistajan mukaan tarkastettu keväällä, mutta se ei ollut tarpeeksi.
            pl | Prom, który zatonął w piątek pod Altenem, był sprawdzany na wiosnę, ale właściciel nie powiedział, przez kogo.
            cs | Trajekt, který se v pátek potopil u Altova, byl na jaře zkontrolován, řekl majitel, ale neřekl kým.
            hu | A pénteken elsüllyedt kompot a tulajdonos szerint tavasszal ellenőrizték, de nem mondta meg, hogy ki.
            ro | Feribotul care s-a scufundat vineri în apropiere de Altești fusese verificat în primăvară, a spus proprietarul.
            tr | Cuma günü batan feribot, sahibine göre ilkbaharda denetlenmiş, ancak kimin denetlediği açıklanmadı.
            id | Feri yang tenggelam pada hari Jumat itu telah diperiksa pada musim semi, kata pemiliknya, tetapi tidak oleh siapa.
            vi | Chiếc phà chìm hôm thứ Sáu ngoài khơi Hải Sơn đã được kiểm tra vào mùa xuân, chủ phà cho biết.
            ru | Паром, который затонул в пятницу, был проверен весной, сообщил владелец, но не сказал кем.
            uk | Пором, який затонув у п'ятницю, перевіряли навесні, повідомив власник, але не сказав хто.
            bg | Фериботът, който потъна в петък, е бил проверен през пролетта, каза собственикът, но не каза от кого.
            ar | العبارة التي غرقت يوم الجمعة كانت قد خضعت للفحص في الربيع كما قال مالكها.
            fa | کشتی که روز جمعه غرق شد در بهار بازرسی شده بود و مالک آن این را گفت.
            he | המעבורת שטבעה ביום שישי נבדקה באביב, אמר הבעלים.
            hi | शुक्रवार को डूबी नौका की जाँच वसंत में हुई थी और मालिक ने यह बात कही है।
            zh | 周五沉没的渡轮在春天接受过检查，船主说。
            ja | 金曜日に沈んだフェリーは春に検査を受けていたと船主は話した。
            ko | 금요일에 침몰한 여객선은 봄에 검사를 받았다고 선주가 밝혔다.
            th | เรือข้ามฟากที่จมเมื่อวันศุกร์ได้รับการตรวจสอบในฤดูใบไม้ผลิ
            el | Το πλοίο που βυθίστηκε την Παρασκευή είχε ελεγχθεί την άνοιξη.
            """)
    void aSentenceOfNewsIsEnough(String language, String sentence) {
        assertThat(LanguageDetector.detect(sentence)).isEqualTo(new Language(language));
    }

    @ParameterizedTest
    @CsvSource({"Brandt Okafor", "''", "12:30 +++ 5", "Port Alden 2 Delvoort 1", "\uD83D\uDEA2"})
    void whatSaysNothingIsUnknown(String text) {
        assertThat(LanguageDetector.detect(text)).isEqualTo(Language.UNKNOWN);
        assertThat(LanguageDetector.detect(text, new Language("fr"))).isEqualTo(new Language("fr"));
    }

    @Test
    void theTextOutweighsWhatThePageDeclares() {
        assertThat(LanguageDetector.detect("Die Fähre war nach Angaben des Eigners geprüft worden.", Language.ENGLISH))
                .isEqualTo(new Language("de"));
    }

    @Test
    void aQuotationInAnotherScriptDoesNotDecide() {
        assertThat(LanguageDetector.detect(
                        "The captain shouted «Стоп» and the crew of the ferry obeyed him at once, witnesses said."))
                .isEqualTo(Language.ENGLISH);
        assertThat(LanguageDetector.detect("船主ABC说渡轮沉没了")).isEqualTo(new Language("zh"));
    }

    @Test
    void noTextBreaksIt() {
        Random random = new Random(3);
        for (int round = 0; round < 500; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                text.appendCodePoint(random.nextBoolean() ? random.nextInt(0x3100) : ' ');
            }
            assertThat(LanguageDetector.detect(text.toString())).isNotNull();
        }
    }
}
