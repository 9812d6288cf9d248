package news.lede.answer;

/**
 * Which form of a word goes with a number, as the Unicode plural rules (CLDR, cardinal numbers) have it for the languages we speak. Whole numbers only: we count things.
 * The "many" of French, Spanish and Portuguese is for millions, which nothing of ours reaches; theirs is OTHER.
 */
enum PluralForm {
    ZERO,
    ONE,
    TWO,
    FEW,
    MANY,
    OTHER;

    static PluralForm of(long number, String language) {
        long n = Math.abs(number);
        return switch (language) {
            case "zh" -> OTHER;
            case "fr", "pt" -> n <= 1 ? ONE : OTHER;
            case "ru", "uk" -> slavic(n);
            case "ar" -> arabic(n);
            default -> n == 1 ? ONE : OTHER;
        };
    }

    private static PluralForm slavic(long n) {
        long tens = n % 100;
        long ones = n % 10;
        if (ones == 1 && tens != 11) {
            return ONE;
        }
        return ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? FEW : MANY;
    }

    private static PluralForm arabic(long n) {
        if (n <= 2) {
            return n == 0 ? ZERO : n == 1 ? ONE : TWO;
        }
        long tens = n % 100;
        if (tens >= 3 && tens <= 10) {
            return FEW;
        }
        return tens >= 11 ? MANY : OTHER;
    }
}
