import Governance
import Rulebook
import Vocabulary

/// Committees for tests: seats in a line, and the four real quorums of published terms of reference.
enum CommitteeSample {
    static let day = Day("2026-03-12")!
    static let now = Moment(text: "2026-03-20T10:00:00Z")!
    static let id = Slug("pccc")!

    static func slug(_ text: String) -> Slug { Slug(text)! }

    /// `p1 lay executive`, with marks: `!` chair, `^` vice-chair, `-` no vote, `~` recused, `?` not there, `>p2` a deputy
    /// of p2.
    static func seat(_ line: String) -> Seat {
        var seat = Seat(person: slug("p0"), roles: [], isPresent: true)
        for (place, word) in line.split(separator: " ").enumerated() {
            switch word.first {
            case "!": seat.office = .chair
            case "^": seat.office = .viceChair
            case "-": seat.isVoting = false
            case "~": seat.isRecused = true
            case "?": seat.isPresent = false
            case ">": seat.deputyFor = slug(String(word.dropFirst()))
            default:
                if place == 0 { seat.person = slug(String(word)) } else { seat.roles.append(slug(String(word))) }
            }
        }
        return seat
    }

    static func seats(_ lines: String...) -> [Seat] { lines.map { seat($0) } }

    static func roles(_ names: String...) -> QuorumRule.Whom { .roles(names.map { slug($0) }) }

    /// The quorums of four primary care commissioning committees.
    ///
    /// - Reference: PMC5695513, table 3.
    enum Published {
        /// At least three members, a lay member, and the chief officer, the chief finance officer or the chief of
        /// service delivery.
        static let first = QuorumRule.all([
            .atLeast(3, .anybody), .atLeast(1, roles("lay")),
            .any([
                .atLeast(1, roles("chief-officer")), .atLeast(1, roles("cfo")),
                .atLeast(1, roles("chief-of-service-delivery")),
            ]),
        ])
        /// At least three non-executives, a GP, two chief officers, the chief finance officer, the head of contracting
        /// and any two members without a vote.
        static let second = QuorumRule.all([
            .atLeast(3, roles("non-executive")), .atLeast(1, roles("gp")), .atLeast(2, roles("chief-officer")),
            .atLeast(1, roles("cfo")), .atLeast(1, roles("head-of-contracting")), .atLeast(2, .nonVoting),
        ])
        /// A lay member, a GP and an executive.
        static let third = QuorumRule.all([
            .atLeast(1, roles("lay")), .atLeast(1, roles("gp")), .atLeast(1, roles("executive")),
        ])
        /// Four members, the chief officer or chief finance officer, two of lay member, lay person, nurse and secondary
        /// care consultant, and the chair or vice-chair.
        static let fourth = QuorumRule.all([
            .atLeast(4, .anybody), .any([.atLeast(1, roles("chief-officer")), .atLeast(1, roles("cfo"))]),
            .atLeast(2, roles("lay", "lay-person", "nurse", "secondary-care-consultant")), .atLeast(1, .officers),
        ])
        static let all = [first, second, third, fourth]
    }

    /// More than half of the lay and executive members who are eligible to vote, as guidance to CCGs had it.
    static let statutory = QuorumRule.part(
        numerator: 1, denominator: 2, isMoreThan: true, of: .votingRoles([slug("lay"), slug("executive")]),
        among: .eligible)

    /// Six people of the register; p5 and p6 share a practice.
    static func register() -> GovernanceBook {
        var book = GovernanceBook()
        for number in 1...6 {
            let id = slug("p\(number)")
            let digest = EvidenceID(bytes: (0..<32).map { UInt8($0 + number) })
            book.people[id] = PersonFile(id: id, name: Personal(digest: digest), knownFrom: Day("2024-01-01")!)
        }
        for id in [slug("p5"), slug("p6")] {
            book.people[id]?.ties = [PersonFile.Tie(name: slug("practice-y02494"), from: Day("2025-01-01")!)]
        }
        return book
    }

    static let terms = TermsOfReference(
        from: Day("2025-04-01")!, quorum: Published.first, allowsDeputies: true,
        citation: "Terms of reference, version 3, section 6")

    /// Formed on 1 April 2025 with a lay chair, an executive, the chief finance officer and a GP, and terms.
    static func book() throws(Refusal) -> GovernanceBook {
        let formed = Day("2025-04-01")!
        var acts: [any GovernanceAct] = [
            FormCommittee(
                committee: id, title: "Primary care committee", body: OrganisationCode("QWX")!, formedOn: formed)
        ]
        let seats: [(String, [String], Membership.Office?)] = [
            ("p1", ["lay"], .chair), ("p2", ["executive"], .viceChair), ("p3", ["cfo"], nil), ("p4", ["gp"], nil),
        ]
        for (person, roles, office) in seats {
            acts.append(
                AppointMember(
                    committee: id,
                    membership: Membership(
                        person: slug(person), roles: roles.map { slug($0) }, office: office, from: formed)))
        }
        acts.append(SetTerms(committee: id, terms: terms))
        return try after(acts, on: register())
    }

    static func after(_ acts: [any GovernanceAct], on book: GovernanceBook) throws(Refusal) -> GovernanceBook {
        var book = book
        for act in acts { book = try decided(act, on: book) }
        return book
    }

    static func decided(_ act: any GovernanceAct, on book: GovernanceBook) throws(Refusal) -> GovernanceBook {
        try act.decide(GovernanceBefore(book: book, rulebook: try Rulebook(rules: [])), by: Author("lead")!, at: now)
    }

    /// The code of the refusal; nil where it is done.
    static func code(_ act: any GovernanceAct, on book: GovernanceBook) -> String? {
        do throws(Refusal) {
            _ = try decided(act, on: book)
            return nil
        } catch {
            return error.code
        }
    }
}
