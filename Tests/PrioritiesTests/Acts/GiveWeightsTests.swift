import Priorities
import Testing
import Vocabulary

struct GiveWeightsTests {
    private func code(_ given: [WeightsGiven], by member: String = "m1", on step: Sample.Step = .anchorsClosed) throws
        -> String?
    {
        PrioritiesTests.code(
            GiveWeights(round: Sample.id, member: slug(member), given: given), on: try .sample(upTo: step),
            at: Sample.after(step))
    }

    private func points(_ pairs: [(String, Double)]) -> [WeightsGiven.Points] {
        pairs.map { WeightsGiven.Points(criterion: slug($0.0), points: $0.1) }
    }

    private func swing(_ pairs: [(String, Double)]) -> WeightsGiven {
        WeightsGiven(method: .swing, swings: points(pairs))
    }

    private func judged(_ judgements: [(String, String, Int)]) -> WeightsGiven {
        WeightsGiven(
            method: .pairwise,
            judgements: judgements.map { WeightsGiven.Judgement(more: slug($0.0), less: slug($0.1), times: $0.2) })
    }

    private func bestWorst(
        _ best: String, _ worst: String, _ forward: [(String, Double)], _ backward: [(String, Double)]
    ) -> WeightsGiven {
        WeightsGiven(
            method: .bestWorstLinear, best: slug(best), worst: slug(worst), bestToOthers: points(forward),
            othersToWorst: points(backward))
    }

    private func said(_ claims: WeightsGiven.Claim...) -> WeightsGiven {
        WeightsGiven(method: .partial, claims: claims)
    }

    @Test func `more criteria than consistency can be told of are not compared two by two`() throws {
        var round = try Round.sample(upTo: .anchorsClosed)
        let names = (1...11).map { slug("c\($0)") }
        round.criteria = names.map {
            Criterion(id: $0, title: "\($0)", meaning: "One of many", scale: Sample.points)
        }
        func code(_ names: [Slug]) -> String? {
            let judgements = names.indices.flatMap { first in
                names[(first + 1)...].map { WeightsGiven.Judgement(more: names[first], less: $0, times: 2) }
            }
            let given = WeightsGiven(method: .pairwise, judgements: judgements)
            return PrioritiesTests.code(
                GiveWeights(round: Sample.id, member: slug("m1"), given: [given]), on: round,
                at: Sample.after(.anchorsClosed))
        }
        #expect(code(names) == "too-many-to-compare")
        round.criteria.removeLast()
        #expect(code(names.dropLast()) == nil)
    }

    @Test func `weights come after the anchors and before the scores`() throws {
        let given = [swing([("access", 100), ("health", 20)])]
        #expect(try code(given, on: .options) == "anchors-open")
        #expect(try code(given) == nil)
        #expect(try code(given, on: .weightsClosed) == "weights-closed")
    }

    @Test func `what is said of a branch takes the place of what was said of it, and leaves the others`() throws {
        let act = GiveWeights(
            round: Sample.id, member: slug("m1"), given: [swing([("access", 100), ("health", 20)])])
        let round = try Round.sample(upTo: .weights).after(act, at: Sample.after(.weights))
        #expect(round.weights[slug("m1")]?.count == 2)
        #expect(round.weights[slug("m1")]?.first == act.given[0])
        #expect(round.weights[slug("m1")]?.last?.within == slug("health"))
    }

    @Test func `nothing, strangers, leaves and twins are refused`() throws {
        let sound = swing([("access", 100), ("health", 20)])
        #expect(try code([]) == "no-weights")
        #expect(try code([sound], by: "m9") == "no-such-member")
        #expect(try code([sound, sound]) == "branch-twice")
        var leaf = sound
        leaf.within = slug("access")
        #expect(try code([leaf]) == "no-such-branch")
    }

    @Test func `the fields of one method are filled, and of no other`() throws {
        #expect(try code([WeightsGiven(method: .swing)]) == "weights-fields")
        var both = swing([("access", 100), ("health", 20)])
        both.order = [[slug("access"), slug("health")]]
        #expect(try code([both]) == "weights-fields")
    }

    @Test func `every criterion of the branch is named once`() throws {
        #expect(try code([swing([("access", 100)])]) == "weights-incomplete")
        #expect(try code([swing([("access", 100), ("pain", 20)])]) == "weights-unknown-criterion")
        #expect(try code([swing([("access", 100), ("access", 20)])]) == "weights-criterion-twice")
    }

