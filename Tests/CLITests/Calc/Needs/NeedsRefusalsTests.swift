import Rulebook
import Testing
import Vocabulary

@testable import CLI

/// What the methods on rates, need and comparison refuse, beyond a document that is not of their shape.
struct NeedsRefusalsTests {
    private static let young: JSONValue = ["band": "young", "count": 12, "population": 100]
    private static let standard: JSONValue = [
        ["band": "young", "people": 3], ["band": "old", "people": 1],
    ]

    private static func direct(_ bands: JSONValue, standard: JSONValue = NeedsRefusalsTests.standard) -> JSONValue {
        ["areas": [["area": "A", "bands": bands]], "standardBands": standard]
    }

    private static func areas(_ area: JSONValue) -> JSONValue { ["areas": [area]] }

    @Test(
        arguments: [
            ("proportion", areas(["area": "A", "numerator": 3, "denominator": 2]), "numerator-above"),
            ("proportion", areas(["area": "A", "numerator": 0, "denominator": 0]), "zero-denominator"),
            ("proportion", areas(["area": "A", "numerator": -1, "denominator": 2]), "negative-count"),
            ("proportion", ["areas": []], "no-areas"),
            ("proportion", ["areas": [["area": "A"], ["area": "A"]]], "area-twice"),
            ("proportion", ["areas": [["area": "A"]], "per": 0], "bad-multiplier"),
            ("proportion", ["areas": [["area": "A"]], "confidence": [.decimal(0.95)]], "confidence-level"),
            ("proportion", ["areas": [["area": "A"]], "confidence": [100]], "confidence-level"),
            ("interval.count", ["counts": [-1]], "negative-count"),
            ("rate.crude", areas(["area": "A", "count": 1, "population": -5]), "zero-denominator"),
            ("rate.direct", direct([young]), "bands-differ"),
            ("rate.direct", direct([young, young]), "bands-differ"),
            ("rate.direct", direct([young, ["band": "90+", "count": 1, "population": 9]]), "bands-differ"),
            ("rate.direct", direct([young, ["band": "old", "count": 1, "population": 0]]), "zero-denominator"),
            ("rate.direct", direct([young], standard: []), "bad-standard"),
            ("rate.direct", direct([young], standard: [["band": "young", "people": 0]]), "bad-standard"),
            ("rate.direct", ["areas": [["area": "A", "bands": []]]], "no-standard"),
            (
                "rate.direct", ["areas": [["area": "A", "bands": [young]]], "standard": "esp2013"], "bands-differ"
            ),
            (
                "rate.direct",
                direct([
                    [
                        "band": "young", "count": 1, "population": 9, "repeated": [["times": 1, "people": 1]],
                    ]
                ]), "count-and-repeated"
            ),
            (
                "rate.indirect",
                [
                    "areas": [["area": "A", "bands": [["band": "a", "population": 5]]]],
                    "reference": [["band": "a", "count": 0, "population": 10]],
                ], "nothing-expected"
            ),
            (
                "lifeExpectancy",
                areas(["area": "A", "bands": [["age": 0, "population": 9_000, "deaths": 3]]]), "life-table-bands"
            ),
            (
                "lifeExpectancy",
                areas([
                    "area": "A",
                    "bands": [
                        ["age": 0, "population": 2, "deaths": 3], ["age": 1, "population": 9_000, "deaths": 3],
                        ["age": 5, "population": 9_000, "deaths": 3],
                    ],
                ]), "deaths-above"
            ),
            (
                "inequality",
                [
                    "areas": [["area": "A", "groups": [["group": "1", "population": 5, "value": 1]]]],
                    "kind": "plain",
                ], "no-error"
            ),
            (
                "inequality",
                [
                    "areas": [
                        [
                            "area": "A",
                            "groups": [["group": "1", "population": 5, "value": 1, "standardError": 1]],
                        ]
                    ], "kind": "plain",
                ], "too-few-groups"
            ),
            (
                "inequality",
                [
                    "areas": [
                        [
                            "area": "A",
                            "groups": [["group": "1", "population": 5, "value": 2, "low": 0, "high": 3]],
                        ]
                    ], "kind": "rate",
                ], "off-scale"
            ),
            (
                "inequality",
                [
                    "areas": [
                        [
                            "area": "A", "groups": [["group": "1", "population": 5, "standardError": 1]],
                        ]
                    ], "kind": "plain",
                ], "no-value"
            ),
            ("quantiles", ["areas": [["area": "A", "value": 1]], "groups": 1], "bad-quantiles"),
            (
                "quantiles",
                [
                    "areas": [["area": "A", "value": 1, "highestFirst": true], ["area": "B", "highestFirst": false]],
                    "groups": 2,
                ], "mixed-order"
            ),
            (
                "funnel",
                ["areas": [["area": "A", "numerator": 3, "denominator": 2]], "kind": "proportion"], "numerator-above"
            ),
            (
                "funnel",
                [
                    "areas": [["area": "A", "numerator": 1, "denominator": 2]], "kind": "rate",
                    "denominators": [0],
                ], "zero-denominator"
            ),
            (
                "neighbours",
                [
                    "variables": ["x"], "of": "A", "number": 1,
                    "areas": [["area": "A", "variables": [1]], ["area": "B", "variables": [1]]],
                ], "no-spread"
            ),
            (
                "neighbours",
                [
                    "variables": ["x"], "of": "C", "number": 1,
                    "areas": [["area": "A", "variables": [1]], ["area": "B", "variables": [2]]],
                ], "no-such-name"
            ),
            (
                "neighbours",
                [
                    "variables": ["x"], "of": "A",
                    "areas": [["area": "A", "variables": [1]], ["area": "B", "variables": [2]]],
                ], "too-few-areas"
            ),
            (
                "neighbours",
                [
                    "variables": ["x", "y"], "of": "A",
                    "areas": [["area": "A", "variables": [1]], ["area": "B", "variables": [2]]],
                ], "uneven-rows"
            ),
            (
                "trend",
                ["periods": [["time": 1, "numerator": 1, "denominator": 2]], "kind": "rate"], "too-few-periods"
            ),
        ] as [(String, JSONValue, String)])
    func `what cannot be worked out is refused with its reason`(
        name: String, document: JSONValue, code: String
    ) throws {
        let method = try CalcMethods.named(name)
        let refusal = #expect(throws: Refusal.self) {
            try CalcMethods.answer(method, document, by: .shipped)
        }
        #expect(refusal?.code == code, "\(refusal?.sentence ?? "")")
    }

    @Test func `bands that differ from the standard are named, and so are the standard's`() throws {
        let refusal = #expect(throws: Refusal.self) { try answer("rate.direct", Self.direct([Self.young])) }
        #expect(refusal?.sentence == "A lacks the age band “old” of the standard.")
        #expect(refusal?.remedy?.contains("young, old") == true)
    }

    @Test func `a suppressed count is withheld, and never counted as nothing`() throws {
        let found = try answer(
            "rate.direct", Self.direct([Self.young, ["band": "old", "population": 40]]))["areas"]?.item(0)
        #expect(found?["value"] == .null && found?["events"] == .null)
        #expect(found?["withheld"]?["code"] == "suppressed-count")
    }
}

