import Governance
import Rulebook
import Tabular
import Testing
import Vocabulary

/// Laws over a thousand registers drawn from seeds, in tens of a hundred; the seed of a broken one is named.
struct RandomRegisterTests {
    @Test(arguments: 0..<10)
    func `whatever the order and whoever acts, history stays and nothing withheld is published`(batch: Int) throws {
        var done: Set<String> = []
        var refused = 0
        var withheld = 0
        var expired = 0
        for seed in (batch * 100)..<((batch + 1) * 100) {
            var drawn = RandomRegister(seed: seed)
            for person in RandomRegister.ids {
                drawn.attempt(
                    EnterPerson(person: person, name: drawn.personal(), knownFrom: drawn.now.day.adding(days: -700)))
            }
            for _ in 0..<90 {
                let before = drawn.book
                let acts = drawn.done.count
                drawn.step()
                var faults = lost(before, drawn.book)
                if drawn.done.count == acts, drawn.book != before { faults.append("a refused act changed something") }
                #expect(faults == [], "seed \(seed), after \(acts) acts")
                if !faults.isEmpty { return }
            }
            let faults = try published(drawn, &withheld, &expired) + independence(drawn.book)
            #expect(faults == [], "seed \(seed)")
            let again = try GovernanceBook.replaying(drawn.done, rulebook: .shipped)
            #expect(again == drawn.book, "seed \(seed): the acts alone make the book")
            done.formUnion(drawn.done.map { type(of: $0.act).name })
            refused += drawn.refused.values.reduce(0, +)
            if !faults.isEmpty || again != drawn.book { return }
        }
        // The laws would say nothing of registers in which nothing is refused, withheld, expired or disposed of.
        #expect(done.count == 17, "\(done.sorted())")
        #expect(refused > 1_000 && withheld > 50 && expired > 500, "\(refused), \(withheld), \(expired)")
    }

    // MARK: - History

    /// What stood before and does not afterwards.
    private func lost(_ before: GovernanceBook, _ after: GovernanceBook) -> [String] {
        before.people.values.flatMap { old -> [String] in
            guard let new = after.people[old.id] else { return ["\(old.id) is gone"] }
            var faults: [String] = []
            func keep(_ isKept: Bool, _ what: String) { if !isKept { faults.append("\(old.id): \(what)") } }
            keep(old.name == new.name && old.knownFrom == new.knownFrom, "the name or the first day")
            keep(old.left == nil || old.left == new.left, "the last day")
            keep(new.nilDeclarations.starts(with: old.nilDeclarations), "a nil declaration")
            keep(new.reviews.starts(with: old.reviews), "a review")
            keep(new.posts.map(\.title).starts(with: old.posts.map(\.title)), "a post")
            keep(new.ties.map(\.name).starts(with: old.ties.map(\.name)), "a tie")
            keep(new.declarations.map(\.id).starts(with: old.declarations.map(\.id)), "a declaration")
            keep(new.gifts.map(\.id).starts(with: old.gifts.map(\.id)), "a gift")
            keep(new.breaches.map(\.id).starts(with: old.breaches.map(\.id)), "a breach")
            for (one, other) in zip(old.declarations, new.declarations) {
                keep(plain(one) == plain(other), "what “\(one.id)” says")
                keep(one.supersededBy == nil || one.supersededBy == other.supersededBy, "what superseded “\(one.id)”")
                keep(one.disposedOn == nil || one.disposedOn == other.disposedOn, "the disposal of “\(one.id)”")
                keep(wishes(one.redactions, stayIn: other.redactions), "a wish about “\(one.id)”")
            }
            for (one, other) in zip(old.gifts, new.gifts) {
                var (bare, bareOther) = (one, other)
                (bare.redactions, bareOther.redactions) = ([], [])
                (bare.disposedOn, bareOther.disposedOn) = (nil, nil)
                keep(bare == bareOther, "what “\(one.id)” says")
                keep(wishes(one.redactions, stayIn: other.redactions), "a wish about “\(one.id)”")
            }
            return faults
        }
    }

    /// A declaration without what later acts may add.
    private func plain(_ declaration: Declaration) -> Declaration {
        var plain = declaration
        (plain.ended, plain.mitigation, plain.approval) = (nil, nil, nil)
        (plain.redactions, plain.supersededBy, plain.supersededOn, plain.disposedOn) = ([], nil, nil, nil)
        return plain
    }

