import Priorities
import Rulebook
import Testing
import Vocabulary

struct SetCriteriaTests {
    private func code(_ criteria: [Criterion], pack: PackUse? = nil, on step: Sample.Step = .panel) throws -> String? {
        PrioritiesTests.code(
            SetCriteria(round: Sample.id, criteria: criteria, pack: pack), on: try .sample(upTo: step),
            at: Sample.after(step))
    }

    private func leaf(_ id: String, title: String? = nil, under parent: String? = nil) -> Criterion {
        Criterion(
            id: slug(id), title: title ?? "Title of \(id)", meaning: "", parent: parent.map { slug($0) },
            scale: Sample.points)
    }

    private func branch(_ id: String, under parent: String? = nil) -> Criterion {
        Criterion(id: slug(id), title: "Branch \(id)", meaning: "", parent: parent.map { slug($0) })
    }

    private func scale(_ anchors: [(Double, Double)]) -> [Criterion] {
        var criterion = leaf("a")
        criterion.scale?.anchors = anchors.map { Scale.Anchor(at: $0.0, value: $0.1, meaning: "") }
        return [criterion]
    }

    @Test func `criteria may be set again until the anchors close`() throws {
        let act = SetCriteria(round: Sample.id, benefit: .whole, criteria: [leaf("only")])
        let round = try Round.sample(upTo: .options).after(act, at: Sample.after(.options))
        #expect(round.leaves.map(\.id) == [slug("only")] && round.benefit == .whole)
        #expect(try code([leaf("only")], on: .anchorsClosed) == "anchors-closed")
    }

    @Test func `there is at least one, each with its own name and title`() throws {
        #expect(try code([]) == "no-criteria")
        #expect(try code([leaf("a"), leaf("a", title: "Other")]) == "criterion-twice")
        #expect(try code([leaf("a", title: "Access"), leaf("b", title: " ACCESS ")]) == "criterion-title-twice")
        #expect(try code([leaf("a", title: "")]) == "text-missing")
    }

    @Test func `the tree has no strangers, no circle, and two criteria or none under each`() throws {
        #expect(try code([leaf("a", under: "b")]) == "unknown-parent")
        let circle = SetCriteria(round: Sample.id, criteria: [branch("a", under: "b"), branch("b", under: "a")])
        let refused = try #require(refusal(circle, on: try .sample(upTo: .panel), at: Sample.after(.panel)))
        #expect(refused.code == "criteria-circle")
        #expect(refused.sentence.contains("“a” under “b” under “a”"))
        #expect(try code([branch("a")]) == "scale-missing")
        #expect(try code([leaf("a"), leaf("b", under: "a"), leaf("c", under: "a")]) == "branch-with-scale")
        #expect(try code([branch("a"), leaf("b", under: "a")]) == "single-child")
        #expect(try code([branch("a"), leaf("b", under: "a"), leaf("c", under: "a")]) == nil)
    }

    @Test(arguments: ["Cost", "cost", "PRICE", "Value for money", "value-for-money", "Affordability"])
    func `cost is never also a criterion, by title or by short name`(name: String) throws {
        #expect(try code([leaf("a", title: name)]) == "cost-criterion")
    }

    @Test func `a criterion that only speaks of money to patients is allowed`() throws {
        #expect(try code([leaf("cost")]) == "cost-criterion")
        #expect(try code([leaf("a", title: "Cost of travel to patients")]) == nil)
    }

    @Test func `what counts as cost is a rule of the rulebook`() throws {
        let without = RoundBefore(round: try .sample(upTo: .panel), rulebook: try Rulebook(rules: []))
        #expect(throws: Refusal.self) {
            try SetCriteria(round: Sample.id, criteria: [leaf("a")])
                .decide(without, by: Sample.author, at: Sample.after(.panel))
        }
    }

    @Test func `anchors rise, and their values go from one end to the other without turning back`() throws {
        let faulty: [[(Double, Double)]] = [
            [], [(0, 0)], [(0, 0), (0, 100)], [(1, 0), (0, 100)], [(0, 0), (1, 90)], [(0, 10), (1, 100)],
            [(0, 0), (1, 0)], [(0, 0), (1, 60), (2, 50), (3, 100)], [(0, 100), (1, 20), (2, 30), (3, 0)],
            [(0, 0), (.infinity, 100)], [(.nan, 0), (1, 100)],
        ]
        for anchors in faulty { #expect(try code(scale(anchors)) == "anchors-invalid", "\(anchors)") }
        for anchors in [[(0, 0), (1, 100)], [(0, 100), (1, 0)], [(0, 0), (1, 50), (2, 50), (3, 100)]] {
            #expect(try code(scale(anchors.map { (Double($0.0), Double($0.1)) })) == nil)
        }
    }

    @Test func `a pack that was varied or left has a reason`() throws {
        for use in [PackUse.Use.varied, .left] {
            #expect(try code([leaf("a")], pack: PackUse(pack: slug("p"), use: use)) == "no-reason")
            #expect(try code([leaf("a")], pack: PackUse(pack: slug("p"), use: use, reason: "Ours differ")) == nil)
        }
        #expect(try code([leaf("a")], pack: PackUse(pack: slug("p"), use: .adopted)) == nil)
    }

    @Test func `benefit per person is not chosen over options that say nothing of people`() throws {
        var lacking = Sample.options[0]
        lacking.people = nil
        let whole = SetCriteria(round: Sample.id, benefit: .whole, criteria: Sample.criteria)
        let round = try Round.sample(upTo: .panel).after(whole, at: Sample.after(.panel))
            .after(PutForwardOption(round: Sample.id, option: lacking), at: Sample.after(.panel))
        let each = SetCriteria(round: Sample.id, benefit: .perPerson, criteria: Sample.criteria)
        #expect(PrioritiesTests.code(each, on: round, at: Sample.after(.panel)) == "per-person-missing")
    }
}
