import Governance
import Testing
import Vocabulary

struct ProposeCliniciansTests {
    private typealias Sample = CommitteeSample
    private let practice = OrganisationCode("Y02494")!

    /// p1 elsewhere, p2 in the item's area, p3 at the practice, p4 with an interest in it, p5 and p6 of one household.
    private func book() -> GovernanceBook {
        var book = Sample.register()
        func post(_ person: String, at organisation: OrganisationCode? = nil, area: String?) {
            book.people[Sample.slug(person)]?.posts = [
                .init(
                    title: "GP", organisation: organisation, from: Day("2024-01-01")!, clinician: Sample.slug("gp"),
                    area: area.map { Sample.slug($0) })
            ]
        }
        post("p1", area: "coast")
        post("p2", area: "harbour")
        post("p3", at: practice, area: "coast")
        post("p4", area: "coast")
        post("p5", area: nil)
        book.people[Sample.slug("p4")]?.declarations = [
            Declaration(
                id: Sample.slug("d1"), kind: .financial, situation: .ownership,
                description: Personal(digest: EvidenceID(bytes: (0..<32).map { UInt8($0) })), counterparty: practice,
                arose: Day("2025-01-01")!, becameAware: Day("2025-01-01")!, declaredOn: Day("2025-01-05")!)
        ]
        return book
    }

    @Test func `the unconflicted of other areas come first, and the others say why not`() {
        let found = ProposeClinicians.propose(
            in: book(), on: Sample.day, touching: [practice], ownArea: Sample.slug("harbour"))
        #expect(found.map(\.person.description) == ["p1", "p5", "p2", "p3", "p4"])
        #expect(found.map(\.isProposed) == [true, true, true, false, false])
        #expect(
            found.map(\.why) == [
                "of another area, no interest known", "of no known area, no interest known",
                "of the item’s own area “harbour”, no interest known",
                "holds a post at Y02494, which the item touches",
                "has declared an interest (“d1”) in Y02494, which the item touches",
            ])
    }

    @Test func `whoever shares a tie with somebody excluded is not proposed`() {
        let found = ProposeClinicians.propose(
            in: book(), on: Sample.day, touching: [], excluding: [Sample.slug("p6"), Sample.slug("p1")])
        let barred = found.filter { !$0.isProposed }
        #expect(barred.map(\.person.description) == ["p1", "p5"])
        #expect(barred.last?.why == "shares “practice-y02494” with “p6”, who is excluded from the item")
    }

    @Test func `only those of the kind sought and known on the day are looked at`() {
        var book = book()
        book.people[Sample.slug("p1")]?.left = Day("2026-01-01")
        let found = ProposeClinicians.propose(in: book, on: Sample.day, touching: [])
        #expect(!found.contains { $0.person == Sample.slug("p1") || $0.person == Sample.slug("p6") })
        #expect(
            ProposeClinicians.propose(in: book, on: Sample.day, touching: [], kinds: [Sample.slug("dentist")]).isEmpty)
    }
}
