package news.lede.story;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes from a headline what tells of the page rather than of the news: "LIVE:", "Update 3:", "Exclusive -", "| Video". What tells of the text's kind ("Opinion:") stays. Pure.
 */
final class TitleLabels {
    private static final String NAMES =
            "live(?: ?blog| ?ticker| updates?| news)?|newsticker|ticker|updates?(?: ?\\d+)?|updated|wrapup ?\\d*|refile|corrected|breaking(?: news)?|just in"
                    + "|developing|alert|exclusive|watch(?: live)?|video|audio|podcast|photos?|pictures|in pictures|gallery|slideshow"
                    + "|eilmeldung|exklusiv|aktualisiert|bilder|bildergalerie"
                    + "|en direct|direct|exclusif|vidéo|en images|mis à jour|urgent"
                    + "|en vivo|en directo|directo|última hora|urgente|exclusivo|vídeo|fotos|en imágenes"
                    + "|ao vivo|em direto|em atualização|exclusivo|in diretta|diretta|esclusiva|ultim'ora|foto|aggiornamento|exclusief|beelden|in beeld"
                    + "|срочно|видео|фото|обновлено|обновляется|эксклюзив|прямая трансляция|терміново|відео|оновлено|ексклюзив|наживо"
                    + "|son dakika|canlı|özel|galeri|trực tiếp|cập nhật|tin nóng|độc quyền|ảnh|عاجل|بالفيديو|بالصور|فيديو|مباشر|حصري"
                    + "|快讯|快訊|突发|突發|视频|視頻|直播|独家|獨家|更新|组图|速報|独自|動画|動画あり|写真|中継";

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern BEFORE =
            Pattern.compile("^(?:" + NAMES + ")\\s*(?:[:：|]|\\s[-–—]+\\s|(?<=\\d)-)\\s*(?=\\S)", FLAGS);
    private static final Pattern BRACKETED_BEFORE =
            Pattern.compile("^[\\[(【<](?:" + NAMES + ")[\\])】>]\\s*(?:[:：|–-]\\s*)?", FLAGS);
    private static final Pattern BRACKETED_AFTER =
            Pattern.compile("\\s*[\\[(【](?:\\+|with )?\\s?(?:" + NAMES + ")[\\])】]$", FLAGS);
    private static final Pattern AFTER =
            Pattern.compile("\\s+(?:\\||[-–—]+)\\s+(?:" + NAMES + "|as it happened)$", FLAGS);
    private static final Pattern SECTION = Pattern.compile("\\s+\\|\\s+([^|]{2,24})$");

    private static final Set<String> SECTIONS = Set.of(
            "news",
            "world",
            "world news",
            "uk news",
            "us news",
            "politics",
            "business",
            "business news",
            "sport",
            "sports",
            "football",
            "technology",
            "tech",
            "science",
            "health",
            "culture",
            "entertainment",
            "environment",
            "money",
            "society",
            "education",
            "media",
            "travel",
            "politik",
            "wirtschaft",
            "nachrichten",
            "panorama",
            "actualité",
            "monde",
            "economía",
            "mundo",
            "noticias",
            "notizie",
            "nieuws",
            "новости");

    /** Fewer characters than these, and a label was perhaps the headline itself. */
    private static final int SHORTEST = 12;

    private static final int SHORTEST_WITHOUT_SPACES = 5;

    private TitleLabels() {}

    /** {@code title} without its labels; the title itself where hardly anything would be left. */
    static String removed(String title) {
        String rest = title.strip();
        String before;
        do {
            before = rest;
            rest = without(BRACKETED_BEFORE, rest);
            rest = without(BEFORE, rest);
            rest = without(BRACKETED_AFTER, rest);
            rest = without(AFTER, rest);
            rest = withoutSection(rest);
        } while (!rest.equals(before));
        return rest;
    }

    private static String without(Pattern label, String title) {
        String rest = label.matcher(title).replaceFirst("").strip();
        return isTitle(rest) ? rest : title;
    }

    private static String withoutSection(String title) {
        Matcher section = SECTION.matcher(title);
        if (!section.find() || !SECTIONS.contains(section.group(1).strip().toLowerCase(Locale.ROOT))) {
            return title;
        }
        String rest = title.substring(0, section.start()).strip();
        return isTitle(rest) ? rest : title;
    }

    private static boolean isTitle(String rest) {
        boolean unspaced = rest.codePoints().anyMatch(c -> c > 0x2E7F && Character.isLetter(c));
        return rest.length() >= (unspaced ? SHORTEST_WITHOUT_SPACES : SHORTEST);
    }
}
