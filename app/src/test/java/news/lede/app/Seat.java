package news.lede.app;

import java.util.Map;

/** Where somebody sits who talks to the bot on one platform, and what they see there. Each answers what came of it, as a reader sees it. */
interface Seat {
    String platform();

    /** Sends a command with its options. */
    String say(String command, Map<String, String> options);

    /** A member, by their number on the platform. */
    String member();

    /** The same said by that member; what they see is not what is pressed next. */
    String memberSays(String command, Map<String, String> options);

    /** Presses a button of what they saw last. */
    String press(String label);

    /** Picks, of what they saw last, the value whose label begins so. */
    String pick(String label);

    /** The community's name as the command line knows it. */
    String workspaceKey();

    void throwBotOut();

    void letBotIn();
}
