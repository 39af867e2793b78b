package be.designations.testing;

import com.microsoft.playwright.Page;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What of a page matters to the rules of axe-core, so that they look once at what they have seen: half of the time of a
 * journey was theirs.
 */
final class PageLook {

    private static final String MARK = "data-colours-are-new";

    /** To be run after axe-core: contrast, the half of its work, is looked at where {@link #markAllColoursBut} says. */
    static final String CONTRAST_OF_WHAT_IS_MARKED =
            "axe.configure({rules: [{id: 'color-contrast', selector: '[" + MARK + "]'}]});";

    /**
     * The shape is where the page is, how wide, in which language, and each element with its attributes, of which what
     * differs from dossier to dossier is left out, as are numbers and how often something is repeated. The colours of a
     * text are its own and those of all that it stands in, and whatever is laid over the page.
     */
    private static final String LOOK = """
            mark => {
              const plain = text => text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '#').replace(/[0-9]+/g, '#');
              const varies = /^(href|src|action|value|title|alt|content|placeholder|aria-label|id|name|for|d|points|transform|x|y|style|data-(?!module).*)$/;
              const shape = element => {
                const attributes = [...element.attributes].filter(it => it.name !== mark)
                    .map(it => it.name + (varies.test(it.name) ? (it.value.trim() ? '=' : '') : '=' + plain(it.value)))
                    .sort().join(' ');
                const children = [];
                for (const child of element.childNodes) {
                  const one = child.nodeType === 1 ? shape(child) : child.nodeType === 3 && child.nodeValue.trim() ? 't' : '';
                  if (one && children[children.length - 1] !== one) children.push(one);
                }
                const state = element.matches(':disabled') ? '-' : element.checked ? '+' : '';
                return element.localName + state + '[' + attributes + '](' + children.join(',') + ')';
              };
              const hash = text => {
                let one = 7, other = 11;
                for (let i = 0; i < text.length; i++) {
                  one = Math.imul(one, 31) + text.charCodeAt(i) | 0;
                  other = Math.imul(other, 37) + text.charCodeAt(i) | 0;
                }
                return one + '.' + other;
              };
              const over = [], texts = [];
              const walk = (element, outside) => {
                const style = getComputedStyle(element);
                if (style.display === 'none') return;
                const covers = style.backgroundColor !== 'rgba(0, 0, 0, 0)' || style.backgroundImage !== 'none';
                const behind = outside + (covers ? '|' + style.backgroundColor + style.backgroundImage : '')
                    + (style.opacity !== '1' ? '|' + style.opacity : '') + (style.filter !== 'none' ? '|' + style.filter : '');
                if (covers && style.position !== 'static' && style.position !== 'relative'
                    && element.offsetWidth > 1 && element.offsetHeight > 1) {
                  over.push(behind + style.position + style.zIndex);
                }
                if (element.matches('input,select,textarea,button')
                    || [...element.childNodes].some(it => it.nodeType === 3 && it.nodeValue.trim())) {
                  texts.push([element, behind + style.color + style.fontSize + style.fontWeight + style.textShadow
                      + element.localName + element.matches(':disabled')]);
                }
                for (const child of element.children) walk(child, behind);
              };
              walk(document.documentElement, '');
              const laid = [...new Set(over)].sort().join();
              window.textsByColours = texts.map(([element, colours]) => [element, hash(colours + laid)]);
              const colours = [...new Set(window.textsByColours.map(it => it[1]))].sort();
              return {
                shape: [plain(location.pathname), window.innerWidth, document.documentElement.lang,
                        hash(shape(document.documentElement)), hash(colours.join())].join(' '),
                colours
              };
            }""";

    private static final String MARK_THEM = """
            ([mark, known]) => {
              const seen = new Set(known);
              for (const [element, colours] of window.textsByColours) {
                element.toggleAttribute(mark, !seen.has(colours));
              }
            }""";

    private final Page page;
    private final String shape;
    private final List<String> colours;

    private PageLook(Page page, String shape, List<String> colours) {
        this.page = page;
        this.shape = shape;
        this.colours = colours;
    }

    static PageLook at(Page page) {
        Map<?, ?> seen = (Map<?, ?>) page.evaluate(LOOK, MARK);
        return new PageLook(
                page,
                String.valueOf(seen.get("shape")),
                ((List<?>) seen.get("colours")).stream().map(String::valueOf).toList());
    }

    String shape() {
        return shape;
    }

    /** Each once. */
    Collection<String> colours() {
        return colours;
    }

    /** Has the contrast of the other texts of the page looked at. */
    void markAllColoursBut(Set<String> known) {
        page.evaluate(
                MARK_THEM,
                List.of(MARK, colours.stream().filter(known::contains).toList()));
    }
}
