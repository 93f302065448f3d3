import Governance
import TestSupport
import Testing
import Vocabulary

struct TraceDelegationTests {
    private func chain(
        _ right: String, in book: GovernanceBook = RightsSample.book(), on day: Day = RightsSample.day,
        successor: FollowSuccession.Successor = RightsSample.nobody
    ) -> TraceDelegation.Chain? {
        TraceDelegation.chain(of: RightsSample.name(right), among: book.rights, on: day, successor: successor)
    }

    @Test func `a chain leads from the place to the statutory holder, and its least limit binds`() throws {
        let whole = try #require(chain("dental-place"))
        #expect(whole.rights.map(\.id.description) == ["dental-place", "dental-contracts", "dental-national"])
        #expect(whole.end == .statutoryHolder && whole.statutoryHolder == RightsSample.national)
        #expect(whole.upTo == Money(pence: 5_000_000))
    }

    @Test func `a right above that has ended breaks the chain from the next day`() throws {
        let ended = try RightsSample.book().after(
            EndRight(right: RightsSample.delegated.id, lastDay: RightsSample.day, reason: "Taken back."))
        #expect(chain("dental-place", in: ended)?.end == .statutoryHolder)
        let broken = try #require(chain("dental-place", in: ended, on: RightsSample.day.adding(days: 1)))
        #expect(broken.end == .broken && broken.missing == RightsSample.delegated.id)
        #expect(chain("dental-contracts", in: ended, on: RightsSample.day.adding(days: 1)) == nil)
    }

    @Test func `a chain that ends elsewhere is told from one of which nobody has said where it should`() {
        var book = RightsSample.book()
        book.rights[RightsSample.statute.id]?.holder = RightsSample.council
        #expect(chain("dental-place", in: book)?.end == .otherHolder)
        book.rights[RightsSample.statute.id]?.statutoryHolder = nil
        #expect(chain("dental-place", in: book)?.end == .notSaid)
    }

    @Test func `a statutory holder is still met under its successor`() {
        var book = RightsSample.book()
        book.rights[RightsSample.statute.id]?.holder = RightsSample.code("XDH")
        #expect(chain("dental-place", in: book)?.end == .otherHolder)
        let end = chain("dental-place", in: book) { $0 == RightsSample.national ? [RightsSample.code("XDH")] : [] }?.end
        #expect(end == .statutoryHolder)
    }

    @Test(arguments: [UInt64(3), 17, 65])
    func `in random delegations no limit on the way up is below the one that binds`(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        var book = GovernanceBook()
        var made: [Slug] = []
        for number in 0..<60 {
            let parent = made.isEmpty || number % 7 == 0 ? nil : made.randomElement(using: &numbers)
            let limit =
                Bool.random(using: &numbers) ? Money(pence: Int.random(in: 1...1_000_000, using: &numbers)) : nil
            let right = DecisionRight(
                id: RightsSample.name("r\(number)"), matter: RightsSample.name("dental"), title: "Dental",
                level: .local, holder: RightsSample.icb, statutoryHolder: parent == nil ? RightsSample.icb : nil,
                delegatedFrom: parent, upTo: limit, allowsSubDelegation: Bool.random(using: &numbers),
                from: RightsSample.on("2024-04-01"), citation: "Scheme")
            // What may not be recorded is left out; what may keeps the law.
            guard book.refuses(RecordRight(right: right)) == nil else { continue }
            book = try book.after(RecordRight(right: right))
            made.append(right.id)
        }
        #expect(made.count > 5, "seed \(seed)")
        for id in made {
            let chain = try #require(
                TraceDelegation.chain(
                    of: id, among: book.rights, on: RightsSample.day, successor: RightsSample.nobody))
            #expect(chain.end == .statutoryHolder && chain.upTo == book.rights[id]?.upTo, "seed \(seed), \(id)")
        }
    }
}
