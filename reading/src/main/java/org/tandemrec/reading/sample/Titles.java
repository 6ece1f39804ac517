package org.tandemrec.reading.sample;

import java.util.List;

/** Invented titles, each another one. */
final class Titles {
    private static final List<String> QUALITIES =
            words(
                    "Amber Ancient Bitter Blue Borrowed Brave Broken Burning Careless Clever Cold"
                            + " Copper Crimson Crooked Dancing Distant Double Drowsy Early Electric"
                            + " Empty Endless Faithful Fallen Final Foolish Forgotten Frozen Gentle"
                            + " Glass Golden Green Grey Hidden Hollow Honest Hungry Idle Invisible"
                            + " Iron Jealous Kind Last Late Little Lonely Long Lost Lucky Marble"
                            + " Midnight Modest Narrow Northern Odd Open Other Painted Paper Patient"
                            + " Perfect Polite Quiet Rapid Reckless Red Restless Second Secret Seven"
                            + " Shallow Silent Silver Sleeping Slow Southern Spare Stolen Stubborn"
                            + " Sudden Sunken Tall Third Thirsty Timid Twelve Unlikely Upper Velvet"
                            + " Waiting Wandering White Wild Winter Wooden Yellow Young");
    private static final List<String> THINGS =
            words(
                    "Actor Alley Anchor Apple April Autumn Baker Balcony Bell Bicycle Bird Boat"
                            + " Border Bread Bridge Brother Canyon Captain Carnival Carpenter Castle"
                            + " Ceiling Chair Circus Clock Coast Colonel Comet Compass Corner Cousin"
                            + " Dancer Daughter Desert Detective Doctor Door Dragon Engine Envelope"
                            + " Farm Fence Ferry Field Fiddler Forest Fountain Garden Gardener Ghost"
                            + " Harbour Harvest Horizon Horse Hotel Island January Judge Juggler"
                            + " Kitchen Ladder Lake Lantern Letter Library Lighthouse Machine"
                            + " Magician Map Market Meadow Melody Mill Mirror Monday Moon Mountain"
                            + " Museum Neighbour Night Ocean Orchard Painter Passenger Pianist"
                            + " Pilot Planet Promise Queen Railway Rain River Robot Sailor Salesman"
                            + " Scarecrow Season Shadow Singer Sister Station Stranger Summer Teacher"
                            + " Telegram Tiger Tower Train Umbrella Valley Violin Visitor Voyage"
                            + " Waltz Widow Window Witness");
    private static final List<String> PATTERNS =
            List.of(
                    "The %1$s %2$s",
                    "%1$s %2$s",
                    "A %2$s, %1$s and Alone",
                    "The %2$s and the %1$s Road",
                    "Too %1$s for a %2$s",
                    "My %1$s %2$s",
                    "Return of the %1$s %2$s",
                    "The %2$s Who Went %1$s",
                    "No %1$s %2$s",
                    "%2$s in a %1$s Town");

    private static final int ALL = QUALITIES.size() * THINGS.size() * PATTERNS.size();

    /** Prime and larger than {@link #ALL}'s factors, so that stepping by it meets every title. */
    private static final long STEP = 611_953;

    private Titles() {}

    private static List<String> words(String list) {
        return List.of(list.split(" ", -1));
    }

    /** The title of that number; a sequel where all the first parts are taken. */
    static String of(int number) {
        int choice = (int) (number % ALL * STEP % ALL);
        String pattern = PATTERNS.get(choice % PATTERNS.size());
        int rest = choice / PATTERNS.size();
        String quality = QUALITIES.get(rest % QUALITIES.size());
        String thing = THINGS.get(rest / QUALITIES.size());
        int part = number / ALL + 1;
        return pattern.formatted(quality, thing) + (part == 1 ? "" : ", Part " + part);
    }
}
