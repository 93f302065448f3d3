import Governance
import Testing
import Vocabulary

private typealias M = MeetingSample

struct GovernanceTasksTests {
    private func waiting(
        _ person: String?, in book: GovernanceBook, on day: Day = M.day, keeping: Set<Slug> = [],
        ruling: Set<Slug> = []
    ) -> [GovernanceTasks.Waiting] {
        GovernanceTasks(
            of: person.map(M.s), keeping: keeping, ruling: ruling, in: book, rulebook: M.rulebook, on: day
        ).waiting
    }

    /// Everybody has confirmed their entries, so that nothing else waits.
    private func reviewed(_ book: GovernanceBook) -> GovernanceBook {
        var book = book
        for id in book.people.keys { book.people[id]?.reviews = [RegisterReview(reviewedOn: Day("2026-05-01")!)] }
        return book
    }

    @Test func `a vote waits for who has one and is there, until it is given`() throws {
        let open = reviewed(try M.held(before: CastVotes.self))
        for person in ["chair", "vice", "nurse"] {
            #expect(waiting(person, in: open) == [.vote(meeting: M.may, motion: M.s("m1"))], "\(person)")
        }
        // Out for the item, without a vote, and not come.
        #expect(waiting("gp", in: open).isEmpty && waiting("watch", in: open).isEmpty)
        #expect(waiting("cfo", in: open) == [.join(meeting: M.may)])
        #expect(waiting("nurse", in: try open.doing(M.votes)).isEmpty)
    }

    @Test func `a meeting to come waits for its members, with its papers once they are out, and for nobody else`()
        throws
    {
        let planned = reviewed(try M.book().doing([M.plan, M.put]))
        let before = Day("2026-05-05")!
        #expect(waiting("gp", in: planned, on: before) == [.attend(meeting: M.may, due: M.day)])
        #expect(waiting("far", in: planned, on: before).isEmpty)
        let out = try planned.doing(SendPapers(meeting: M.may, on: before))
        #expect(waiting("gp", in: out, on: before) == [.read(meeting: M.may, due: M.day)])
        #expect(waiting("gp", in: out, on: Day("2026-05-13")!).isEmpty)
    }

    @Test func `whoever keeps the meetings sends papers in time, opens, records, and brings up what is owed`() throws {
        let planned = reviewed(try M.book().doing([M.plan, M.put]))
        func kept(_ book: GovernanceBook, on day: Day = M.day) -> [GovernanceTasks.Waiting] {
            waiting(nil, in: book, on: day, keeping: [M.pccc])
        }
        #expect(kept(planned, on: Day("2026-05-01")!) == [.sendPapers(meeting: M.may, due: Day("2026-05-05")!)])
        #expect(kept(planned) == [.open(meeting: M.may, due: M.day)])
        #expect(kept(try M.held(before: TakeItem.self)) == [.keep(meeting: M.may)])
        #expect(kept(try M.held()) == [.takeUp(committee: M.pccc, count: 1)])
        #expect(waiting(nil, in: try M.held()).isEmpty)
    }

    @Test func `an action waits for its owner until it is done, and a question until it is answered`() throws {
        let due = Day("2026-06-01")!
        let action = MeetingAction(id: M.s("a1"), text: "Write to the practices", owner: M.s("far"), due: due)
        let given = reviewed(
            try M.held(before: CloseMeeting.self).doing([AddAction(meeting: M.may, action: action)]))
        #expect(waiting("far", in: given) == [.act(meeting: M.may, action: M.s("a1"), due: due)])
        let done = try given.doing(CompleteAction(meeting: M.may, action: M.s("a1"), doneOn: M.day))
        #expect(waiting("far", in: done).isEmpty)
        var asked = given
        asked.questions[M.s("q1")] = RightsQuestion(
            id: M.s("q1"), matter: M.s("dental"), question: "Who?", owner: M.s("far"), due: M.day, askedOn: M.day)
        #expect(waiting("far", in: asked).first == .answer(question: M.s("q1"), due: M.day))
        asked.questions[M.s("q1")]?.answer = .init(text: "The board", answeredOn: M.day)
        #expect(waiting("far", in: asked) == [.act(meeting: M.may, action: M.s("a1"), due: due)])
    }

    @Test func `a newcomer declares, others confirm once a year, and nothing waits in between`() throws {
        var book = M.book()
        #expect(waiting("nurse", in: book) == [.declare(due: Day("2022-07-29")!)])
        book.people[M.s("nurse")]?.reviews = [RegisterReview(reviewedOn: Day("2025-05-20")!)]
        #expect(waiting("nurse", in: book) == [.confirm(due: Day("2026-05-20")!)])
        #expect(waiting("nurse", in: reviewed(book)).isEmpty)
        #expect(waiting("nobody", in: book).isEmpty)
    }

    @Test func `what is to be ruled on is counted for who rules, of those people only`() throws {
        var book = reviewed(M.book())
        let gp = M.s("gp")
        var declaration = M.interest()
        declaration.redactions = [Redaction(askedOn: M.day, reason: Personal(digest: M.digest("b")))]
        book.people[gp]?.declarations = [declaration]
        book.people[gp]?.breaches = [
            Breach(
                id: M.s("b1"), foundOn: M.day, account: Personal(digest: M.digest("c")), dealtWithBy: M.s("chair"))
        ]
        book.people[M.s("nurse")]?.reviews = []
        #expect(
            waiting(nil, in: book, ruling: [gp, M.s("nurse")]) == [
                .decideWithholding(count: 1), .settleBreaches(count: 1), .agree(count: 1), .remind(count: 1),
            ])
        #expect(waiting(nil, in: book, ruling: [M.s("chair")]).isEmpty)
    }
}
