import Markup
import Testing

@Suite struct DestinationTests {
    @Test(arguments: ["/", "/contracts?page=2&sort=-value", "https://opendata.nhsbsa.net/", "/a%20b"])
    func `a path or an https address is a destination`(text: String) {
        #expect(Destination(text)?.description == text)
    }

    @Test(arguments: [
        "", "contracts", "//evil.example/", "http://example.org", "javascript:alert(1)", "data:text/html,x",
        "/a b", "/a\"b", "/a'b", "/a<b", "/a\\b", "/caf\u{E9}", "/a\nb", "#part", "HTTPS://EXAMPLE.ORG",
    ])
    func `nothing else is a destination`(text: String) {
        #expect(Destination(text) == nil)
    }

    @Test func `a query is percent-encoded, whatever it holds`() {
        let path = Destination("/contracts").adding(query: [("q", "a&b=c d£\""), ("page", "2")])
        #expect(path.description == "/contracts?q=a%26b%3Dc%20d%C2%A3%22&page=2")
        #expect(Destination(path.description as String) == path)
    }

    @Test(arguments: [
        ("Q48", "q48"), ("1000080000", "n-1000080000"), ("", "part"), ("a  b<c>", "a-b-c"), ("£", "part"),
    ])
    func `an element's name is letters, digits and hyphens`(text: String, name: String) {
        #expect(ElementID(text).description == name)
    }
}
