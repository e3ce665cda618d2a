//! Pages: their words, and nothing else of them.

use super::{file, read};

/// The paragraphs of what stands in a page.
fn paragraphs(name: &str, body: &str) -> Vec<String> {
    read(
        name,
        format!("<!DOCTYPE html><html><body>{body}</body></html>"),
    )
    .paragraphs
}

#[test]
fn blocks_are_paragraphs_and_white_space_in_them_is_one_space() {
    let found = paragraphs(
        "blocks.html",
        "<h1>Head</h1><p>One\n  <b>bo</b>ld&nbsp;word</p>loose<div>two<p>three</div>\
         <ul><li>four<li>five</ul><dl><dt>six<dd>seven</dl><blockquote>eight</blockquote>\
         <figure><img alt=none><figcaption>nine</figcaption></figure><hr>ten<br>on<br> <br>eleven\
         <table><caption>T</caption><tr><th>a<th>b<tr><td>c</td><td><p>d</td></table>\
         <pre>twelve\n\n  thirteen  on</pre>",
    );
    assert_eq!(
        found,
        [
            "Head",
            "One bold word",
            "loose",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten on",
            "eleven",
            "T",
            "a | b",
            "c",
            "d",
            "twelve",
            "thirteen on"
        ]
    );
}

#[test]
fn scripts_styles_and_what_is_instead_of_them_are_never_shown() {
    let found = paragraphs(
        "scripts.html",
        "<script>document.write('<p>no</p>')</script><SCRIPT type=x><!-- <script> no </script> --></SCRIPT>\
         <p>Yes<style>p { no }</style><noscript>no</noscript><template><p>no</p></template> and\
         <svg><title>no</title><style>no</style><script>no()</script><text>no</text></svg> more\
         <iframe src=x>no</iframe><object data=x>no</object><canvas>no</canvas><video src=x>no</video>\
         <!-- no --><!no><?no?><p onclick=\"no()\">end<script>no",
    );
    assert_eq!(found, ["Yes and more", "end"]);
}

/// The addresses lead to a server of this test, which nobody may ask for anything.
#[test]
fn nothing_that_a_page_names_is_fetched() {
    let server = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    server.set_nonblocking(true).unwrap();
    let at = format!("http://{}", server.local_addr().unwrap());
    let article = read(
        "fetching.html",
        format!(
            "<!DOCTYPE html PUBLIC \"x\" \"{at}/a.dtd\"><base href=\"{at}\"><link rel=stylesheet href=\"{at}/a.css\">\
             <meta http-equiv=refresh content=\"0;url={at}\"><script src=\"{at}/a.js\"></script>\
             <p>Words<img src=\"{at}/a.png\"><iframe src=\"{at}\"></iframe><a href=\"{at}\" ping=\"{at}\">here</a>"
        ),
    );
    assert_eq!(article.paragraphs, ["Wordshere"]);
    assert!(server.accept().is_err());
}

#[test]
fn menus_sidebars_footers_and_controls_are_left_out() {
    let found = paragraphs(
        "around.html",
        "<nav><ul><li>Home</ul></nav><header>Paper</header><div><p>Text <button>Share</button>here.</p>\
         <form>Name <input value=no><select><option>no</select><textarea>no</textarea></form>\
         <aside>Teaser<article>no</article></aside></div><footer>Imprint</footer><search>no</search>",
    );
    assert_eq!(found, ["Paper", "Text here.", "Name"]);
}

#[test]
fn what_a_page_hides_is_left_out() {
    let found = paragraphs(
        "hides.html",
        "<p hidden>no<p>One <span style='color: red; DISPLAY : none'>no <b>no</b></span>two\
         <div hidden><div>no</div>no</div><dialog>no</dialog><ul><li hidden>no<li>three</ul>\
         <div hidden=until-found>no</div><p><span hidden>no</p><p>four",
    );
    assert_eq!(found, ["One two", "three", "four"]);
}

#[test]
fn entities_are_the_characters_they_stand_for_and_hidden_ones_are_left_out() {
    let article = read(
        "entities.html",
        "<p>R&amp;D &lt;b&gt; &eacute;&#8212;&#x20AC;&notin; AT&T &unknown; &#150; a&shy;b&zwj;&#x202e;c",
    );
    assert_eq!(
        article.paragraphs,
        ["R&D <b> é—€∉ AT&T &unknown; – ab\u{200d}c"]
    );
    assert_eq!(article.notes, ["2 hidden characters were left out"]);
}

#[test]
fn the_title_is_the_pages_without_the_papers_name_where_the_headline_tells_it() {
    for (name, content, title) in [
        ("title-1.html", "<title> A &amp;\n b </title><p>x", "A & b"),
        ("title-2.html", "<h1>A <i>b</i></h1><p>x", "A b"),
        (
            "title-3.html",
            "<title>A b | Paper</title><header><h1>Paper</h1></header><main><h1>A b</h1>x</main>",
            "A b",
        ),
        (
            "title-4.html",
            "<title>A b</title><svg><title>no</title></svg><p>x",
            "A b",
        ),
        ("title-5.html", "<p>x", ""),
        ("title-6.html", "<title></title><h1>A</h1>", "A"),
        ("title-7.html", "<title>A\u{202e}b</title><p>x", "Ab"),
    ] {
        assert_eq!(read(name, content).title, title, "{content}");
    }
}

#[test]
fn broken_pages_are_read_as_far_as_they_go() {
    for (name, body, expected) in [
        (
            "broken-1.html",
            "<p>a<div>b</p></span>c</div></div></div>d",
            vec!["a", "b", "c", "d"],
        ),
        ("broken-2.html", "a<b", vec!["a"]),
        ("broken-3.html", "a <!-- never closed", vec!["a"]),
        (
            "broken-4.html",
            "a < b > c </> <3 d",
            vec!["a < b > c <3 d"],
        ),
        ("broken-5.html", "<div><nav>x</div><p>a", vec!["a"]),
        ("broken-6.html", "a<svg><path d=1><p>b", vec!["a", "b"]),
        (
            "broken-7.html",
            "<svg/><svg><title/><style/></svg>a",
            vec!["a"],
        ),
        (
            "broken-8.html",
            "<p class='x' class=y =z \"'>a</p x=y>",
            vec!["a"],
        ),
        (
            "broken-9.html",
            "<div/><p/>a<script/>no</script>b",
            vec!["ab"],
        ),
    ] {
        // An open tag at the end swallows what is behind it.
        assert_eq!(read(name, body).paragraphs, expected, "{body}");
    }
}

#[test]
fn a_page_whose_menu_is_never_closed_still_has_its_text() {
    let found = paragraphs("menu.html", "<nav><ul><li>Home<h1>Head</h1><p>Text.");
    assert_eq!(found, ["Home", "Head", "Text."]);
}

#[test]
fn a_page_that_only_scripts_fill_is_said_to_have_no_words() {
    let path = file(
        "empty.html",
        "<title>A</title><div id=root></div><script>fill()</script>",
    );
    let complaint = passage::content::read_article_file(&path).unwrap_err();
    assert!(
        complaint.contains("has no words of its own; what scripts put"),
        "{complaint}"
    );
}
