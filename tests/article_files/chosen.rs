//! Which text of a page is the article.

use super::read;

const LONG: &str =
    "A sentence of the article that says what happened and to whom, and why that was so. ";

#[test]
fn an_article_or_a_main_part_is_taken_without_what_is_around_it() {
    for (name, page) in [
        (
            "article.html",
            "<p>around</p><article><p>text</article><div>around</div>",
        ),
        (
            "main.html",
            "<div>around<p>more around</p></div><main><p>text</main>",
        ),
        (
            "both.html",
            "<main><p>a</p><article><p>text</article></main><div>around</div>",
        ),
        (
            "nested.html",
            "<article>text<article></article></article>around",
        ),
        ("role.html", "<p>text"),
    ] {
        assert_eq!(read(name, page).paragraphs, ["text"], "{page}");
    }
}

#[test]
fn teasers_that_are_articles_too_do_not_hide_the_text() {
    let teasers = "<article>Teaser</article>".repeat(5);
    let long = format!("<p>{}</p>", LONG.repeat(10));
    for (name, page) in [
        ("teasers-1.html", format!("<div>{long}</div>{teasers}")),
        ("teasers-2.html", format!("<main>{long}{teasers}</main>")),
        (
            "teasers-3.html",
            format!("{teasers}<article>{long}</article>"),
        ),
        (
            "teasers-4.html",
            format!("<div>{long}</div><article>Teaser</article>"),
        ),
    ] {
        let found = read(name, page).paragraphs;
        assert!(
            found.iter().any(|text| text.len() > 800),
            "{name}: {found:?}"
        );
    }
}

#[test]
fn a_page_of_many_articles_has_the_text_of_all() {
    let page: String = (0..10)
        .map(|number| format!("<article>{number} {LONG}</article>"))
        .collect();
    let found = read("blog.html", format!("<p>Blog</p>{page}")).paragraphs;
    assert_eq!(found.len(), 10);
}
