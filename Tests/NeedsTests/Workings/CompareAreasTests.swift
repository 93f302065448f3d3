import Methods
import Needs
import TestSupport
import Testing
import Vocabulary

struct CompareAreasTests {
    private static func compared(_ rows: String) throws -> CompareAreas? {
        let found = try WorkOutIndicatorTests.outcome("diabetes-prevalence", .qofPrevalence, QofFileTests.header + rows)
        return try CompareAreas(
            try IndicatorDefinition.shipped("diabetes-prevalence"), found.figures,
            terms: .init(
                levels: [try ConfidenceLevel(percent: 95), try ConfidenceLevel(percent: 99.8)], leastEvents: 10,
                exactBelow: 10))
    }

    @Test func `an area far from the others lies beyond the limits, one of few people does not`() throws {
        let found = try #require(
            try Self.compared(
                "A1,DM,1000,17OV,10000\nA2,DM,1010,17OV,10000\nA3,DM,1500,17OV,10000\nA4,DM,3,17OV,20\n"))
        #expect(found.words(for: "A3") == "higher than all together (99.8%)")
        #expect(found.words(for: "A1") == "lower than all together (99.8%)")
        #expect(found.words(for: "A4") == "as chance would have it" && found.words(for: "A9") == nil)
    }

    @Test func `two areas are too few to compare`() throws {
        #expect(try Self.compared("A1,DM,10,17OV,100\nA2,DM,12,17OV,100\n") == nil)
    }
}
