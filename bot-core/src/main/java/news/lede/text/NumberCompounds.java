package news.lede.text;

import java.util.HashMap;
import java.util.Map;

/** Numbers up to 9,999 of languages that write them as one word, folded. Pure. */
final class NumberCompounds {
    private static final int HUNDRED = 100;
    private static final int THOUSAND = 1_000;
    private static final int MOST_THOUSANDS = 20;

    private static final String[] GERMAN_ONES = {
        "", "ein", "zwei", "drei", "vier", "funf", "sechs", "sieben", "acht", "neun"
    };
    private static final String[] GERMAN_TEENS = {
        "zehn", "elf", "zwolf", "dreizehn", "vierzehn", "funfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn"
    };
    private static final String[] GERMAN_TENS = {
        "", "", "zwanzig", "dreissig", "vierzig", "funfzig", "sechzig", "siebzig", "achtzig", "neunzig"
    };
    private static final String[] DUTCH_ONES = {
        "", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"
    };
    private static final String[] DUTCH_TEENS = {
        "tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien"
    };
    private static final String[] DUTCH_TENS = {
        "", "", "twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"
    };
    private static final String[] ITALIAN_ONES = {
        "", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove"
    };
    private static final String[] ITALIAN_TEENS = {
        "dieci",
        "undici",
        "dodici",
        "tredici",
        "quattordici",
        "quindici",
        "sedici",
        "diciassette",
        "diciotto",
        "diciannove"
    };
    private static final String[] ITALIAN_TENS = {
        "", "", "venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta", "novanta"
    };

    private NumberCompounds() {}

    /** Every word with its value; empty for languages that part the words. */
    static Map<String, Integer> of(String language) {
        return switch (language) {
            case "de" ->
                all(n -> germanic(n, GERMAN_ONES, GERMAN_TEENS, GERMAN_TENS, "und"), "hundert", "tausend", "und");
            case "nl" -> all(n -> germanic(n, DUTCH_ONES, DUTCH_TEENS, DUTCH_TENS, "en"), "honderd", "duizend", "en");
            case "it" -> italian();
            default -> Map.of();
        };
    }

    private static String germanic(int n, String[] ones, String[] teens, String[] tens, String and) {
        if (n < 10) {
            return ones[n];
        }
        if (n < 20) {
            return teens[n - 10];
        }
        return n % 10 == 0 ? tens[n / 10] : ones[n % 10] + and + tens[n / 10];
    }

    private static Map<String, Integer> all(
            java.util.function.IntFunction<String> below100, String hundred, String thousand, String and) {
        Map<String, Integer> words = new HashMap<>();
        for (int n = 13; n < HUNDRED; n++) {
            words.put(below100.apply(n), n);
        }
        for (int h = 1; h < 10; h++) {
            for (int n = 0; n < HUNDRED; n++) {
                String rest = n == 1 ? "eins" : below100.apply(n);
                int value = h * HUNDRED + n;
                words.put(below100.apply(h) + hundred + rest, value);
                if (n > 0) {
                    words.put(below100.apply(h) + hundred + and + rest, value);
                }
                if (h == 1 && n > 0) {
                    words.put(hundred + rest, value);
                    words.put(hundred + and + rest, value);
                }
            }
        }
        for (int t = 1; t < MOST_THOUSANDS; t++) {
            words.put(below100.apply(t) + thousand, t * THOUSAND);
            for (int h = 1; h < 10; h++) {
                words.put(below100.apply(t) + thousand + below100.apply(h) + hundred, t * THOUSAND + h * HUNDRED);
            }
        }
        for (int t = 20; t < HUNDRED; t++) {
            words.put(below100.apply(t) + thousand, t * THOUSAND);
        }
        return words;
    }

    private static Map<String, Integer> italian() {
        Map<String, Integer> words = new HashMap<>();
        for (int n = 2; n < THOUSAND; n++) {
            words.put(italian(n), n);
            words.put(italian(n) + "mila", n * THOUSAND);
        }
        return words;
    }

    private static String italian(int n) {
        if (n >= HUNDRED) {
            return (n < 2 * HUNDRED ? "" : ITALIAN_ONES[n / HUNDRED]) + "cento"
                    + (n % HUNDRED == 0 ? "" : italian(n % HUNDRED));
        }
        if (n < 10) {
            return ITALIAN_ONES[n];
        }
        if (n < 20) {
            return ITALIAN_TEENS[n - 10];
        }
        String tens = ITALIAN_TENS[n / 10];
        int one = n % 10;
        return one == 1 || one == 8
                ? tens.substring(0, tens.length() - 1) + ITALIAN_ONES[one]
                : tens + ITALIAN_ONES[one];
    }
}
