package be.designations.figures.web;

import be.designations.figures.Area;
import be.designations.figures.Coverage;
import be.designations.figures.CoverageByPlace;
import be.designations.figures.Region;
import be.designations.pages.Page;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A map of tiles, one a province and one a region, each about where it lies. What it says stands in words and in the length of a bar;
 * the shade repeats it.
 */
final class TileMap {

    private static final int WIDTH = 100;
    private static final int HEIGHT = 92;
    private static final int GAP = 6;

    /** From north to south; empty where the country is not. */
    private static final List<List<String>> GRID = List.of(
            List.of("WEST_FLANDERS", "EAST_FLANDERS", "ANTWERP", "LIMBURG"),
            List.of("", "BRUSSELS", "FLEMISH_BRABANT", "LIEGE"),
            List.of("HAINAUT", "WALLOON_BRABANT", "NAMUR", "LUXEMBOURG"));

    private TileMap() {}

    /**
     * One tile.
     *
     * @param code  what is asked of the list that it leads to
     * @param words its name, in lines that fit
     * @param shade 0 to 4, the more CPAS have somebody the higher
     * @param bar   how long the bar is, up to {@code width} less its margins
     */
    public record Tile(
            String code,
            List<String> words,
            int x,
            int y,
            int width,
            int height,
            Coverage coverage,
            int shade,
            int bar) {

        static Tile of(String name, String code, int x, int y, int width, Coverage coverage) {
            return new Tile(
                    code,
                    Arrays.asList(name.split("(?<=-)| ", 2)),
                    x,
                    y,
                    width,
                    HEIGHT,
                    coverage,
                    coverage.percent() / 25,
                    (width - 20) * coverage.percent() / 100);
        }
    }

    static List<Tile> areas(CoverageByPlace coverage, Page page) {
        List<Tile> tiles = new ArrayList<>();
        for (int row = 0; row < GRID.size(); row++) {
            for (int column = 0; column < GRID.get(row).size(); column++) {
                String code = GRID.get(row).get(column);
                if (!code.isEmpty()) {
                    Area area = Area.valueOf(code);
                    tiles.add(Tile.of(
                            page.text(area.nameKey()),
                            area.code(),
                            column * (WIDTH + GAP),
                            row * (HEIGHT + GAP),
                            WIDTH,
                            coverage.areas().getOrDefault(area, Coverage.NOTHING)));
                }
            }
        }
        return tiles;
    }

    static List<Tile> regions(CoverageByPlace coverage, Page page) {
        int width = (4 * (WIDTH + GAP) - GAP - 2 * GAP) / 3;
        List<Tile> tiles = new ArrayList<>();
        for (Region region : Region.values()) {
            tiles.add(Tile.of(
                    page.text(region.nameKey()),
                    region.code(),
                    tiles.size() * (width + GAP),
                    0,
                    width,
                    coverage.regions().getOrDefault(region, Coverage.NOTHING)));
        }
        return tiles;
    }
}
