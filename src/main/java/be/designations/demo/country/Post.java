package be.designations.demo.country;

import be.designations.access.ResponsibilityKind;
import java.util.ArrayList;
import java.util.List;

/**
 * A post in an entity. The first of its staff hold the posts, one each, in the order of {@link #of}; the others are users.
 *
 * @param quality the index of the quality in the entity, {@link #NONE} where the post is in the entity itself
 * @param subdivision the index of the subdivision in the quality, or {@link #NONE}
 */
record Post(ResponsibilityKind kind, int quality, int subdivision) {

    static final int NONE = -1;

    /** One of the staff is always left who is a user: the smallest entity has {@value CountrySize#FEWEST_STAFF}. */
    static List<Post> of(int staff, int qualities) {
        List<Post> posts = new ArrayList<>();
        posts.add(new Post(ResponsibilityKind.PRINCIPAL_ACCESS_MANAGER, NONE, NONE));
        add(posts, Math.min(3, staff / 20), new Post(ResponsibilityKind.CO_PRINCIPAL_ACCESS_MANAGER, NONE, NONE));
        for (int quality = 0; quality < qualities; quality++) {
            posts.add(localManager(quality));
            add(posts, Math.min(5, staff / 50), new Post(ResponsibilityKind.CO_LOCAL_MANAGER, quality, NONE));
            posts.add(new Post(ResponsibilityKind.TECHNICAL_USER, quality, NONE));
        }
        for (int subdivision = 0; subdivision < subdivisions(staff); subdivision++) {
            posts.add(new Post(ResponsibilityKind.SUBDIVISION_MANAGER, 0, subdivision));
            if (subdivision % 2 == 0) {
                posts.add(new Post(ResponsibilityKind.CO_SUBDIVISION_MANAGER, 0, subdivision));
            }
        }
        return posts;
    }

    static Post localManager(int quality) {
        return new Post(ResponsibilityKind.LOCAL_MANAGER, quality, NONE);
    }

    static int qualities(int staff, int kinds) {
        int wanted = staff < 20 ? 1 : staff < 100 ? 2 : staff < 1_000 ? 3 : 4;
        return Math.min(wanted, kinds);
    }

    /** How many subdivisions the first quality has. */
    static int subdivisions(int staff) {
        return staff < 50 ? 0 : Math.min(20, 1 + staff / 100);
    }

    private static void add(List<Post> posts, int times, Post post) {
        for (int time = 0; time < times; time++) {
            posts.add(post);
        }
    }
}
