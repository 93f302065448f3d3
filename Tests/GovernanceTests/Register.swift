import Governance
import Rulebook
import Testing
import Vocabulary

/// A small register in code that the tests share: a chair, a GP partner, her spouse and a governance lead.
enum Register {
    static let author = Author("Priya Nair")!
    static let now = Moment(text: "2026-03-09T10:15:00Z")!
    static let known = day("2024-04-01")

    static func slug(_ text: String) -> Slug { Slug(text)! }
    static func day(_ text: String) -> Day { Day(text)! }

    /// A text told apart by a number.
    static func text(_ number: Int) -> Personal {
        let digits = String(number)
        return Personal(digest: EvidenceID(String(repeating: "0", count: 64 - digits.count) + digits)!)
    }

    static let gp = slug("p-gp")
    static let spouse = slug("p-spouse")
    static let lead = slug("p-lead")
    static let chair = slug("p-chair")

    /// Everybody is known from 1 April 2024; the GP is a decision-maker from then, and of one household with
    /// the spouse.
    static let people: [any GovernanceAct] = [
        EnterPerson(
            person: gp, name: text(1), knownFrom: known,
            posts: [
                .init(title: "Clinical lead", from: known),
                .init(title: "GP partner, Harbour Street", organisation: OrganisationCode("Y02494"), from: known),
            ],
            decisionMaking: [.init(why: "votes on the primary care committee", from: known)],
            ties: [.init(name: slug("household-3"), from: known)]),
        EnterPerson(
            person: spouse, name: text(2), knownFrom: known, posts: [.init(title: "Finance manager", from: known)],
            ties: [.init(name: slug("household-3"), from: known)]),
        EnterPerson(
            person: lead, name: text(3), knownFrom: known, posts: [.init(title: "Governance lead", from: known)]),
        EnterPerson(
            person: chair, name: text(4), knownFrom: known, posts: [.init(title: "Lay chair", from: known)],
            decisionMaking: [.init(why: "chairs the primary care committee", from: known)]),
    ]

    static func book(_ acts: any GovernanceAct..., at moment: Moment = now) throws -> GovernanceBook {
        try after(people + acts, at: moment)
    }

    static func after(
        _ acts: [any GovernanceAct], from book: GovernanceBook = GovernanceBook(), at moment: Moment = now
    ) throws -> GovernanceBook {
        try GovernanceBook.replaying(
            acts.map { (act: $0, author: author, moment: moment) }, rulebook: .shipped, from: book)
    }

    /// The code of the refusal; nil where the act is done.
    static func code(_ act: any GovernanceAct, on book: GovernanceBook, at moment: Moment = now) -> String? {
        do {
            _ = try after([act], from: book, at: moment)
            return nil
        } catch let refusal as Refusal {
            return refusal.code
        } catch {
            return "not a refusal"
        }
    }

    /// A share in a company, declared on 1 May 2025, ten days after it arose.
    static func declaration(_ id: String = "shares", _ change: (inout Declaration) -> Void = { _ in }) -> Declaration {
        var declaration = Declaration(
            id: slug(id), kind: .financial, situation: .shareholding, description: text(100 + id.utf8.count),
            counterparty: OrganisationCode("V81999"), arose: day("2025-04-21"), becameAware: day("2025-04-21"),
            declaredOn: day("2025-05-01"), mitigation: "Leaves for items on dental contracts")
        change(&declaration)
        return declaration
    }

    static func declare(
        _ id: String = "shares", by person: Slug = gp, _ change: (inout Declaration) -> Void = { _ in }
    ) -> EnterDeclaration {
        EnterDeclaration(person: person, declaration: declaration(id, change))
    }

    static func gift(
        _ id: String = "wine", _ kind: Gift.Kind = .gift, pounds: Int = 20, on offered: String = "2026-01-12",
        _ change: (inout Gift) -> Void = { _ in }
    ) -> Gift {
        var gift = Gift(
            id: slug(id), kind: kind, source: text(200), sourceKey: slug("source-1"), isSupplier: false,
            description: text(300 + id.utf8.count), value: Money(pence: pounds * 100), offeredOn: day(offered),
            declaredOn: day(offered), isAccepted: true)
        change(&gift)
        return gift
    }
}

/// Where the law over many inputs starts; printed with a test's arguments.
let registerSeeds: Range<UInt64> = 0..<12
