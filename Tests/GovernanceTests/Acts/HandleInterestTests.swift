import Governance
import Testing
import Vocabulary

private typealias M = MeetingSample

struct HandleInterestTests {
    static func handle(
        _ option: HandlingOption? = nil, member: String = "gp", chair: String = "chair", reason: String? = nil
    ) -> HandleInterest {
        HandleInterest(
            meeting: M.may, item: M.item.id, member: M.s(member), chair: M.s(chair), option: option, reason: reason,
            at: M.at(1))
    }

    @Test func `left out, the option, the parts and the interests are those proposed`() throws {
        let book = try M.book().doing([M.plan, M.put, M.open, Self.handle()])
        let handling = try #require(book.may.handlings.first)
        #expect(handling.option == .leaves)
        #expect(handling.parts == [M.s("option-7")])
        #expect(handling.interests == [M.s("d1")])
        #expect(handling.proposed == .leaves)
        #expect(handling.rule == "governance.meeting.handlingDefault.financial")
    }

    @Test func `another option than the one proposed needs a reason`() throws {
        let book = try M.book().doing([M.plan, M.put, M.open])
        #expect(book.refusal(of: Self.handle(.discussesThenLeaves)) == "no-reason")
        #expect(book.refusal(of: Self.handle(.discussesThenLeaves, reason: "the facts are hers")) == nil)
    }

    @Test func `a direct financial interest is not merely noted`() throws {
        let book = try M.book().doing([M.plan, M.put, M.open])
        for option in [HandlingOption.staysNoVote, .noted] {
            #expect(book.refusal(of: Self.handle(option, reason: "small")) == "handling-too-weak")
        }
    }

    @Test func `an interest that a whole class shares is noted, and the chair may decide otherwise`() throws {
        var start = M.book()
        start.people[M.s("gp")]?.declarations = [M.interest(sharedClass: M.s("gps"))]
        let book = try start.doing([M.plan, M.put, M.open])
        let noted = try book.doing(Self.handle())
        #expect(noted.may.handlings.map(\.option) == [.noted])
        #expect(book.refusal(of: Self.handle(.leaves, reason: "hers is larger")) == nil)
    }

    @Test func `nobody decides about an interest of one's own, nor does a member who is not an officer`() throws {
        var start = M.book()
        start.people[M.s("chair")]?.declarations = [M.interest("d2")]
        let book = try start.doing([M.plan, M.put, M.open])
        #expect(book.refusal(of: Self.handle(member: "chair")) == "own-interest")
        #expect(book.refusal(of: Self.handle(chair: "nurse")) == "not-chair")
        #expect(book.refusal(of: Self.handle(chair: "chair")) == "chair-conflicted")
        #expect(book.refusal(of: Self.handle(member: "chair", chair: "vice")) == nil)
    }

    @Test func `a handling that was not in the list of the day is refused`() throws {
        var start = M.book()
        start.committees[M.pccc]?.formedOn = Day("2014-01-01")!
        start.committees[M.pccc]?.terms[0].from = Day("2014-01-01")!
        for index in start.committees[M.pccc]!.memberships.indices {
            start.committees[M.pccc]?.memberships[index].from = Day("2014-01-01")!
        }
        for id in M.people { start.people[id]?.knownFrom = Day("2014-01-01")! }
        start.people[M.s("gp")]?.declarations[0].arose = Day("2014-01-01")!
        start.people[M.s("gp")]?.declarations[0].declaredOn = Day("2014-01-01")!
        var plan = M.plan
        plan.startsAt = Moment(text: "2015-03-03T09:00:00Z")!
        var handle = Self.handle(.discussesThenLeaves, reason: "facts")
        handle.at = nil
        let book = try start.doing([plan, M.put])
        #expect(book.refusal(of: handle) == "option-not-in-force")
    }
}
