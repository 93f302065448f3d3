import Testing
import Vocabulary

@testable import Contracts

struct ReadingConditionsTests {
    @Test(arguments: [
        ReadingConditions(), ReadingConditions(dropped: ["NHS_NO", "NAME"]),
        ReadingConditions(months: Month("200604")!...Month("202503")!, dropped: ["NHS_NO"]),
    ])
    func `what is journalled reads back as it was`(conditions: ReadingConditions) {
        #expect(ReadingConditions(journalled: conditions.journalled) == conditions)
    }

    @Test(arguments: [
        JSONValue.null, [:], ["dropped": "NAME", "monthFrom": .null, "monthTo": .null],
        ["dropped": [], "monthFrom": "2024-04", "monthTo": .null],
        ["dropped": [], "monthFrom": "2025-04", "monthTo": "2024-04"],
        ["dropped": [], "monthFrom": "April", "monthTo": "May"],
    ])
    func `what was never journalled is nothing`(value: JSONValue) {
        #expect(ReadingConditions(journalled: value) == nil)
    }
}
