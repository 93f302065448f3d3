import Files
import TestSupport
import Testing
import Vocabulary

@testable import CLI

/// Published cases on floating catchments that are not examples of the methods themselves.
struct AccessCasesTests {
    @Test(
        .enabled(if: CaseTable.has("cases/FCA-07.json"), "the published cases are not here"),
        arguments: [("FCA-01", "two"), ("FCA-03", "two"), ("FCA-05", "three"), ("FCA-07", "three")])
    func `the three hospitals come out on every day of traffic`(id: String, steps: String) throws {
        let published = try CaseTable.document(id)
        guard case .object(let areas)? = published["input"]?["areas"],
            case .object(let costs)? = published["input"]?["cost_origin_dest"],
            case .object(let expected)? = published["expected"]
        else {
            Issue.record("\(id) has no form")
            return
        }
        let input: JSONValue = [
            "areas": .list(areas.map { ["area": .text($0.key), "population": $0.value["pop"] ?? .null] }),
            "sites": .list(areas.map { ["site": .text($0.key), "supply": $0.value["supply"] ?? .null] }),
            "costs": .list(
                costs.map { pair in
                    let ends = pair.key.split(separator: "-").map { $0.filter(\.isNumber) }
                    return ["area": .text(ends[0]), "site": .text(ends[1]), "cost": pair.value]
                }), "reach": published["input"]?["max_cost"] ?? .null,
            "decay": ["kind": "gravity", "scale": 1, "exponent": -1], "steps": .text(steps), "choice": "given",
        ]
        let found = try answer("access.catchment", input)["areas"]?.items ?? []
        for one in expected {
            let own = found.first { $0["area"] == .text(one.key) }
            #expect(near(own?["access"]?.double, one.value.double, relative: 1e-6), "\(one.key)")
        }
    }

    @Test(.enabled(if: CaseTable.has("cases/FCA-09.json"), "the published cases are not here"))
    func `FCA-09: the weighted sums on a grid of five by five come out`() throws {
        guard case .object(let expected)? = try CaseTable.document("FCA-09")["expected"] else { return }
        let places = (0..<25).map { (name: "\($0 + 1)", first: $0 / 5, second: $0 % 5) }
        let input: JSONValue = [
            "areas": .list(
                places.map {
                    [
                        "area": .text($0.name), "population": 1, "first": .integer($0.first),
                        "second": .integer($0.second),
                    ]
                }),
            "sites": .list(
                places.map {
                    ["site": .text($0.name), "supply": 1, "first": .integer($0.first), "second": .integer($0.second)]
                }), "coordinates": "plane", "steps": "one",
            "decay": ["kind": "gravity", "scale": 60, "exponent": 1],
        ]
        let found = try answer("access.catchment", input)["areas"]?.items ?? []
        for one in expected {
            let own = found.first { $0["area"] == .text(one.key) }
            #expect(near(own?["access"]?.double, one.value.double, relative: 1e-6), "\(one.key)")
        }
    }
}
