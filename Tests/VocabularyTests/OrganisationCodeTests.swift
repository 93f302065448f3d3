import Testing
import Vocabulary

struct OrganisationCodeTests {
    @Test(arguments: [
        ("qyg", "QYG"), ("S0E4D", "S0E4D"), ("15e", "15E"), ("A", "A"), ("ABCDEFGHIJKL", "ABCDEFGHIJKL"),
    ])
    func `a code of any shape is kept in upper case`(text: String, code: String) {
        #expect(OrganisationCode(text)?.description == code)
    }

    @Test(arguments: ["", " QYG", "QYG ", "Q-1", "ABCDEFGHIJKLM", "QÉ1", "Q\u{0}", "ＱＹＧ"])
    func `what cannot be a code is refused`(text: String) {
        #expect(OrganisationCode(text) == nil)
    }

    @Test func `codes sort by their characters`() {
        let codes = ["QYG", "15E", "Q44"].compactMap { OrganisationCode($0) }
        #expect(codes.sorted().map(\.description) == ["15E", "Q44", "QYG"])
    }

    @Test func `a succession says who handed over to whom, and whether that was derived`() throws {
        let succession = Succession(
            predecessor: try #require(OrganisationCode("Q44")),
            successor: try #require(OrganisationCode("QYG")),
            day: Day(number: 0), isDerived: true)
        #expect(succession.isDerived && succession.predecessor < succession.successor)
    }
}
