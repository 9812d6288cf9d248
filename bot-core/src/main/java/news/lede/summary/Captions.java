package news.lede.summary;

import java.util.regex.Pattern;

/** What stands beneath a picture and was taken for a sentence of the text: it tells what is seen, when it was taken and by whom, not what happened. Pure. */
final class Captions {
    /** "In this May 2 photo". */
    private static final Pattern BEGINNING = Pattern.compile(
            "In (?:this|an?) (?:[^.!?]{0,60} )?(?:photo|photograph|picture|image)\\b.*", Pattern.DOTALL);

    /** A whole date with its year, and who took the picture perhaps: "in Gaza City on November 18, 2012. (Meridian)". */
    private static final Pattern DATED =
            Pattern.compile("(?:\\p{L}{3,10}\\.? \\d{1,2},? |\\d{1,2}\\.? (?:de |d')?\\p{L}{3,10}\\.? (?:de )?)"
                    + "(?:19|20)\\d\\d\\.?(?: ?[(\\[][^)\\]]{2,60}[)\\]]\\.?)?$");

    private static final int LONGEST_DATE = 100;

    /** Who took it, at the end: "(Photo: Ida Morrow)", "Foto: Jonas Kessler", "REUTERS/Ida Morrow". */
    private static final Pattern CREDITED = Pattern.compile(
            "(?:\\b(?i:photo|photograph|picture|foto|fotografía|fotografia|bild|image|ảnh|фото|写真|图|사진) ?[:：/©]|写真[＝=]"
                    + "|(?i:\\b(?:file photo|file picture|archivbild|symbolbild|archivfoto|photo d'archives|foto de archivo|foto d'archivio|archieffoto))"
                    + "|\\((?:AP|AFP|EPA|dpa|Reuters|REUTERS)(?: (?i:photo|foto|bild))?\\)|\\b(?:REUTERS|AFP|AP|EPA|dpa) ?/ ?\\p{Lu})[^.!?]{0,60}[)\\].]*$");

    private static final int LONGEST_CREDIT = 90;

    /** What people do in pictures. */
    private static final Pattern SHOWN = Pattern.compile("\\([LRC]\\)"
            + "|^Pictured\\b|\\bpictured (?:above|below|here)\\b|\\b(?:is|are) (?:seen|pictured|shown) (?:in|at|on|near|outside|above|below|during|here)\\b"
            + "|\\bcan be seen (?:above|below)\\b");

    private Captions() {}

    static boolean isOne(String sentence) {
        return (sentence.startsWith("In ") && BEGINNING.matcher(sentence).matches())
                || (mayEndInDate(sentence) && found(DATED, sentence, LONGEST_DATE))
                || (mayNameWho(sentence) && found(CREDITED, sentence, LONGEST_CREDIT))
                || (maySayWhatIsSeen(sentence) && SHOWN.matcher(sentence).find());
    }

    private static boolean found(Pattern pattern, String sentence, int last) {
        return pattern.matcher(sentence)
                .region(Math.max(0, sentence.length() - last), sentence.length())
                .find();
    }

    // Every sentence of a story is asked: an expression is tried only where a letter or two give reason to.

    private static boolean mayEndInDate(String sentence) {
        int at = sentence.length() - 1;
        if (at > 0 && sentence.charAt(at) == '.') {
            at--;
        }
        char last = at < 0 ? ' ' : sentence.charAt(at);
        return (last >= '0' && last <= '9') || last == ')' || last == ']';
    }

    private static boolean mayNameWho(String sentence) {
        for (int at = Math.max(0, sentence.length() - LONGEST_CREDIT); at < sentence.length(); at++) {
            if (":：/©(＝=".indexOf(sentence.charAt(at)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean maySayWhatIsSeen(String sentence) {
        return sentence.contains("seen ")
                || sentence.contains("ictured ")
                || sentence.contains(" shown ")
                || sentence.contains("(L)")
                || sentence.contains("(R)")
                || sentence.contains("(C)");
    }
}
