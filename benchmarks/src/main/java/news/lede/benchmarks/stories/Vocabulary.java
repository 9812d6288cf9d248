package news.lede.benchmarks.stories;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** Words as news has them: a few that stand in every sentence, those of some subjects, many rare ones, and names. The same for the same seed. */
final class Vocabulary {
    /** Each line is a subject: its name, then its words. */
    private static final String SUBJECTS = """
            immigration migrants border asylum visa refugees deportation crossing permit resettlement citizenship shelter
            elections ballot voters candidate campaign polling turnout mayor recount constituency primary coalition
            climate emissions warming carbon glacier drought heatwave renewable methane pledge coast adaptation
            economy inflation prices wages unemployment growth exports bank budget deficit recession consumers
            health hospital patients vaccine doctors outbreak disease clinic nurses treatment virus surgery
            crime police robbery suspect arrested detectives burglary stabbing fraud gang investigation warrant
            court judge trial jury verdict appeal sentence prosecutor lawyer testimony lawsuit ruling
            sport match league goal coach striker tournament final champion season stadium referee
            technology software chip startup smartphone robot data privacy developers network browser cloud
            war troops shelling front ceasefire missile soldiers offensive drone artillery casualties village
            education school teachers pupils university exam curriculum tuition classroom students degree campus
            transport railway train station tunnel airport flights ferry passengers delay bridge motorway
            energy oil gas pipeline reactor electricity grid turbine solar refinery blackout barrels
            weather storm flood rainfall hurricane wind snow forecast evacuated river dam landslide
            earthquake tremor magnitude epicentre aftershock rubble rescuers collapsed fault quake tsunami survivors
            protests demonstrators march rally crowd banners riot barricade slogans activists strike petition
            science researchers study laboratory telescope planet species fossil genome experiment orbit probe
            business profit merger shares company investors takeover revenue factory layoffs supplier quarterly
            housing rent tenants landlord mortgage apartments eviction construction homes zoning builders estate
            farming harvest wheat cattle drought farmers dairy subsidies orchard pesticide irrigation crop
            """;

    private static final List<String> FUNCTION_WORDS = List.of(
            "the the the the the of of of and and and to to to in in in a a a that that is was was for for on on with with as as by by at from it its he she they his her their have has had be been were are not but or an who which will would said after before more than over into about"
                    .split(" "));

    private static final String[] STARTS =
            "b br c ch cl d dr f fl g gl h j k l m n p pl qu r s st sh t th tr v w z".split(" ");
    private static final String[] MIDDLES = "a e i o u ai ea ou io".split(" ");
    private static final String[] ENDS = "l n r s t m nd rk st ck lm ne x".split(" ");

    private static final int RARE_WORDS = 20_000;
    private static final int FIRST_NAMES = 300;
    private static final int LAST_NAMES = 3_000;
    private static final int PLACES = 500;

    private final List<List<String>> subjects;
    private final List<String> rare;
    private final List<String> firstNames;
    private final List<String> lastNames;
    private final List<String> places;

    Vocabulary(long seed) {
        Random random = new Random(seed);
        subjects = SUBJECTS.lines().map(line -> List.of(line.split(" "))).toList();
        rare = coined(random, RARE_WORDS, 2);
        firstNames = capitalised(coined(random, FIRST_NAMES, 2));
        lastNames = capitalised(coined(random, LAST_NAMES, 3));
        places = capitalised(coined(random, PLACES, 3));
    }

    int subjects() {
        return subjects.size();
    }

    /** The subject's name is its first word. */
    List<String> subject(int number) {
        return subjects.get(number);
    }

    String functionWord(Random random) {
        return pick(FUNCTION_WORDS, random);
    }

    /** By Zipf's law: the tenth is a tenth as frequent as the first. */
    String rareWord(Random random) {
        return rare.get((int) (Math.pow(RARE_WORDS, random.nextDouble()) - 1));
    }

    String person(Random random) {
        return pick(firstNames, random) + " " + pick(lastNames, random);
    }

    String place(Random random) {
        return pick(places, random);
    }

    static <T> T pick(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private static List<String> coined(Random random, int count, int syllables) {
        Set<String> words = new LinkedHashSet<>();
        while (words.size() < count) {
            StringBuilder word = new StringBuilder();
            int most = 1 + random.nextInt(syllables);
            for (int i = 0; i < most; i++) {
                word.append(STARTS[random.nextInt(STARTS.length)]).append(MIDDLES[random.nextInt(MIDDLES.length)]);
            }
            word.append(ENDS[random.nextInt(ENDS.length)]);
            if (word.length() > 3) {
                words.add(word.toString());
            }
        }
        return List.copyOf(words);
    }

    private static List<String> capitalised(List<String> words) {
        List<String> names = new ArrayList<>();
        words.forEach(word -> names.add(word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1)));
        return names;
    }
}
