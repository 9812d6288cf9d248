package news.lede.command;

import java.util.List;
import java.util.Locale;
import news.lede.answer.Answer;
import news.lede.answer.Display;
import news.lede.answer.Texts;
import news.lede.subscription.Filter;
import news.lede.subscription.FilterFault;

/** Says what is wrong with a filter, where, and shows one that is right. */
final class FilterNotices {
    private FilterNotices() {}

    static Answer.Notice of(FilterFault fault, Texts texts) {
        String part = Display.brief(fault.part(), CommandLine.ECHOED);
        String why = switch (fault.kind()) {
            case TOO_LONG -> texts.text("filter.too-long", Filter.MOST_CHARS);
            case TOO_MANY -> texts.text("filter.too-many", Filter.MOST_TERMS);
            case TOO_DEEP -> texts.text("filter.too-deep", Filter.MOST_DEPTH);
            case OPEN_QUOTE -> texts.text("filter.open-quote");
            case OPEN_PARENTHESIS -> texts.text("filter.open-parenthesis");
            case LONE_PARENTHESIS -> texts.text("filter.lone-parenthesis");
            case NOTHING_FOLLOWS -> texts.text("filter.nothing-follows");
            case NO_WORD -> texts.text("filter.no-word", part);
            case NO_FIELD -> texts.text("filter.no-field", part.toLowerCase(Locale.ROOT));
            case NO_LANGUAGE -> texts.text("filter.no-language", part);
        };
        return texts.notice("filter", List.of(), why, fault.at(), fault.kind().example());
    }
}
