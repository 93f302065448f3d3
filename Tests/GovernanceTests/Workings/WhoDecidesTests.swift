import Governance
import Testing
import Vocabulary

struct WhoDecidesTests {
    private func ask(
        _ text: String, amount: Int? = nil, organisation: String? = nil, in book: GovernanceBook = RightsSample.book(),
        on day: Day = RightsSample.day, successor: FollowSuccession.Successor = RightsSample.nobody
    ) -> WhoDecides.Answer {
        WhoDecides.answer(
            WhoDecides.Question(
                text: text, day: day, amount: amount.map { Money(pence: $0 * 100) },
                organisation: organisation.map { RightsSample.code($0) }), in: book, successor: successor)
    }

    private func ids(_ answer: WhoDecides.Answer) -> [String] { answer.found.map(\.right.id.description) }

    @Test func `a question in plain words finds the right, its holder, its committee and whom to approach`() throws {
        let found = try #require(ask("Who decides the closure of a dental contract?").found.first)
        #expect(found.right.id == RightsSample.delegated.id)
        #expect(found.words == ["closure", "dental", "contract"])
        #expect(found.holdersNow == [RightsSample.icb] && found.committeesNow == [RightsSample.name("pccc")])
        #expect(found.right.approach == "Head of primary care, contracts desk")
        #expect(found.chain.end == .statutoryHolder)
    }

    @Test func `other words, an instrument and a body's code find it too`() {
        #expect(ids(ask("rebasing")) == ["dental-contracts"])
        #expect(ids(ask("s65Z5")) == ["dental-contracts"])
        #expect(ids(ask("X24")) == ["dental-national"])
        #expect(ids(ask("pharmacy")) == [])
    }

    @Test(arguments: [
        (50_000, "dental-place"), (50_001, "dental-contracts"), (2_000_000, "dental-contracts"),
        (2_000_001, "dental-national"),
    ])
    func `the amount leads to the nearest holder whose limit covers it`(pounds: Int, right: String) throws {
        let found = try #require(ask("dental", amount: pounds).found.first)
        #expect(found.right.id.description == right && found.coversAmount == true)
    }

    @Test func `who is only heard comes after who decides`() throws {
        var heard = RightsSample.place
        heard.id = RightsSample.name("council-heard")
        heard.extent = .greaterInvolvement
        heard.holder = RightsSample.council
        heard.title = "Dental dental dental: the council is heard"
        let book = try RightsSample.book().after(RecordRight(right: heard))
        let found = ask("dental", in: book).found
        #expect(found.count == 4 && found.last?.right.id == heard.id)
    }

    @Test func `a right of a body that was merged is found under its successor`() {
        let successor: FollowSuccession.Successor = {
            $0 == RightsSample.icb ? [RightsSample.code("QNEW")] : []
        }
        let answer = ask("dental", organisation: "QNEW", successor: successor)
        #expect(Set(ids(answer)) == ["dental-contracts", "dental-place"])
        #expect(answer.found.allSatisfy { $0.holdersNow == [RightsSample.code("QNEW")] })
        #expect(ids(ask("QNEW contracts", successor: successor)).first == "dental-contracts")
        #expect(ids(ask("dental", organisation: "QNEW")) == [])
    }

    @Test func `an answer is of its day`() throws {
        #expect(ids(ask("dental", on: RightsSample.on("2023-03-31"))) == ["dental-national"])
        #expect(ids(ask("dental", on: RightsSample.on("2013-03-31"))) == [])
    }

    @Test func `what is contested is found with its question, and a question without a right is not lost`() throws {
        var contested = RightsSample.place
        contested.id = RightsSample.name("contested")
        contested.standing = .contested
        let book = try RightsSample.book()
            .after(RecordRight(right: contested, question: RightsSample.question("closures")))
            .after(
                AskRightsQuestion(
                    matter: RightsSample.name("pharmacy-hours"), question: RightsSample.question("pharmacies")))
        let found = try #require(ask("dental", in: book).found.first { $0.right.id == contested.id })
        #expect(found.questions.map(\.id.description) == ["closures"])
        #expect(ask("pharmacy", in: book).openQuestions.map(\.id.description) == ["pharmacies"])
    }

    @Test func `a question of little words only is still searched, and no words give every right`() {
        #expect(ids(ask("who decides")) == [])
        #expect(ids(ask(" ")).count == 3)
    }
}
