package news.lede.summary;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words by which a text reports what somebody said, in the forms news uses them in, folded as {@link news.lede.text.Token#folded} is. */
final class ReportingVerbs {
    private static final Set<String> VERBS = Stream.of(
                    // English
                    "said say says saying told tells stated states claimed claims claim argued argues argue warned warns warn announced announces reported"
                            + " reports accused accuses added adds insisted insists insist testified testifies believes believed believe admitted admits admit"
                            + " estimates estimated alleged alleges allege promised promises predicted predicts predict denied denies deny"
                            + " confirmed confirms confirm replied wrote tweeted noted explained recalled complained joked suggested suggests asserted acknowledged"
                            + " conceded declared maintains maintained contends contended concluded"
                            + " ruled rules stressed stresses signalled signals signaled cautioned cautions called calls urged urges shows showed show"
                            + " revealed reveals indicated indicates pledged vowed",
                    // German
                    "sagt sagte sagten gesagt erklarte erklart erklarten behauptet behauptete behaupten warnt warnte warnten meldet meldete meldeten mitteilte"
                            + " mitteilten teilte teilten kundigte kundigten betonte betont berichtete berichtet berichteten vermutet vermuten schrieb schreibt"
                            + " raumte bestatigte bestatigt dementierte bestritt fugte versprach nannte meinte glaubt",
                    // French
                    "dit dire declare declarent affirme affirment affirmee annonce annoncent assure assurent explique expliquent precise precisent ajoute estime"
                            + " estiment indique indiquent rapporte rapportent confirme dement reconnait promet ecrit soutient soutiennent pretend",
                    // Spanish
                    "dijo dijeron dice dicen declaro declararon afirmo afirma afirman anuncio aseguro asegura aseguran explico senalo senala indico agrego anadio"
                            + " manifesto confirmo nego admitio prometio denuncio sostiene informo advirtio",
                    // Portuguese
                    "disse disseram diz dizem afirmou afirmam afirma declarou anunciou garantiu explicou acrescentou informou confirmou negou prometeu admitiu"
                            + " referiu adiantou alertou",
                    // Italian
                    "detto dichiarato affermato afferma affermano dice dicono ha-detto spiegato annunciato aggiunto sostiene sostengono riferito riferisce"
                            + " confermato negato promesso ammesso assicurato avvertito precisato",
                    // Dutch
                    "zei zeiden zegt zeggen verklaarde meldde meldden meldt vertelde bevestigde ontkende beloofde waarschuwde schreef stelt stelde aldus"
                            + " liet beweert beweren beweerde",
                    // Russian, Ukrainian
                    "сказал сказала сказали заявил заявила заявили сообщил сообщила сообщили сообщает рассказал рассказала отметил отметила добавил"
                            + " добавила подчеркнул подчеркнула пояснил пояснила написал уточнил уточнила утверждает считает",
                    "повідомило повідомили заявило сказав сказала сказали заявив заявила заявили повідомив повідомила повідомили повідомляє розповів розповіла зазначив зазначила додав"
                            + " додала наголосив наголосила пояснив пояснила написав уточнив стверджує вважає",
                    // Turkish
                    "dedi soyledi belirtti acikladi ifade konustu vurguladi kaydetti bildirdi ekledi duyurdu",
                    // Arabic
                    "قال قالت قالوا وقال وقالت اضاف اضافت واضاف واضافت اعلن اعلنت واعلن اكد اكدت واكد اوضح اوضحت واوضح ذكر ذكرت اتهم اتهمت صرح صرحت افاد افادت اشار اشارت",
                    // Vietnamese
                    "nói biết khẳng tuyên",
                    // Swedish, Polish
                    "sade sa sager sagt uppgav uppger meddelade meddelar berattade skriver",
                    "powiedzial powiedziala poinformowal poinformowala poinformowalo zapowiedzial zapowiedziala oswiadczyl oswiadczyla dodal dodala"
                            + " przekazal przekazala podal podala stwierdzil stwierdzila")
            .flatMap(verbs -> Stream.of(verbs.split(" ")))
            .collect(Collectors.toUnmodifiableSet());

    private ReportingVerbs() {}

    static boolean contains(String folded) {
        return VERBS.contains(folded);
    }
}
