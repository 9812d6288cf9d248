package news.lede.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.lede.answer.Answer;
import news.lede.answer.Phrases;
import news.lede.answer.StoryItem;
import news.lede.telegram.AnswerRenderer.Drawn;
import news.lede.telegram.AnswerRenderer.Manner;

/**
 * An answer as one message, whatever it takes: of a list first the sentences go, then its last stories, which are counted; of all else the last blocks. What is sent
 * unasked is one message, so that no part of it can be lost or come twice by itself.
 *
 * @param answer what is left of it, for the buttons
 */
record OnePage(String html, Answer answer, Optional<Preview> preview) {
    private static final int[] STATEMENTS = {3, 1, 0};

    static OnePage of(Answer answer, Phrases phrases, Manner manner) {
        Drawn drawn = AnswerRenderer.draw(answer, phrases, manner);
        List<String> pages = Pages.of(drawn.blocks());
        if (pages.size() == 1) {
            return new OnePage(pages.getFirst(), answer, drawn.preview());
        }
        return switch (answer) {
            case Answer.StoryList list -> listed(answer, list.stories(), phrases, manner);
            case Answer.Briefing briefing -> listed(answer, briefing.stories(), phrases, manner);
            case Answer.StoryCard _, Answer.Account _, Answer.Listing _, Answer.Notice _ ->
                new OnePage(cut(drawn.blocks(), phrases), answer, drawn.preview());
        };
    }

    private static OnePage listed(Answer answer, List<StoryItem> stories, Phrases phrases, Manner manner) {
        for (int statements : STATEMENTS) {
            List<String> pages = pages(answer, phrases, manner.with(statements, 0));
            if (pages.size() == 1) {
                return new OnePage(pages.getFirst(), answer, Optional.empty());
            }
        }
        for (int kept = stories.size() - 1; kept > 0; kept--) {
            Answer fewer = first(kept, answer);
            List<String> pages = pages(fewer, phrases, manner.with(0, stories.size() - kept));
            if (pages.size() == 1) {
                return new OnePage(pages.getFirst(), fewer, Optional.empty());
            }
        }
        Answer one = first(1, answer);
        Drawn drawn = AnswerRenderer.draw(one, phrases, manner.with(0, 0));
        return new OnePage(cut(drawn.blocks(), phrases), one, Optional.empty());
    }

    private static List<String> pages(Answer answer, Phrases phrases, Manner manner) {
        return Pages.of(AnswerRenderer.draw(answer, phrases, manner).blocks());
    }

    private static Answer first(int kept, Answer answer) {
        return switch (answer) {
            case Answer.StoryList list ->
                new Answer.StoryList(list.title(), list.stories().subList(0, kept), list.actions(), list.footer());
            case Answer.Briefing briefing ->
                new Answer.Briefing(
                        briefing.title(), briefing.stories().subList(0, kept), briefing.actions(), briefing.footer());
            case Answer.StoryCard _, Answer.Account _, Answer.Listing _, Answer.Notice _ -> answer;
        };
    }

    /** As many of the first blocks as fit with the count of the others. */
    private static String cut(List<Block> blocks, Phrases phrases) {
        for (int kept = blocks.size() - 1; kept > 0; kept--) {
            List<Block> shown = new ArrayList<>(blocks.subList(0, kept));
            shown.add(Block.of(Html.italic(phrases.more(blocks.size() - kept))));
            List<String> pages = Pages.of(shown);
            if (pages.size() == 1) {
                return pages.getFirst();
            }
        }
        return Pages.of(blocks).getFirst();
    }
}
