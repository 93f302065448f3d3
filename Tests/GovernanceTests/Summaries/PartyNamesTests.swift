import Governance
import Testing
import Vocabulary

struct PartyNamesTests {
    private func names(_ book: GovernanceBook, text: String?) -> PartyNames {
        PartyNames(
            of: book, on: RightsSample.day,
            organisation: { $0 == RightsSample.icb ? "Wexbourne ICB" : nil }, text: { _ in text })
    }

    @Test func `what has no name stands by its code`() {
        let names = names(RightsSample.book(), text: nil)
        #expect(names.name(.organisation(RightsSample.icb)) == "Wexbourne ICB")
        #expect(names.name(.organisation(RightsSample.national)) == "X24")
        #expect(names.name(.committee(RightsSample.name("pccc"))) == "Wexbourne primary care committee")
        #expect(names.name(.partnership(RightsSample.name("stp"))) == "the partnership stp")
        #expect(names.name(.thePublic) == "the public")
    }

    @Test func `a name that is removed leaves the post`() {
        var book = RightsSample.book()
        #expect(names(book, text: nil).name(person: RightsSample.name("p014")) == "name removed (p014)")
        book.people[RightsSample.name("p014")]?.posts = [
            .init(title: "Lay member", from: RightsSample.on("2024-04-01"), until: RightsSample.day)
        ]
        #expect(names(book, text: nil).name(person: RightsSample.name("p014")) == "Lay member")
        #expect(names(book, text: "Ada Example").name(person: RightsSample.name("p014")) == "Ada Example, Lay member")
    }
}
