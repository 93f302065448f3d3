import Testing
import Vocabulary

@testable import Performance

struct QualitySchemeFileTests {
    private func document(_ minimum: JSONValue) -> JSONValue {
        [
            "title": "Local quality scheme", "provider": "RX1", "year": "2025/26", "kind": "local",
            "value": "£250,000",
            "indicators": [
                ["id": "Q1", "title": "Flu", "kind": "local", "minimum": minimum, "maximum": 90, "weight": 1]
            ],
        ]
    }

    @Test func `money is read in pounds and levels with decimals`() throws {
        let scheme = try QualitySchemeFile.read(document(.decimal(70.25)), named: "scheme.yaml")
        #expect(scheme.value == Money(pence: 25_000_000))
        #expect(scheme.indicators[0].minimum == IndicatorLevel(tenThousandths: 702_500))
        #expect(scheme.indicators[0].result == nil)
    }

    @Test(arguments: [JSONValue.decimal(1.000_01), .decimal(1e9), .text("seventy")])
    func `a level of five decimals, of a thousand million or in words is refused with its place`(minimum: JSONValue) {
        let refused = #expect(throws: Refusal.self) {
            try QualitySchemeFile.read(document(minimum), named: "scheme.yaml")
        }
        #expect(refused?.sentence.contains("indicators[0].minimum") == true)
    }
}