    private func wishes(_ old: [Redaction], stayIn new: [Redaction]) -> Bool {
        guard old.count <= new.count else { return false }
        for (one, other) in zip(old, new) where one != other {
            // Only what was undecided may be decided; the wish itself stays.
            guard one.isGranted == nil, one.reason == other.reason, one.askedOn == other.askedOn else { return false }
        }
        return true
    }

    // MARK: - What is published

    /// Told from the entries alone, without asking the tables what they leave out.
    private func published(
        _ drawn: RandomRegister, _ withheld: inout Int, _ expired: inout Int
    ) throws -> [String] {
        let tables = RegisterTables(drawn.book, rulebook: .shipped) { drawn.text($0) }
        var faults: [String] = []
        for day in [drawn.now.day, drawn.now.day.adding(days: 150), drawn.now.day.adding(days: 2_500)] {
            let shown =
                try tables.published(on: day).csv + tables.publishedGifts(on: day).csv
                + tables.publishedBreaches(on: day).csv
            func hide(_ texts: [Personal], _ why: String) {
                if texts.contains(where: { shown.contains(RandomRegister.shown($0)) }) {
                    faults.append("\(why), \(day)")
                }
            }
            for person in drawn.book.people.values {
                let decides = person.decisionMaking.contains { span in
                    span.from <= day && (span.until.map { day <= $0.adding(months: 6) } ?? true)
                }
                if !decides { hide([person.name], "\(person.id) is no decision-maker") }
                for declaration in person.declarations {
                    let last = [declaration.ended, person.left].compactMap { $0 }.min()
                    let isOver = last.map { $0.adding(months: 6) < day } ?? false
                    let isSuperseded = declaration.supersededOn.map { $0 <= day } ?? false
                    if isWithheld(declaration.redactions) {
                        withheld += 1
                        hide(declaration.texts, "“\(declaration.id)” is withheld")
                    }
                    if isOver || isSuperseded || !decides {
                        expired += 1
                        hide(declaration.texts, "“\(declaration.id)” is no longer published")
                    }
                    hide(declaration.redactions.map(\.reason), "why “\(declaration.id)” is withheld")
                }
                for gift in person.gifts {
                    if isWithheld(gift.redactions) {
                        withheld += 1
                        hide([gift.source, gift.description], "“\(gift.id)” is withheld")
                    }
                    if gift.isSourcePrivate { hide([gift.source], "the private source of “\(gift.id)”") }
                    if gift.offeredOn.adding(months: 6) < day {
                        expired += 1
                        hide([gift.source, gift.description], "“\(gift.id)” is no longer published")
                    }
                }
                hide(person.breaches.map(\.account), "the account of a breach of \(person.id)")
            }
            let breaches = tables.publishedBreaches(on: day).csv
            for person in drawn.book.people.values where breaches.contains(RandomRegister.shown(person.name)) {
                faults.append("a breach names \(person.id)")
            }
            faults += try search(tables, drawn.book, on: day)
        }
        return faults
    }

    private func isWithheld(_ redactions: [Redaction]) -> Bool {
        guard let last = redactions.last else { return false }
        return last.isGranted == nil || last.isGranted == true
    }

    /// An organisation's code finds no entry that is withheld.
    private func search(_ tables: RegisterTables, _ book: GovernanceBook, on day: Day) throws -> [String] {
        try RandomRegister.codes.flatMap { code in
            let found = try tables.published(on: day, matching: code.description).table
            return found.rows.contains { $0[2] == .text("details withheld") } ? ["\(code) finds what is withheld"] : []
        }
    }

    // MARK: - Who acts

    /// Nobody has approved or withheld anything of their own, or of somebody of one household then.
    private func independence(_ book: GovernanceBook) -> [String] {
        book.people.values.flatMap { person -> [String] in
            let approved = person.declarations.compactMap { $0.approval.map { ($0.by, $0.on) } }
            let decided = (person.declarations.flatMap(\.redactions) + person.gifts.flatMap(\.redactions))
                .compactMap { wish in wish.decidedBy.map { ($0, wish.decidedOn!) } }
            return (approved + decided).filter { by, _ in by == person.id }.map { by, on in
                "\(by) on \(on), of one’s own"
            }
        }
    }
}
