//! A page as a browser shows it: text and map light each other, switches hide, scenes are stepped
//! through, and nothing leaves.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

mod browser;
mod made;

use browser::Browser;

const MENTION: &str = "#text .mention[data-subject='feature:tapi']";
const WORDS: &str = "#text .mention[data-subject='feature:tapi'] .grip";
const LINE: &str = "#map svg [data-subject='feature:tapi']";

/// A browser with the page open; each test has a profile of its own.
fn opened(name: &str) -> Option<Browser> {
    let path = made::written(name);
    let browser = Browser::start(name)?;
    browser.open(&format!("file://{}", path.display()));
    Some(browser)
}

/// Whether an element bears a class.
fn has(browser: &Browser, selector: &str, class: &str) -> bool {
    browser.is_true(&format!(
        "document.querySelector({selector:?}).classList.contains({class:?})"
    ))
}

fn is_seen(browser: &Browser, selector: &str) -> bool {
    browser.is_true(&format!(
        "document.querySelector({selector:?}).getClientRects().length"
    ))
}

fn assert_no_complaint(browser: &Browser) {
    let complaints = browser.complaints();
    assert!(complaints.is_empty(), "{complaints:?}");
}

#[test]
fn text_and_map_light_each_other_and_a_click_tells_more() {
    let Some(browser) = opened("links") else {
        return;
    };
    browser.point_at(WORDS);
    assert!(has(&browser, LINE, "lit"));
    browser.point_at("#map svg [data-subject='country:RUS'] text");
    assert!(!has(&browser, LINE, "lit"));
    let russia = "#text .mention[data-subject='country:RUS']";
    assert!(has(&browser, russia, "lit"));
    // By keyboard, too.
    browser.run(&format!("document.querySelector({LINE:?}).focus()"));
    assert!(has(&browser, MENTION, "lit"));
    browser.press("Enter");
    let told = browser.run("return document.getElementById('card').innerText");
    let told = told.as_str().unwrap();
    for words in ["Pipeline", "proposed", "Basis", "Paragraph"] {
        assert!(told.contains(words), "{words}: {told}");
    }
    assert!(has(&browser, MENTION, "chosen"));
    browser.click("#card .paragraphs a");
    assert!(is_seen(&browser, ".passage:target"));
    browser.press("Escape");
    assert!(!has(&browser, MENTION, "chosen"));
    assert_no_complaint(&browser);
}

#[test]
fn mentions_inside_each_other_are_links_of_their_own_in_reading_order() {
    let Some(browser) = opened("nested") else {
        return;
    };
    assert!(browser.is_true("document.querySelector('#text .around a.grip')"));
    assert!(!browser.is_true("document.querySelector('a a, a button')"));
    // No two places share a name, and every link within the page leads somewhere.
    assert!(browser.is_true(
        "(ids => new Set(ids).size === ids.length)([...document.querySelectorAll('[id]')].map(e => e.id))"
    ));
    let lost = browser.run(
        "return [...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.hash.slice(1))\
         .filter(id => !document.getElementById(id))",
    );
    assert_eq!(lost, serde_json::json!([]));
    browser.click("#text .around a.grip");
    let around = "#text .around";
    assert!(has(&browser, around, "chosen"));
    assert_no_complaint(&browser);
}

#[test]
fn a_switch_hides_its_lines_and_quiets_their_marks() {
    let Some(browser) = opened("switches") else {
        return;
    };
    let mark =
        format!("return getComputedStyle(document.querySelector({MENTION:?})).textDecorationColor");
    assert!(is_seen(&browser, LINE));
    let loud = browser.run(&mark);
    assert!(!is_seen(&browser, "#map [data-overlay='diplomacy']"));
    browser.click("[data-switch='pipelines']");
    assert!(!is_seen(&browser, LINE));
    assert_ne!(browser.run(&mark), loud);
    // Who asks for it by its words gets it back.
    browser.click(WORDS);
    assert!(is_seen(&browser, LINE));
    assert_eq!(browser.run(&mark), loud);
    assert_no_complaint(&browser);
}

#[test]
fn scenes_are_stepped_through_by_keys_and_reached_by_address() {
    let Some(browser) = opened("scenes") else {
        return;
    };
    let at = |browser: &Browser| {
        let shown =
            browser.run("return [document.getElementById('count').innerText, location.hash]");
        shown.to_string()
    };
    assert!(!is_seen(&browser, "#scene-1"));
    browser.press("b");
    assert_eq!(at(&browser), r##"["1 of 13","#scene-1"]"##);
    assert!(is_seen(&browser, "#scene-1 svg"));
    assert!(!is_seen(&browser, "#text"));
    browser.press("ArrowRight");
    browser.press("PageDown");
    assert_eq!(at(&browser), r##"["3 of 13","#scene-3"]"##);
    browser.press("ArrowLeft");
    assert!(is_seen(&browser, "#scene-2"));
    assert!(!is_seen(&browser, "#scene-3"));
    browser.press("End");
    browser.press("ArrowRight");
    assert_eq!(at(&browser), r##"["13 of 13","#scene-13"]"##);
    browser.press("Home");
    assert!(is_seen(&browser, "#scene-1"));
    browser.press("Escape");
    assert!(is_seen(&browser, "#text"));
    assert!(!is_seen(&browser, "#scenes"));
    browser.run("location.hash = '#scene-4'");
    browser.settle();
    assert!(is_seen(&browser, "#scene-4"));
    browser.click("#scene-4 a.number");
    assert!(is_seen(&browser, "#text .passage:target"));
    assert_no_complaint(&browser);
}

#[test]
fn nothing_leaves_and_nothing_strange_acts() {
    let Some(browser) = opened("closed") else {
        return;
    };
    assert!(browser.is_true("performance.getEntriesByType('resource').length === 0"));
    assert_no_complaint(&browser);
    let fetched = browser.run_later(
        "const done = arguments[arguments.length - 1];\
         fetch('https://example.com/').then(() => done('gone out'), () => done('kept in'))",
    );
    assert_eq!(fetched, "kept in");
    let complaints = browser.complaints();
    let by_policy = complaints
        .iter()
        .any(|words| words.contains("Content Security Policy"));
    assert!(by_policy, "{complaints:?}");
    browser.run(
        "const script = document.createElement('script');\
         script.textContent = 'window.acted = true'; document.body.append(script)",
    );
    assert!(!browser.is_true("window.acted"));
}
