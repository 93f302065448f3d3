import Files
import TestSupport
import Testing
import Vocabulary

@testable import CLI

/// Published cases on intervals, proportions, rates, means and life expectancy.
struct RateCasesTests {
    private static let limits = ["lower95_0cl", "upper95_0cl", "lower99_8cl", "upper99_8cl"]

    private func limits(_ found: JSONValue?) -> [Double?] {
        (found?["intervals"]?.items ?? []).flatMap { [$0["low"]?.double, $0["high"]?.double] }
    }

    /// The value and its limits at 95 and 99.8 per cent are those of a row.
    private func agrees(_ found: JSONValue?, _ row: [String: String]) -> Bool {
        let expected = Self.limits.map { row.number($0) }
        let own = limits(found)
        return near(found?["value"]?.double, row.number("value"), relative: 1e-9)
            && (own.isEmpty
                ? expected.allSatisfy { $0 == nil } : zip(own, expected).allSatisfy { near($0, $1, relative: 1e-9) })
    }

    private func agrees(_ found: JSONValue?, _ expected: JSONValue) -> Bool {
        let own = limits(found)
        let wanted = Self.limits.map { expected[$0]?.double }
        return near(found?["value"]?.double, expected["value"]?.double, relative: 1e-9)
            && (own.isEmpty
                ? wanted == [nil, nil, nil, nil] : zip(own, wanted).allSatisfy { near($0, $1, relative: 1e-9) })
    }

