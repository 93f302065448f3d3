import Governance
import Tabular
import Testing
import Vocabulary

private typealias M = MeetingSample

struct ProposeHandlingTests {
    static func proposals(_ book: GovernanceBook, _ member: String = "gp") throws -> [ProposeHandling.Proposal] {
        try ProposeHandling.proposals(
            for: book.may, people: [M.s(member)], book: book, rulebook: M.rulebook)
    }

    static func planned(_ declarations: [Declaration], of member: String = "gp") throws -> GovernanceBook {
        var book = M.book()
        book.people[M.s(member)]?.declarations = declarations
        return try book.doing([M.plan, M.put])
    }

    @Test func `an interest touches the part whose organisation it is in, with the rule and the reason`() throws {
        let proposal = try #require(try Self.proposals(try Self.planned([M.interest()])).first)
        #expect(proposal.parts == [M.s("option-7")])
        #expect(proposal.option == .leaves)
        #expect(proposal.weakest == .discussesThenLeaves)
        #expect(proposal.rule == "governance.meeting.handlingDefault.financial")
        #expect(proposal.why.contains("holds the contract that option 7 would end"))
    }

    @Test(arguments: [
        (InterestKind.financial, HandlingOption.leaves), (.nonFinancialProfessional, .staysNoVote),
        (.nonFinancialPersonal, .staysNoVote), (.indirect, .leaves),
    ])
    func `what is proposed follows the kind, of an indirect interest the kind beneath`(
        kind: InterestKind, option: HandlingOption
    ) throws {
        let proposals = try Self.proposals(try Self.planned([M.interest(kind: kind)]))
        #expect(proposals.map(\.option) == [option])
        #expect(proposals[0].weakest == (kind == .financial ? .discussesThenLeaves : nil))
    }

    @Test func `an interest shared by a class is noted, and found by the class alone`() throws {
        var book = try Self.planned([M.interest(in: nil, sharedClass: M.s("gps"))])
        #expect(try Self.proposals(book).isEmpty)
        book.meetings[M.may]?.agenda[0].classes = [M.s("gps")]
        #expect(try Self.proposals(book).map(\.option) == [.noted])
    }

    @Test func `an interest elsewhere, over, superseded or declared later is not proposed`() throws {
        var over = M.interest("d2")
        over.ended = Day("2026-05-11")!
        var superseded = M.interest("d3")
        superseded.supersededOn = Day("2026-01-01")!
        var later = M.interest("d4")
        later.declaredOn = Day("2026-05-13")!
        let elsewhere = M.interest("d5", in: OrganisationCode("Y00001")!)
        #expect(try Self.proposals(try Self.planned([over, superseded, later, elsewhere])).isEmpty)
        over.ended = M.day
        #expect(try Self.proposals(try Self.planned([over])).count == 1)
    }

    @Test func `a post at the organisation and a household with the owner are found without a declaration`() throws {
        var book = try Self.planned([M.interest()])
        let tie = PersonFile.Tie(name: M.s("household-3"), from: Day("2020-01-01")!)
        book.people[M.s("gp")]?.ties = [tie]
        book.people[M.s("nurse")]?.ties = [tie]
        book.people[M.s("vice")]?.posts = [
            .init(title: "Practice manager", organisation: M.practice, from: Day("2024-01-01")!)
        ]
        let nurse = try #require(try Self.proposals(book, "nurse").first)
        #expect(nurse.basis == .tie)
        #expect(nurse.kind == .indirect)
        #expect(nurse.option == .leaves)
        let vice = try #require(try Self.proposals(book, "vice").first)
        #expect(vice.basis == .post)
        #expect(vice.option == .leaves)
    }
}
