import Governance
import Testing
import Vocabulary

struct WhoAnswersTests {
    private func book() -> GovernanceBook {
        var book = RightsSample.book()
        var edge = RightsSample.edge
        edge.id = RightsSample.name("committee-to-board")
        edge.actor = .committee(RightsSample.name("pccc"))
        edge.forum = .organisation(RightsSample.icb)
        edge.about = "its decisions"
        edge.matter = nil
        book.edges[edge.id] = edge
        book.committees[RightsSample.name("pccc")]?.memberships = [
            Membership(
                person: RightsSample.name("p014"), roles: [RightsSample.name("lay")],
                from: RightsSample.on("2025-04-01"), until: RightsSample.on("2026-09-01"))
        ]
        return book
    }

    private func ask(
        _ party: AccountabilityEdge.Party? = nil, matter: String? = nil, words: String? = nil,
        on day: Day = RightsSample.day, successor: FollowSuccession.Successor = RightsSample.nobody
    ) -> (to: [String], by: [String], through: [AccountabilityEdge.Party?]) {
        let answer = WhoAnswers.answer(
            WhoAnswers.Question(party: party, matter: matter.map { RightsSample.name($0) }, words: words, day: day),
            in: book(), successor: successor)
        return (
            answer.answersTo.map(\.edge.id.description), answer.answeredBy.map(\.edge.id.description),
            answer.answersTo.map(\.through)
        )
    }

    @Test func `a body answers by its own edges and by its committees'`() {
        let answer = ask(.organisation(RightsSample.icb))
        #expect(answer.to == ["committee-to-board", "icb-to-national"])
        #expect(answer.through == [.committee(RightsSample.name("pccc")), nil])
        #expect(answer.by == ["committee-to-board"])
    }

    @Test func `a person answers by the committee on which they sit that day`() {
        let person = AccountabilityEdge.Party.person(RightsSample.name("p014"))
        #expect(ask(person).to == ["committee-to-board"])
        #expect(ask(person, on: RightsSample.on("2026-09-02")).to == [])
    }

    @Test func `a matter and words narrow it`() {
        #expect(ask(matter: "primary-dental-services").to == ["icb-to-national"])
        #expect(ask(words: "dental budgets").to == ["icb-to-national"])
        #expect(ask(.organisation(RightsSample.icb), words: "decisions").to == ["committee-to-board"])
        #expect(ask(on: RightsSample.on("2023-03-31")).to == [])
    }

    @Test func `the edges of a body that was merged are found under its successor`() {
        let new = RightsSample.code("QNEW")
        let answer = ask(.organisation(new)) { $0 == RightsSample.icb ? [new] : [] }
        #expect(answer.to.contains("icb-to-national"))
        #expect(ask(.organisation(new)).to == [])
    }
}
