import Testing
import Vocabulary

@testable import Priorities

@Suite struct PackComparisonTests {
    private let pack = CriteriaPack(
        id: slug("national"), title: "National", source: "A report", isVerified: false, owner: "Somebody",
        reviewBy: Sample.opened.day,
        criteria: ["access", "fairness", "freedom-from-pain"].map {
            CriteriaPack.Entry(
                id: slug($0), title: $0 == "freedom-from-pain" ? "FREEDOM from pain" : "The \($0)", meaning: "Meant")
        })

    private func round(_ use: PackUse.Use, pack: String = "national") throws -> Round {
        var round = try Round.sample(upTo: .criteria)
        round.pack = PackUse(pack: slug(pack), use: use, reason: "Ours differ")
        return round
    }

    @Test func `a criterion is the pack's by its short name or else its title`() {
        let comparison = PackComparison(Sample.criteria, with: pack)
        #expect(comparison.rows.map(\.criterion) == [slug("access"), nil, slug("pain")])
        #expect(comparison.missing.map(\.id) == [slug("fairness")] && !comparison.isSame)
    }

    @Test func `a branch that carries one of the pack's criteria is not said to be added`() {
        #expect(PackComparison(Sample.criteria, with: pack).added == [slug("prevention")])
    }

    @Test func `the pack's own criteria differ in nothing`() {
        let criteria = pack.criteria.map { Criterion(id: $0.id, title: $0.title, meaning: "", scale: Sample.points) }
        #expect(PackComparison(criteria, with: pack).isSame)
    }

    @Test func `a round that names no pack, or one that is not known, is compared with none`() throws {
        #expect(try Round.sample(upTo: .criteria).packComparison(among: [pack]) == nil)
        #expect(try round(.adopted, pack: "other").packComparison(among: [pack]) == nil)
        #expect(try round(.adopted).packComparison(among: [pack]) != nil)
    }
}
