//! Which of a page's texts is the article: pages have teasers, menus and comments beside it.

/// Where in a page a paragraph stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Scope {
    /// The outermost `<article>` around it, by number.
    pub article: Option<u32>,
    pub is_in_main: bool,
}

/// A paragraph of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub text: String,
    pub scope: Scope,
    pub is_headline: bool,
}

/// A part with less than one in this many of a page's letters is a teaser, whatever its tags say.
const LEAST_SHARE_OF_PAGE: usize = 20;

/// The same for one of several articles.
const LEAST_SHARE_OF_MAIN: usize = 4;

enum Choice {
    Article(u32),
    AllArticles,
    Main,
    Page,
}

/// The paragraphs of the article in a page, in order.
pub(super) fn chosen(found: Vec<Found>) -> impl Iterator<Item = Found> {
    let choice = choice(&found);
    let is_chosen = move |found: &Found| match choice {
        Choice::Article(number) => found.scope.article == Some(number),
        Choice::AllArticles => found.scope.article.is_some(),
        Choice::Main => found.scope.is_in_main,
        Choice::Page => true,
    };
    found.into_iter().filter(is_chosen)
}

fn choice(found: &[Found]) -> Choice {
    let (mut page, mut main, mut all_articles) = (0, 0, 0);
    let mut articles: Vec<(u32, usize)> = Vec::new();
    for found in found {
        let length = found.text.len();
        page += length;
        if found.scope.is_in_main {
            main += length;
        }
        if let Some(number) = found.scope.article {
            all_articles += length;
            match articles.last_mut() {
                Some((last, sum)) if *last == number => *sum += length,
                _ => articles.push((number, length)),
            }
        }
    }
    let has_main = main > page / LEAST_SHARE_OF_PAGE;
    let around = if has_main { main } else { page };
    let is_lone = articles.len() == 1 && !has_main;
    let share = if is_lone {
        LEAST_SHARE_OF_PAGE
    } else {
        LEAST_SHARE_OF_MAIN
    };
    let longest = articles.iter().max_by_key(|(_, length)| *length);
    match longest {
        Some((number, length)) if *length > around / share => Choice::Article(*number),
        _ if has_main => Choice::Main,
        _ if all_articles > page / 2 => Choice::AllArticles,
        _ => Choice::Page,
    }
}