    @Test(.enabled(if: CaseTable.has("cases/CI-01.json"), "the published cases are not here"))
    func `CI-01 and CI-02: the limits of Byar and of Wilson come out`() throws {
        let rows = try CaseTable("files/phe_byars_wilson.csv").rows
        #expect(rows.count == 13)
        for row in rows {
            let level = try #require(Double(row["confidence"]?.dropLast() ?? ""))
            let found: JSONValue?
            if row["method"] == "Byars" {
                found = try answer(
                    "interval.count",
                    ["counts": [row.json("x")], "method": "byar", "confidence": [.decimal(level)]])["rows"]?.item(0)
            } else {
                found = try answer(
                    "proportion",
                    [
                        "areas": [["area": "A", "numerator": row.json("x"), "denominator": row.json("n")]],
                        "confidence": [.decimal(level)],
                    ])["areas"]?.item(0)
            }
            #expect(
                zip(limits(found), [row.number("lowercl"), row.number("uppercl")])
                    .allSatisfy { near($0, $1, relative: 1e-9) }, "\(row)")
        }
    }

    @Test(.enabled(if: CaseTable.has("cases/PROP-01.json"), "the published cases are not here"))
    func `PROP-01: proportions come out, and a missing figure has none`() throws {
        let rows = try CaseTable("files/phe_proportions.csv").rows
        for (place, row) in rows.enumerated() {
            let found = try answer(
                "proportion",
                [
                    "areas": [
                        [
                            "area": .text("\(place)"), "numerator": row.json("Numerator"),
                            "denominator": row.json("Denominator"),
                        ]
                    ], "per": row.json("multiplier"),
                ])["areas"]?.item(0)
            #expect(agrees(found, row), "\(row) \(String(describing: found))")
        }
    }

    @Test(.enabled(if: CaseTable.has("cases/RATE-01.json"), "the published cases are not here"))
    func `RATE-01: crude rates come out, exact where events are few`() throws {
        let rows = try CaseTable("files/phe_rates.csv").rows
        for (place, row) in rows.enumerated() {
            let found = try answer(
                "rate.crude",
                [
                    "areas": [
                        [
                            "area": .text("\(place)"), "count": row.json("Numerator"),
                            "population": row.json("Denominator"),
                        ]
                    ], "per": row.json("multiplier"),
                ])["areas"]?.item(0)
            #expect(agrees(found, row), "\(row) \(String(describing: found))")
            if row.number("value") != nil {
                #expect(found?["method"] == (row["method"] == "Exact" ? "Exact" : "Byar"))
            }
        }
    }

    /// The published answer takes the one blank count of the table for nothing; Remit is given that nothing.
    @Test(.enabled(if: CaseTable.has("cases/DSR-01.json"), "the published cases are not here"))
    func `DSR-01: directly standardised rates come out, and one on nine events is withheld`() throws {
        let published = try CaseTable.document("DSR-01")
        let rows = try CaseTable("files/phe_testdata_multiarea.csv").rows
        let people = published["input"]?["stdpop"]?.items ?? []
        let bands = rows.prefix(people.count).map { JSONValue.text($0["ageband"] ?? "") }
        let areas = Dictionary(grouping: rows) { $0["area"] ?? "" }
        let input: JSONValue = [
            "areas": .list(
                areas.map { name, rows in
                    [
                        "area": .text(name),
                        "bands": .list(
                            rows.reversed().map {
                                [
                                    "band": .text($0["ageband"] ?? ""), "count": .decimal($0.number("count") ?? 0),
                                    "population": .decimal($0.number("pop") ?? 0),
                                ]
                            }),
                    ]
                }),
            "standardBands": .list(zip(bands, people).map { ["band": $0, "people": $1] }), "per": 10_000,
        ]
        let found = try answer("rate.direct", input)["areas"]?.items ?? []
        let expected = published["expected"]?.items ?? []
        #expect(expected.count == 3)
        for one in expected {
            let own = found.first { $0["area"] == one["area"] }
            #expect(agrees(own, one), "\(one)")
            #expect(own?["events"]?.double == one["total_count"]?.double)
            #expect((own?["withheld"]?["code"] == "too-few-events") == (one["value"] == .null))
        }
    }

    @Test(
        .enabled(if: CaseTable.has("cases/ISR-01.json"), "the published cases are not here"),
        arguments: [("ISR-01", "rate"), ("ISR-03", "ratio")])
    func `ISR-01 and ISR-03: indirectly standardised rates and ratios come out`(id: String, which: String) throws {
        let published = try CaseTable.document(id)
        let rows = try CaseTable("files/phe_testdata_multiarea_isr.csv").rows
        let areas = Dictionary(grouping: rows) { $0["area"] ?? "" }
        let first = rows.filter { $0["area"] == rows[0]["area"] }
        let input: JSONValue = [
            "areas": .list(
                areas.map { name, rows in
                    [
                        "area": .text(name),
                        "bands": .list(
                            rows.map {
                                [
                                    "band": .text($0["ageband"] ?? ""), "count": .decimal($0.number("count") ?? 0),
                                    "population": .decimal($0.number("pop") ?? 0),
                                ]
                            }),
                    ]
                }),
            "reference": .list(
                first.map {
                    [
                        "band": .text($0["ageband"] ?? ""), "count": $0.json("refcount"),
                        "population": $0.json("refpop"),
                    ]
                }),
        ]
        let result = try answer("rate.indirect", input)
        for one in published["expected"]?.items ?? [] {
            let own = result["areas"]?.items.first { $0["area"] == one["area"] }
            #expect(agrees(own?[which], one), "\(one)")
            #expect(near(own?["expected"]?.double, one["expected"]?.double, relative: 1e-9))
            #expect(own?[which]?["method"] == (one["method"] == "Exact" ? "Exact" : "Byar"))
            if which == "rate" {
                #expect(near(result["referenceRate"]?.double, one["ref_rate"]?.double, relative: 1e-9))
            }
        }
    }

    @Test(.enabled(if: CaseTable.has("cases/MEAN-01.json"), "the published cases are not here"))
    func `MEAN-01: means, deviations and Student's limits come out`() throws {
        let rows = try CaseTable("files/phe_mean.csv").rows
        var groups = Dictionary(grouping: rows) { $0["area"] ?? "" }
        groups["No grouping"] = rows
        let input: JSONValue = [
            "areas": .list(
                groups.map { name, rows in
                    ["area": .text(name), "values": .list(rows.map { $0.json("values") })]
                })
        ]
        let found = try answer("mean", input)["areas"]?.items ?? []
        for one in try CaseTable.document("MEAN-01")["expected"]?.items ?? [] {
            let own = found.first { $0["area"] == one["area"] }
            #expect(agrees(own, one), "\(one)")
            #expect(near(own?["standardDeviation"]?.double, one["stdev"]?.double, relative: 1e-9))
            #expect(near(own?["sum"]?.double, one["value_sum"]?.double, relative: 1e-9))
        }
    }

    @Test(.enabled(if: CaseTable.has("cases/LE-01.json"), "the published cases are not here"))
    func `LE-01: life expectancy at every age comes out with its limits`() throws {
        let published = try CaseTable.document("LE-01")
        func column(_ key: String) -> [JSONValue] { published["input"]?[key]?.items ?? [] }
        let bands = zip(zip(column("startage"), column("pops")), column("deaths")).map { pair, deaths -> JSONValue in
            ["age": pair.0, "population": pair.1, "deaths": deaths]
        }
        let input: JSONValue = [
            "areas": [["area": "A", "bands": .list(bands.reversed())]], "confidence": [95],
        ]
        let ages = try answer("lifeExpectancy", input)["areas"]?.item(0)?["ages"]?.items ?? []
        let expected = try #require(published["expected"])
        #expect(ages.count == 20)
        for (place, age) in ages.enumerated() {
            let interval = age["intervals"]?.item(0)
            for (own, key) in [(age["value"], "value"), (interval?["low"], "lowercl"), (interval?["high"], "uppercl")] {
                let (found, wanted) = try (#require(own?.double), #require(expected[key]?.item(place)?.double))
                #expect((found - wanted).magnitude < 1e-4, "\(key) at \(place)")
            }
        }
    }
}
