package news.lede.story;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import news.lede.text.Language;
import news.lede.text.SparseVector;
import news.lede.text.Token;
import news.lede.text.Tokens;

/**
 * Words of which we know beforehand that much news has them: great powers, their heads, institutions, the vocabulary of reporting. Shares are estimates by
 * order of magnitude; what is really read soon outweighs them.
 */
final class CommonWords {
    private static final Map<String, CommonWords> BY_LANGUAGE = new ConcurrentHashMap<>();

    /** Names as they stand in texts of any language with Latin letters. */
    private static final String NAMES_EVERYWHERE =
            "Trump Donald Biden Putin Vladimir Zelensky Xi Netanyahu Washington Moscow Beijing London Brussels Kyiv Gaza Israel Hamas Iran Europe NATO EU UN USA U.S."
                    + " American Russian Chinese Israeli Ukrainian European America Russia China Ukraine Facebook Twitter Instagram YouTube Google CNN BBC Getty";

    private static final Map<String, String> WORDS = Map.of(
            "en",
            "president government minister police people country state official statement administration court report tell nation united states national"
                    + " leader party city public group member percent million billion house white office include world time call support take come"
                    + " show plan use work day month week home family life woman man child case news city local service security law right end start"
                    + " number part company business market political policy power force military attack war death kill die injure arrest charge"
                    + " senator congress republican democrat federal agency department secretary spokesman spokesperson press conference social media video"
                    + " meet want set place put hold see know think look ask call give find let keep turn run move leave bring begin seem help talk play"
                    + " become continue remain follow happen provide expect believe claim announce add respond reply agree lead open close act action"
                    + " question answer issue reason result way thing part area side point fact view line top big small long short great good bad high"
                    + " low early late recent current past future former next previous several another other major public event community response"
                    + " three four five six seven eight nine ten hundred thousand half second third morning night evening hour minute",
            "de",
            "Präsident Regierung Minister Polizei Menschen Land Staat Prozent Millionen Milliarden Partei Stadt Deutschland deutsche Berlin Bundesregierung Sprecher"
                    + " Angaben Unternehmen Mann Frau Kinder Leben Welt Zeit Teil Ende Woche Monat Fall Frage Krieg Angriff Gericht Gesetz EU",
            "fr",
            "président gouvernement ministre police personnes pays État France français Paris millions milliards parti ville monde temps vie homme femme enfants"
                    + " groupe entreprise guerre attaque justice loi fin semaine mois politique",
            "es",
            "presidente gobierno ministro policía personas país Estado España español Madrid millones partido ciudad mundo tiempo vida hombre mujer niños grupo"
                    + " empresa guerra ataque justicia ley semana mes política nacional",
            "pt",
            "presidente governo ministro polícia pessoas país Estado Brasil brasileiro Lisboa milhões partido cidade mundo tempo vida homem mulher crianças grupo"
                    + " empresa guerra ataque justiça lei semana mês política nacional",
            "it",
            "presidente governo ministro polizia persone paese Stato Italia italiano Roma milioni partito città mondo tempo vita uomo donna bambini gruppo"
                    + " azienda guerra attacco giustizia legge settimana mese politica nazionale",
            "nl",
            "president regering minister politie mensen land staat Nederland Nederlandse Amsterdam miljoen partij stad wereld tijd leven man vrouw kinderen groep"
                    + " bedrijf oorlog aanval rechter wet week maand",
            "vi",
            "Việt Nam Hà Nội chính phủ thủ tướng chủ tịch công an cảnh sát người dân thành phố tỉnh công ty triệu tỷ đồng thế giới thời gian gia đình",
            "ru",
            "президент правительство министр полиция люди страна государство Россия российский Москва США Украина миллион процент партия город мир время жизнь война закон суд");

    private static final double NAME_SHARE = 0.05;
    private static final double WORD_SHARE = 0.08;

    private final Map<Integer, Double> shares = new HashMap<>();

    private CommonWords(Language language) {
        add(WORDS.getOrDefault(language.code(), ""), language, WORD_SHARE);
        add(NAMES_EVERYWHERE, language, NAME_SHARE);
    }

    static CommonWords of(Language language) {
        return BY_LANGUAGE.computeIfAbsent(language.code(), _ -> new CommonWords(language));
    }

    /** The share of articles expected to have a word, 0 for one we know nothing of. */
    double share(long key) {
        return shares.getOrDefault(Sketch.shortened(key), 0.0);
    }

    private void add(String words, Language language, double share) {
        for (Token token : Tokens.of(words, language)) {
            for (String form : List.of(token.stem(), token.folded().replace(".", ""))) {
                shares.putIfAbsent(Sketch.shortened(SparseVector.keyOf(form)), share);
            }
        }
    }
}