    @Test func `swings are 0 to 100 and the largest is 100`() throws {
        #expect(try code([swing([("access", 99), ("health", 20)])]) == "swing-largest")
        #expect(try code([swing([("access", 100), ("health", 101)])]) == "swing-range")
        #expect(try code([swing([("access", 100), ("health", -1)])]) == "swing-range")
        #expect(try code([swing([("access", 100), ("health", .nan)])]) == "swing-range")
        #expect(try code([swing([("access", 100), ("health", 0)])]) == nil)
    }

    @Test func `an order names each once, with ties but without gaps`() throws {
        func order(_ groups: [[String]]) -> [WeightsGiven] {
            [WeightsGiven(method: .rankOrder, order: groups.map { $0.map { slug($0) } })]
        }
        #expect(try code(order([["access", "health"]])) == nil)
        #expect(try code(order([["access"], [], ["health"]])) == "order-empty-group")
        #expect(try code(order([["access"], ["access", "health"]])) == "weights-criterion-twice")
    }

    @Test func `each pair is judged once, 1 to 9 times`() throws {
        #expect(try code([judged([("access", "health", 9)])]) == nil)
        #expect(try code([judged([])]) == "pair-missing")
        #expect(try code([judged([("access", "health", 2), ("health", "access", 2)])]) == "pair-twice")
        #expect(try code([judged([("access", "access", 2)])]) == "judgement-of-itself")
        #expect(try code([judged([("access", "pain", 2)])]) == "weights-unknown-criterion")
        for times in [0, 10, -3] { #expect(try code([judged([("access", "health", times)])]) == "judgement-range") }
    }

    @Test func `best and worst are two, judged alike in both lists`() throws {
        #expect(try code([bestWorst("access", "health", [("health", 3)], [("access", 3)])]) == nil)
        #expect(
            try code([bestWorst("access", "health", [("health", 3), ("access", 1)], [("access", 3), ("health", 1)])])
                == nil)
        #expect(try code([bestWorst("access", "access", [("health", 3)], [("health", 3)])]) == "best-worst")
        #expect(try code([bestWorst("access", "pain", [("health", 3)], [("health", 3)])]) == "best-worst")
        #expect(try code([bestWorst("access", "health", [("health", 3)], [("access", 4)])]) == "best-worst-differs")
        #expect(try code([bestWorst("access", "health", [("health", 2.5)], [("access", 2.5)])]) == "judgement-range")
        #expect(try code([bestWorst("access", "health", [], [("access", 3)])]) == "weights-incomplete")
        #expect(
            try code([bestWorst("access", "health", [("health", 3), ("access", 2)], [("access", 3)])])
                == "judgement-of-itself")
    }

    @Test func `partial knowledge is no fault, and a claim has what its kind needs`() throws {
        let (access, health) = (slug("access"), slug("health"))
        #expect(try code([said(.init(kind: .atLeast, first: access, second: health))]) == nil)
        #expect(try code([said(.init(kind: .between, first: access, second: health, low: 2, high: 3))]) == nil)
        #expect(try code([said(.init(kind: .share, first: access, low: 0.2))]) == nil)
        #expect(try code([said()]) == "no-claims")
        for claim in [
            WeightsGiven.Claim(kind: .atLeast, first: access), .init(kind: .between, first: access, second: health),
            .init(kind: .exactly, first: access, second: health), .init(kind: .share, first: access),
            .init(kind: .atLeast, first: access, second: slug("pain")),
            .init(kind: .atLeast, first: access, second: health, low: 2),
        ] {
            #expect(try code([said(claim)]) == "claim-invalid", "\(claim)")
        }
        #expect(try code([said(.init(kind: .atLeast, first: access, second: access))]) == "weight-statement")
        #expect(
            try code([said(.init(kind: .between, first: access, second: health, low: 3, high: 2))])
                == "weight-statement")
    }

    @Test func `claims that cannot all hold are refused with their words`() throws {
        let (access, health) = (slug("access"), slug("health"))
        let act = GiveWeights(
            round: Sample.id, member: slug("m1"),
            given: [
                said(
                    .init(kind: .exactly, first: access, second: health, low: 3),
                    .init(kind: .atLeast, first: health, second: access))
            ])
        let refused = try #require(
            refusal(act, on: try .sample(upTo: .anchorsClosed), at: Sample.after(.anchorsClosed)))
        #expect(refused.code == "weights-clash" && refused.remedy != nil)
        #expect(refused.sentence.contains("“Health” matters at least as much as “Access”"))
    }

    @Test func `a refusal names the member, since a file has many`() throws {
        let refused = PrioritiesTests.refusal(
            GiveWeights(round: Sample.id, member: slug("m2"), given: [swing([("access", 50), ("health", 20)])]),
            on: try .sample(upTo: .anchorsClosed), at: Sample.after(.anchorsClosed))
        #expect(refused?.sentence.hasPrefix("“m2”: Weights at the top: ") == true)
    }
}