/// What the methods on access refuse.
struct AccessRefusalsTests {
    private static func document(_ changed: [JSONValue.Member]) -> JSONValue {
        let members: [JSONValue.Member] = [
            .init("areas", [["area": "A", "population": 100, "first": 530_000, "second": 180_000]]),
            .init("sites", [["site": "S", "supply": 9, "first": 531_000, "second": 180_000]]),
            .init("coordinates", "metres"), .init("reach", 1_000), .init("steps", "two"),
        ]
        return .object(members.filter { member in !changed.contains { $0.key == member.key } } + changed)
    }

    @Test func `a site at the end of reach is reached, and one a metre further is not`() throws {
        #expect(try answer("access.catchment", Self.document([]))["areas"]?.item(0)?["access"]?.double == 0.09)
        let nearer = try answer("access.catchment", Self.document([.init("reach", 999)]))
        #expect(nearer["areas"]?.item(0)?["access"] == .null && nearer["unreached"] == ["S"])
        let round = try answer("access.catchment", Self.document([.init("detour", .decimal(1.3))]))
        #expect(round["areas"]?.item(0)?["access"] == .null)
    }

    @Test(
        arguments: [
            (.init("coordinates", .null), "no-distances"),
            (.init("areas", [["area": "A", "population": 1]]), "no-place"),
            (
                .init("areas", [["area": "A", "population": 1, "first": 5_000, "second": 900_000]]),
                "coordinates-outside"
            ),
            (
                .init("areas", [["area": "A", "population": 1, "first": 20_000, "second": 100_000]]),
                "coordinates-swapped"
            ),
            (.init("areas", []), "no-names"),
            (.init("areas", [["area": "A", "population": 1], ["area": "A", "population": 1]]), "area-twice"),
            (.init("costs", [["area": "A", "site": "T", "cost": 1]]), "no-such-name"),
            (.init("choice", "given"), "no-costs"), (.init("decay", ["kind": "gaussian"]), "no-parameter"),
            (.init("decay", ["kind": "zones", "zones": []]), "bad-decay"),
            (.init("detour", .decimal(0.5)), "bad-detour"),
        ] as [(JSONValue.Member, String)])
    func `what cannot be worked out is refused with its reason`(changed: JSONValue.Member, code: String) throws {
        let refusal = #expect(throws: Refusal.self) {
            try answer("access.catchment", Self.document([changed]))
        }
        #expect(refusal?.code == code, "\(refusal?.sentence ?? "")")
    }

    @Test func `the zones of the rules are those of Luo and Qi`() throws {
        let found = try answer("access.decay", ["decay": ["kind": "zones"], "distances": [10, 11, 30, 31]])
        #expect(found["weights"] == .decimals([1, 0.68, 0.22, 0]))
    }
}
