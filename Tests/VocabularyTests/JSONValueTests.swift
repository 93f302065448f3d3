import Testing
import Vocabulary

struct JSONValueTests {
    @Test func `a key leads to its value, and to nothing where there is none`() {
        let object: JSONValue = ["rules": [1, 2], "on": .null]
        #expect(object["rules"] == [1, 2])
        #expect(object["other"] == nil)
        #expect(JSONValue.integer(1)["rules"] == nil)
    }

    @Test func `where a key stands twice the last one counts`() {
        #expect((["a": 1, "a": 2] as JSONValue)["a"] == 2)
    }

    @Test func `measures have the forms of the published interface`() throws {
        #expect(JSONValue.money(Money(pence: 66_206_982)) == 66_206_982)
        #expect(JSONValue.units(Units(19_145)) == 19_145)
        #expect(JSONValue.units(Units(hundredths: 159_260)) == .decimal(1_592.6))
        #expect(JSONValue.day(try #require(Day("2024-03-31"))) == "2024-03-31")
        #expect(JSONValue.month(try #require(Month("2024-03"))) == "2024-03")
    }

    @Test func `absent is null`() {
        #expect(JSONValue.optional(Int?.none, JSONValue.integer) == .null)
        #expect(JSONValue.optional(5, JSONValue.integer) == 5)
    }
}
